// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_writer.hpp"

#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t usual_bytes = 16 * 1024; // ten hits

std::string escape(char32_t point)
{
    const auto value = static_cast<unsigned>(point);
    if (value < 0x10000) {
        return fmt::format("\\u{:04x}", value);
    }
    const unsigned above = value - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
}

// What does not go in as it is: control characters, forbidden ones and what is no UTF-8.
void add_special(std::string& out, const Decoded& found, std::string_view bytes)
{
    if (!found.valid) {
        return encode(found.point, out); // the replacement character
    }
    switch (found.point) {
    case U'\n': out += "\\n"; return;
    case U'\t': out += "\\t"; return;
    case U'\r': out += "\\r"; return;
    case U'\b': out += "\\b"; return;
    case U'\f': out += "\\f"; return;
    default: out += found.point < U' ' || is_forbidden(found.point) ? escape(found.point) : std::string(bytes);
    }
}

} // namespace

JsonWriter::JsonWriter(JsonLayout layout) : indented_(layout == JsonLayout::indented)
{
    out_.reserve(usual_bytes);
}

void JsonWriter::begin_object()
{
    begin('{');
}

void JsonWriter::end_object()
{
    end('}');
}

void JsonWriter::begin_array()
{
    begin('[');
}

void JsonWriter::end_array()
{
    end(']');
}

void JsonWriter::begin_row()
{
    begin('[');
    ++rows_;
}

void JsonWriter::end_row()
{
    end(']');
    --rows_;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    element();
    quoted(name);
    out_ += indented_ && rows_ == 0 ? ": " : ":";
    after_key_ = true;
    return *this;
}

void JsonWriter::text(std::string_view text)
{
    element();
    quoted(text);
}

void JsonWriter::number(std::uint64_t value)
{
    element();
    const fmt::format_int digits(value);
    out_.append(digits.data(), digits.size());
}

void JsonWriter::number(std::int64_t value)
{
    element();
    const fmt::format_int digits(value);
    out_.append(digits.data(), digits.size());
}

void JsonWriter::number(double value)
{
    if (!std::isfinite(value)) {
        return null();
    }
    element();
    const std::string digits = fmt::format("{}", value);
    out_ += digits;
    out_ += digits.find_first_of(".e") == std::string::npos ? ".0" : "";
}

void JsonWriter::boolean(bool value)
{
    element();
    out_ += value ? "true" : "false";
}

void JsonWriter::null()
{
    element();
    out_ += "null";
}

std::string JsonWriter::take() &&
{
    out_ += '\n';
    return std::move(out_);
}

void JsonWriter::begin(char bracket)
{
    element();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::end(char bracket)
{
    --depth_;
    if (!first_) {
        line();
    }
    out_ += bracket;
    first_ = false;
}

void JsonWriter::element()
{
    if (std::exchange(after_key_, false)) {
        return;
    }
    if (depth_ > 0) {
        out_ += first_ ? "" : ",";
        line();
    }
    first_ = false;
}

void JsonWriter::line()
{
    constexpr std::size_t indent = 2;
    if (indented_ && rows_ == 0) {
        out_ += '\n';
        out_.append(depth_ * indent, ' ');
    }
}

void JsonWriter::quoted(std::string_view text)
{
    out_ += '"';
    while (!text.empty()) {
        const std::size_t length = plain_length(text);
        plain(text.substr(0, length));
        text.remove_prefix(length);
        if (!text.empty()) {
            const Decoded found = decode_at(text, 0);
            add_special(out_, found, text.substr(0, found.length));
            text.remove_prefix(found.length);
        }
    }
    out_ += '"';
}

// By runs between quotation marks and backslashes: most texts have neither.
void JsonWriter::plain(std::string_view text)
{
    std::size_t quote = text.find('"');
    std::size_t backslash = text.find('\\');
    std::size_t begin = 0;
    for (std::size_t end = std::min(quote, backslash); end != std::string_view::npos; end = std::min(quote, backslash)) {
        out_ += text.substr(begin, end - begin);
        out_ += '\\';
        out_ += text[end];
        begin = end + 1;
        (end == quote ? quote : backslash) = text.find(text[end], begin);
    }
    out_ += text.substr(begin);
}

} // namespace unknot
