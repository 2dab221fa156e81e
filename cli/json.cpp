// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.hpp"

#include "terminal.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

std::string escape(char32_t point)
{
    const auto value = static_cast<unsigned>(point);
    if (value < 0x10000) {
        return fmt::format("\\u{:04x}", value);
    }
    const unsigned above = value - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
}

enum class Layout { one_line, indented };

constexpr std::size_t usual_bytes = 16 * 1024; // ten hits

// Numbers, or lists of them: on one line even where all else is indented, for people read and compare them so.
bool is_plain_list(const Json& value)
{
    const auto is_plain = [](const Json& element) { return element.is_number() || (element.is_array() && is_plain_list(element)); };
    return !value.empty() && std::all_of(value.begin(), value.end(), is_plain);
}

// The library's own printing looks at each byte of a text by its tables, and not for what JSON allows and no text may hold: it may end up on a terminal,
// and U+2028 is a line break to JavaScript. Such characters are written as escapes, which mean the same.
class Printer {
public:
    explicit Printer(Layout layout) : indented_(layout == Layout::indented) { out_.reserve(usual_bytes); }

    void print(const Json& value)
    {
        switch (value.type()) {
        case Json::value_t::object: return list('{', value.get_ref<const Json::object_t&>(), '}');
        case Json::value_t::array: return array(value);
        case Json::value_t::string: return text(value.get_ref<const std::string&>());
        case Json::value_t::number_unsigned: out_ += fmt::format_int(value.get<std::uint64_t>()).c_str(); return;
        case Json::value_t::boolean: out_ += value.get<bool>() ? "true" : "false"; return;
        case Json::value_t::null: out_ += "null"; return;
        default: out_ += value.dump();
        }
    }

    std::string take() { return std::move(out_); }

private:
    void array(const Json& value)
    {
        const bool indented = std::exchange(indented_, indented_ && !is_plain_list(value));
        list('[', value.get_ref<const Json::array_t&>(), ']');
        indented_ = indented;
    }

    void print(const Json::object_t::value_type& member)
    {
        text(member.first);
        out_ += indented_ ? ": " : ":";
        print(member.second);
    }

    template <class List>
    void list(char begin, const List& elements, char end)
    {
        out_ += begin;
        ++depth_;
        bool first = true;
        for (const auto& element : elements) {
            if (!first) {
                out_ += ',';
            }
            first = false;
            line();
            print(element);
        }
        --depth_;
        if (!first) {
            line();
        }
        out_ += end;
    }

    void line()
    {
        constexpr std::size_t indent = 2;
        if (indented_) {
            out_ += '\n';
            out_.append(depth_ * indent, ' ');
        }
    }

    void text(std::string_view text)
    {
        out_ += '"';
        while (!text.empty()) {
            const std::size_t plain = plain_length(text);
            plain_text(text.substr(0, plain));
            text.remove_prefix(plain);
            if (!text.empty()) {
                const Decoded found = decode_at(text, 0);
                special(found, text.substr(0, found.length));
                text.remove_prefix(found.length);
            }
        }
        out_ += '"';
    }

    void plain_text(std::string_view text)
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

    void special(const Decoded& found, std::string_view bytes)
    {
        if (!found.valid) {
            return encode(found.point, out_); // the replacement character
        }
        switch (found.point) {
        case U'\n': out_ += "\\n"; return;
        case U'\t': out_ += "\\t"; return;
        case U'\r': out_ += "\\r"; return;
        case U'\b': out_ += "\\b"; return;
        case U'\f': out_ += "\\f"; return;
        default: out_ += found.point < U' ' || is_forbidden(found.point) ? escape(found.point) : std::string(bytes);
        }
    }

    bool indented_;
    std::size_t depth_ = 0;
    std::string out_;
};

std::string printed(const Json& document, Layout layout)
{
    Printer printer(layout);
    printer.print(document);
    return printer.take() + '\n';
}

} // namespace

// To take a document apart takes half as long as to print it, and a command ends with its document: the last one is left to the end of the program.
void print_json(Json document)
{
    static auto* const last = new Json;
    *last = std::move(document);
    print_raw(printed(*last, Layout::indented));
}

std::string json_line(const Json& document)
{
    return printed(document, Layout::one_line);
}

Json error_document(const Problem& problem)
{
    return {{"schema", "unknot.error/1"}, {"message", problem.message}, {"place", place_json(problem.place)},
        {"hint", problem.hint.empty() ? Json(nullptr) : Json(problem.hint)}};
}

Json place_json(const std::optional<Place>& place)
{
    return place ? Json{{"file", place->file}, {"line", place->line}, {"column", place->column}} : Json(nullptr);
}

} // namespace unknot
