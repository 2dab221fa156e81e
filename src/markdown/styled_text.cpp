// SPDX-License-Identifier: GPL-3.0-or-later
// Text is wrapped before it is dressed, since SGR sequences would count as columns. The wrapped lines are the text without the spaces
// and line breaks between them, so each line is found again in the text by passing over those, and the styles are cut at its ends:
// every line opens and closes its own, and can stand alone behind an indentation.
#include "markdown/styled_text.hpp"

#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>

namespace unknot {

namespace {

bool is_wide(char32_t point)
{
    std::string text;
    encode(point, text);
    return display_width(text) == 2;
}

char32_t last_point(std::string_view text)
{
    std::size_t begin = text.size();
    while (begin > 0) {
        --begin;
        if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) {
            break;
        }
    }
    return decode_at(text, begin).point;
}

std::string opened(Style style)
{
    std::string codes;
    const auto add = [&codes](bool wanted, const char* code) {
        if (wanted) {
            codes += codes.empty() ? "" : ";";
            codes += code;
        }
    };
    add(style.bold, "1");
    add(style.dim, "2");
    add(style.underline, "4");
    return "\x1B[" + codes + "m";
}

} // namespace

void StyledText::append(std::string_view text, Style style)
{
    const std::string clean = sanitised(text);
    if (clean.empty()) {
        return;
    }
    settle_soft_break(clean);
    const std::size_t begin = text_.size();
    text_ += clean;
    if (style == Style()) {
        return;
    }
    if (!runs_.empty() && runs_.back().end == begin && runs_.back().style == style) {
        runs_.back().end = text_.size();
    } else {
        runs_.push_back({begin, text_.size(), style});
    }
}

void StyledText::append_soft_break()
{
    soft_break_ = true;
}

void StyledText::append_hard_break()
{
    soft_break_ = false;
    text_ += '\n';
}

void StyledText::clear()
{
    text_.clear();
    runs_.clear();
    soft_break_ = false;
}

void StyledText::settle_soft_break(std::string_view next)
{
    if (soft_break_ && !text_.empty() && !(is_wide(last_point(text_)) && is_wide(decode_at(next, 0).point))) {
        text_ += ' ';
    }
    soft_break_ = false;
}

std::vector<std::string> StyledText::lines(int width, Styling styling) const
{
    auto lines = wrapped(text_, width);
    if (styling == Styling::plain || runs_.empty()) {
        return lines;
    }
    std::size_t at = 0;
    for (auto& line : lines) {
        while (at < text_.size() && text_.compare(at, line.size(), line) != 0) {
            ++at;
        }
        const std::size_t end = std::min(at + line.size(), text_.size());
        line = dressed(at, end);
        at = end;
        if (at < text_.size() && text_[at] == '\n') {
            ++at;
        }
    }
    return lines;
}

std::string StyledText::dressed(std::size_t begin, std::size_t end) const
{
    std::string line;
    auto run = std::lower_bound(runs_.begin(), runs_.end(), begin, [](const Run& candidate, std::size_t at) { return candidate.end <= at; });
    for (std::size_t at = begin; at < end;) {
        const bool inside = run != runs_.end() && run->begin <= at;
        const std::size_t next = std::min(end, run == runs_.end() ? end : inside ? run->end : run->begin);
        const auto part = std::string_view(text_).substr(at, next - at);
        line += inside ? opened(run->style) + std::string(part) + "\x1B[0m" : std::string(part);
        at = next;
        if (inside && at == run->end) {
            ++run;
        }
    }
    return line;
}

} // namespace unknot
