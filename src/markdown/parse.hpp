// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown as a row of events in our own words. Private to the Markdown room; only parse.cpp knows md4c.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

enum class BlockKind { document, quote, bullets, numbers, item, rule, heading, code, html, paragraph, table, head, body, row, head_cell, cell };
enum class Alignment { left, center, right };

struct Block {
    BlockKind kind = BlockKind::document;
    unsigned start = 1; // of numbers
    bool tight = false; // bullets and numbers: no blank lines between the items
    Alignment align = Alignment::left;
};

enum class SpanKind { emphasis, strong, code, link, image, other };

struct Span {
    SpanKind kind = SpanKind::other;
    std::string target; // of a link or image; entities decoded, not sanitised
    int line = 0;       // of a link, from 1; 0 when it can't be told
};

enum class TextKind { plain, code, html, soft_break, hard_break };

enum class Reading { go_on, stop };
enum class RawHtml { as_text, as_html };

// Entities in texts are decoded; nothing is sanitised here.
class MarkdownEvents {
public:
    virtual ~MarkdownEvents() = default;
    virtual Reading enter(const Block& block) = 0;
    virtual Reading leave(const Block& block) = 0;
    virtual Reading enter(const Span& span) = 0;
    virtual Reading leave(const Span& span) = 0;
    virtual Reading text(TextKind kind, std::string_view text) = 0;

    // Before each text of kind html: the line that it is in, 0 when it can't be told.
    virtual void html_at(int) {}
};

// Stops early when a handler says so; answers whether it came to the end. What a handler throws comes out here.
bool parse_markdown(std::string_view markdown, RawHtml html, MarkdownEvents& events);

} // namespace unknot
