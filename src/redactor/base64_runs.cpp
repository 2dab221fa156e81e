// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in text that was encoded as base64: a mail's body, a value in a configuration, a Kubernetes secret. What a run encodes is looked through
// once, not what that may hold encoded in its turn, and a run that does not begin as text is left at its first bytes: pictures, hashes, paths. So the
// cost stays linear, and most runs cost next to nothing.
//
// The run is masked whole, by the name of what is in it; one that is longer than a piece only in those pieces. Each piece is looked through together
// with the end of the one before it. E-mail addresses and telephone numbers are not looked for: they would take whole letters with them.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t shortest_run = 40;
constexpr std::size_t shortest_line = 60; // of a run that is broken into lines
constexpr std::size_t shortest_behind_space = 16;
constexpr std::size_t piece_size = 24 * 1024;
constexpr std::size_t carried_over = 2 * 1024;
constexpr std::size_t head_size = 24;
constexpr std::int8_t foreign = -1;

constexpr std::array<std::int8_t, 256> make_values()
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::int8_t, 256> values{};
    for (std::int8_t& value : values) {
        value = foreign;
    }
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    }
    values['-'] = 62; // as URLs have it
    values['_'] = 63;
    return values;
}

constexpr std::array<std::int8_t, 256> digit_values = make_values();

bool is_digit64(char c)
{
    return digit_values[static_cast<unsigned char>(c)] != foreign;
}

// Where the next forty digits in a row begin. Words of prose are short, so the last of forty bytes is looked at first: most are never looked at.
std::size_t next_run(std::string_view text, std::size_t from)
{
    while (from + shortest_run <= text.size()) {
        std::size_t at = from + shortest_run;
        while (at > from && is_digit64(text[at - 1])) {
            --at;
        }
        if (at == from) {
            return from;
        }
        from = at;
    }
    return std::string_view::npos;
}

std::size_t end_of_base64(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_digit64(text[at])) {
        ++at;
    }
    return at;
}

std::size_t fill_size(std::string_view text, std::size_t at)
{
    const std::string_view next = text.substr(at, 2);
    return std::min(next.find_first_not_of('='), next.size());
}

// Whether what stands between two offsets is a further line of a run and not the next word: whole groups of four, and more than a few behind a space.
bool is_line(std::string_view text, std::size_t at, std::size_t end, char gap)
{
    const std::size_t fill = fill_size(text, end);
    return end > at && (end + fill - at) % 4 == 0 && (gap == '\n' || fill > 0 || end - at >= shortest_behind_space);
}

// The end of a run whose lines are all as long as the first one but for the last, with the `=` that fill it up.
std::size_t end_of_run(std::string_view text, std::size_t start)
{
    std::size_t end = end_of_base64(text, start);
    const std::size_t width = end - start;
    std::size_t line = width;
    while (width >= shortest_line && line == width) {
        const std::size_t gap = begins_with(text.substr(end), "\r\n") ? 2 : 1;
        if (end + gap >= text.size() || !is_blank(text[end])) {
            break;
        }
        const std::size_t next = end_of_base64(text, end + gap);
        line = next - end - gap;
        if (line > width || !is_line(text, end + gap, next, text[end + gap - 1])) {
            break;
        }
        end = next;
    }
    return end + fill_size(text, end);
}

// Decodes a run in pieces.
class Decoder {
public:
    Decoder(std::string_view text, std::size_t at, std::size_t end) : text_(text), at_(at), end_(end) {}

    std::size_t at() const { return at_; }
    bool is_at_end() const { return at_ == end_; }

    void decode(std::size_t wanted, std::string& bytes)
    {
        while (at_ < end_ && bytes.size() < wanted) {
            const std::int8_t digit = digit_values[static_cast<unsigned char>(text_[at_++])];
            if (digit == foreign) {
                continue;
            }
            bits_ = (bits_ << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
            count_ += 6;
            if (count_ >= 8) {
                count_ -= 8;
                bytes.push_back(static_cast<char>(bits_ >> count_ & 0xFFU));
            }
        }
    }

private:
    std::string_view text_;
    std::size_t at_;
    std::size_t end_;
    unsigned bits_ = 0;
    unsigned count_ = 0;
};

bool is_text(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const Decoded found = decode_at(bytes, at);
        const bool cut = !found.valid && at + found.length == bytes.size();
        if (byte == 0x7F || (byte < 0x20 && !is_blank(bytes[at])) || (!found.valid && !cut)) {
            return false;
        }
        at += found.length;
    }
    return true;
}

// The first digit from which on the run is text: one behind a name or a slash does not begin it. `end` where it is none.
std::size_t begin_of_text(std::string_view text, std::size_t start, std::size_t end)
{
    for (std::size_t at = start; at < start + 4; ++at) {
        std::string head;
        Decoder(text, at, end).decode(head_size, head);
        if (is_text(head)) {
            return at;
        }
    }
    return end;
}

// What the run is called by: the first secret that a checksum proves, or the first at all.
const Finding* telling(const Findings& findings, std::size_t from)
{
    const Finding* chosen = nullptr;
    for (const Finding& finding : findings) {
        const bool better = chosen == nullptr || (finding.span.checked && !chosen->span.checked);
        chosen = finding.span.end > from && better ? &finding : chosen;
    }
    return chosen;
}

void look_through(std::size_t start, Decoder decoder, const FindWithin& find_within, Findings& findings)
{
    std::string bytes;
    for (std::size_t from = start; !decoder.is_at_end(); from = decoder.at()) {
        const std::size_t seen = bytes.size();
        decoder.decode(piece_size, bytes);
        const Findings within = find_within(bytes);
        if (const Finding* finding = telling(within, seen)) {
            const Proof proof = finding->span.checked ? Proof::checksum : Proof::surroundings;
            report(findings, finding->span.kind, finding->span.rule, from, decoder.at(), proof, finding->canonical);
            findings.back().kept = finding->kept;
        }
        bytes.erase(0, bytes.size() - std::min(bytes.size(), carried_over));
    }
}

} // namespace

// Of a run that is no text only the first line is passed over: what comes behind may be another.
void find_base64(std::string_view text, const FindWithin& find_within, Findings& findings)
{
    for (std::size_t start = next_run(text, 0); start != std::string_view::npos;) {
        const std::size_t line_end = end_of_base64(text, start);
        const std::size_t begin = begin_of_text(text, start, line_end);
        const std::size_t end = begin == line_end ? line_end : end_of_run(text, start);
        if (begin < line_end) {
            look_through(start, Decoder(text, begin, end), find_within, findings);
        }
        start = next_run(text, end);
    }
}

} // namespace unknot
