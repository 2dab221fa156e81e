// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and quotes are containers: each puts something before every line inside it, and a list's item its mark before the first. A
// block's text is collected until the block ends, then wrapped to what the containers leave of the width. Containers that would
// take more than half of the width indent no further, so deep nesting can't press the text into a column of one letter.
//
// A short text can stand for a very long one (a reference used a thousand times, a table with a thousand columns), so what is
// collected and what is put out are both counted, and md4c is stopped at the bound.
#include "markdown/renderer.hpp"

#include "markdown/link_text.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

constexpr std::string_view cut_note = "[… this text is too long, the rest is not shown]";
constexpr std::size_t cost_of_a_cell = 64; // an empty cell takes memory too
constexpr int widest_rule = 40;
constexpr std::string_view code_indentation = "    ";

} // namespace

Renderer::Renderer(int width, Styling styling) : width_(std::max(width, 1)), styling_(styling) {}

Reading Renderer::enter(const Block& block)
{
    put_paragraph();
    switch (block.kind) {
    case BlockKind::quote: enter_quote(); break;
    case BlockKind::bullets:
    case BlockKind::numbers: enter_list(block); break;
    case BlockKind::item: enter_item(); break;
    case BlockKind::heading: style_.bold = true; break;
    case BlockKind::code: in_code_ = true; break;
    case BlockKind::head: in_head_ = true; break;
    case BlockKind::head_cell:
    case BlockKind::cell: return counted(cost_of_a_cell);
    default: break;
    }
    return reading();
}

Reading Renderer::leave(const Block& block)
{
    switch (block.kind) {
    case BlockKind::quote:
    case BlockKind::bullets:
    case BlockKind::numbers:
        put_paragraph();
        containers_.pop_back();
        break;
    case BlockKind::item: leave_item(); break;
    case BlockKind::heading:
        put_paragraph();
        style_ = Style();
        break;
    case BlockKind::code: put_code(); break;
    case BlockKind::rule: put_rule(); break;
    case BlockKind::head: in_head_ = false; break;
    case BlockKind::head_cell:
    case BlockKind::cell: leave_cell(block); break;
    case BlockKind::row: leave_row(); break;
    case BlockKind::table: put_table(); break;
    default: put_paragraph();
    }
    return reading();
}

void Renderer::open(Container container)
{
    container.columns = indentation() + display_width(container.rest);
    containers_.push_back(std::move(container));
}

void Renderer::enter_quote()
{
    Container quote;
    quote.rest = indentation() + 2 > width_ / 2 ? "" : "│ ";
    open(std::move(quote));
}

void Renderer::enter_list(const Block& block)
{
    list_begins_ = begun_ && !inside_tight_list();
    Container list;
    list.is_list = true;
    list.tight = block.tight;
    list.numbered = block.kind == BlockKind::numbers;
    list.next = block.start;
    open(std::move(list));
}

void Renderer::enter_item()
{
    Container& list = containers_.back();
    const std::string mark = list.numbered ? fmt::format("{}. ", list.next++) : std::string("• ");
    const int columns = display_width(mark);
    Container item;
    if (indentation() + columns > width_ / 2) {
        text_.append(mark, style_);
    } else {
        item.mark = mark;
        item.rest = std::string(static_cast<std::size_t>(columns), ' ');
    }
    open(std::move(item));
}

void Renderer::leave_item()
{
    put_paragraph();
    const Container& item = containers_.back();
    if (!item.begun && !item.mark.empty()) {
        put({""});
    }
    containers_.pop_back();
}

void Renderer::leave_cell(const Block& block)
{
    row_.push_back({text_, block.align});
    text_.clear();
}

void Renderer::leave_row()
{
    if (in_head_) {
        table_.head = std::move(row_);
    } else {
        table_.rows.push_back(std::move(row_));
    }
    row_.clear();
}

Reading Renderer::enter(const Span& span)
{
    spans_.push_back({style_, text_.text().size()});
    switch (span.kind) {
    case SpanKind::strong: style_.bold = true; break;
    case SpanKind::emphasis:
    case SpanKind::link:
    case SpanKind::image: style_.underline = true; break;
    case SpanKind::code: text_.append("`", style_); break;
    default: break;
    }
    return reading();
}

Reading Renderer::leave(const Span& span)
{
    if (spans_.empty()) {
        return reading();
    }
    const OpenSpan open = spans_.back();
    spans_.pop_back();
    style_ = open.around;
    if (span.kind == SpanKind::code) {
        text_.append("`", style_);
    } else if (span.kind == SpanKind::link || span.kind == SpanKind::image) {
        const std::string suffix = link_suffix(std::string_view(text_.text()).substr(std::min(open.begin, text_.text().size())), span.target);
        Style dim = style_;
        dim.dim = true;
        text_.append(suffix, dim);
        return counted(suffix.size());
    }
    return reading();
}

Reading Renderer::text(TextKind kind, std::string_view text)
{
    text = text.substr(0, markdown_max_output);
    if (in_code_) {
        code_ += text;
    } else if (kind == TextKind::soft_break) {
        text_.append_soft_break();
    } else if (kind == TextKind::hard_break) {
        text_.append_hard_break();
    } else {
        std::string line(text);
        std::replace(line.begin(), line.end(), '\n', ' ');
        text_.append(line, style_);
    }
    return counted(text.size() + 1);
}

void Renderer::put_paragraph()
{
    if (text_.empty()) {
        return;
    }
    put_gap();
    put(text_.lines(room(), styling_));
    text_.clear();
}

void Renderer::put_code()
{
    in_code_ = false;
    while (!code_.empty() && code_.back() == '\n') {
        code_.pop_back();
    }
    put_gap();
    const int width = std::max(room() - static_cast<int>(code_indentation.size()), 1);
    auto lines = wrapped(sanitised(code_), width);
    for (auto& line : lines) {
        line.insert(0, line.empty() ? "" : code_indentation);
    }
    put(lines);
    code_.clear();
}

void Renderer::put_rule()
{
    put_gap();
    std::string rule;
    for (int column = 0; column < std::min(room(), widest_rule); ++column) {
        rule += "─";
    }
    put({rule});
}

void Renderer::put_table()
{
    put_gap();
    put(table_lines(table_, room(), styling_, markdown_max_output));
    table_ = Table();
}

// The empty line between two blocks: not before the first one, not inside a tight list, but before a list that begins. What begins only
// behind it puts nothing before it.
void Renderer::put_gap()
{
    const bool wanted = list_begins_ || (begun_ && !inside_tight_list());
    list_begins_ = false;
    if (!wanted) {
        return;
    }
    std::string start;
    for (const auto& container : containers_) {
        start += container.begun ? container.rest : "";
    }
    put_line(start);
}

void Renderer::put(const std::vector<std::string>& lines)
{
    begun_ = true;
    for (const auto& line : lines) {
        if (full_) {
            return;
        }
        put_line(line_start() + line);
    }
}

void Renderer::put_line(const std::string& line)
{
    if (put_out_ + line.size() + 1 > markdown_max_output) {
        full_ = true;
        return;
    }
    const auto end = line.find_last_not_of(' ');
    lines_.push_back(line.substr(0, end == std::string::npos ? 0 : end + 1));
    put_out_ += line.size() + 1;
}

std::string Renderer::line_start()
{
    std::string start;
    for (auto& container : containers_) {
        start += container.begun || container.mark.empty() ? container.rest : container.mark;
        container.begun = true;
    }
    return start;
}

bool Renderer::inside_tight_list() const
{
    const auto list = std::find_if(containers_.rbegin(), containers_.rend(), [](const Container& container) { return container.is_list; });
    return list != containers_.rend() && list->tight;
}

int Renderer::indentation() const
{
    return containers_.empty() ? 0 : containers_.back().columns;
}

int Renderer::room() const
{
    return std::max(width_ - indentation(), 1);
}

Reading Renderer::counted(std::size_t bytes)
{
    collected_ += bytes;
    return reading();
}

Reading Renderer::reading() const
{
    return full_ || collected_ > markdown_max_output ? Reading::stop : Reading::go_on;
}

std::vector<std::string> Renderer::take()
{
    if (reading() == Reading::go_on) {
        return std::move(lines_);
    }
    put_paragraph();
    lines_.emplace_back(cut_note);
    return std::move(lines_);
}

std::vector<std::string> render_markdown(std::string_view markdown, int width, Styling styling)
{
    Renderer renderer(width, styling);
    parse_markdown(markdown, RawHtml::as_text, renderer);
    return renderer.take();
}

} // namespace unknot
