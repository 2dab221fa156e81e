// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/plain_view.hpp"

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
    if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) {
        return {};
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

} // namespace

PlainView::PlainView(std::string_view raw) : raw_(raw)
{
    std::size_t copied = 0;
    for (std::size_t at = 0; at < raw.size();) {
        const auto byte = static_cast<unsigned char>(raw[at]);
        const Change change = byte == 0x1B || byte == '\\' || byte >= 0xC2 ? change_at(raw, at) : Change{};
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
