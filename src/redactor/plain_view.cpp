// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/plain_view.hpp"

#include "redactor/ascii.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t longest_sequence = 256;

// What the bytes at an offset become: nothing, one character, or themselves.
struct Change {
    std::size_t size = 0; // of the bytes; 0 where they stay
    char instead = 0;     // 0 for nothing
};

// Terminal sequences: CSI to its final byte, OSC to BEL or ST, any other with one byte more.
std::size_t sequence_size(std::string_view text)
{
    const std::size_t most = std::min(text.size(), longest_sequence);
    if (most > 1 && text[1] == '[') {
        for (std::size_t at = 2; at < most; ++at) {
            if (text[at] >= 0x40 && text[at] <= 0x7E) {
                return at + 1;
            }
        }
    } else if (most > 1 && text[1] == ']') {
        for (std::size_t at = 2; at < most; ++at) {
            if (text[at] == '\a' || text[at] == '\033') {
                return at + (text[at] == '\a' ? 1 : 2) <= text.size() ? at + (text[at] == '\a' ? 1 : 2) : text.size();
            }
        }
    }
    return 1;
}

bool is_invisible(char32_t point)
{
    return point == 0xAD || (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2064)
           || point == 0xFEFF;
}

bool is_space(char32_t point)
{
    return point == 0xA0 || point == 0x3000 || point == 0x202F || (point >= 0x2000 && point <= 0x200A);
}

Change change_at(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0x1B) {
        return {sequence_size(text.substr(at)), 0};
    }
    if (byte == '\\') {
        const bool escape = at + 1 < text.size() && (text[at + 1] == 'n' || text[at + 1] == 'r' || text[at + 1] == 't');
        return escape ? Change{2, ' '} : Change{};
    }
    const Decoded found = decode_at(text, at);
    if (is_invisible(found.point)) {
        return {found.length, 0};
    }
    if (is_space(found.point)) {
        return {found.length, ' '};
    }
    return found.point >= 0xFF01 && found.point <= 0xFF5E ? Change{found.length, static_cast<char>(found.point - 0xFF01 + '!')} : Change{};
}

// Whether one of the bytes that begin a change is there.
bool is_changeable(char c)
{
    return c == '\x1B' || c == '\\' || c == '\xC2' || c == '\xE2' || c == '\xE3' || c == '\xEF';
}

// A high bit where one of eight bytes is the given one; only the lowest such bit is sure.
constexpr std::uint64_t where_is(std::uint64_t bytes, unsigned char c)
{
    const std::uint64_t others = bytes ^ (each_byte * c);
    return (others - each_byte) & ~others & high_bits;
}

// Most bytes stay as they are, so eight are looked at together, and more closely only where some are not ASCII.
bool are_plain(std::uint64_t bytes)
{
    std::uint64_t found = where_is(bytes, 0x1B) | where_is(bytes, '\\');
    if ((bytes & high_bits) != 0) {
        found |= where_is(bytes, 0xC2) | where_is(bytes | each_byte, 0xE3) | where_is(bytes, 0xEF);
    }
    return found == 0;
}

std::size_t next_changeable(std::string_view text, std::size_t at)
{
    while (at + sizeof(std::uint64_t) <= text.size() && are_plain(load_eight(text.data() + at))) {
        at += sizeof(std::uint64_t);
    }
    while (at < text.size() && !is_changeable(text[at])) {
        ++at;
    }
    return at;
}

} // namespace

PlainView::PlainView(std::string_view raw) : raw_(raw)
{
    std::size_t copied = 0;
    for (std::size_t at = next_changeable(raw, 0); at < raw.size(); at = next_changeable(raw, at)) {
        const Change change = change_at(raw, at);
        if (change.size == 0) {
            ++at;
            continue;
        }
        plain_.append(raw.substr(copied, at - copied));
        if (change.instead == 0) {
            step(at, at + change.size);
        } else {
            plain_.push_back(change.instead);
            step(at + change.size, at + change.size);
        }
        at += change.size;
        copied = at;
        changed_ = true;
    }
    if (changed_) {
        plain_.append(raw.substr(copied));
    }
}

void PlainView::step(std::size_t before, std::size_t after)
{
    if (!steps_.empty() && steps_.back().at == plain_.size()) {
        steps_.back().after = after;
    } else {
        steps_.push_back({plain_.size(), before, after});
    }
}

const PlainView::Step& PlainView::step_before(std::size_t at) const
{
    static constexpr Step start;
    const auto next = std::upper_bound(steps_.begin(), steps_.end(), at, [](std::size_t wanted, const Step& step) { return wanted < step.at; });
    return next == steps_.begin() ? start : *(next - 1);
}

std::size_t PlainView::raw_start(std::size_t at) const
{
    const Step& step = step_before(at);
    return step.after + (at - step.at);
}

std::size_t PlainView::raw_end(std::size_t at) const
{
    const Step& step = step_before(at);
    return step.at == at && at > 0 ? step.before : step.after + (at - step.at);
}

} // namespace unknot
