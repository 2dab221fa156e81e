// SPDX-License-Identifier: GPL-3.0-or-later
// Puts out Markdown block by block while it is read. Private to the Markdown room.
#pragma once

#include "markdown/parse.hpp"
#include "markdown/styled_text.hpp"
#include "markdown/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unknot {

class Renderer : public MarkdownEvents {
public:
    Renderer(int width, Styling styling);

    Reading enter(const Block& block) override;
    Reading leave(const Block& block) override;
    Reading enter(const Span& span) override;
    Reading leave(const Span& span) override;
    Reading text(TextKind kind, std::string_view text) override;

    // What was put out, with a note at the end when it isn't everything.
    std::vector<std::string> take();

private:
    // A list, an item or a quote. What it puts before lines may be nothing.
    struct Container {
        std::string rest;   // before every line
        std::string mark;   // an item's, in place of `rest` before its first line
        int columns = 0;    // that it and all around it take
        bool begun = false; // it had its first line
        bool tight = false; // a list without empty lines between its items
        bool is_list = false;
        bool numbered = false;
        unsigned next = 1;
    };

    struct OpenSpan {
        Style around;
        std::size_t begin = 0; // where its text begins
    };

    void open(Container container);
    void enter_quote();
    void enter_list(const Block& block);
    void enter_item();
    void leave_item();
    void leave_row();
    void leave_cell(const Block& block);
    void put_paragraph();
    void put_code();
    void put_rule();
    void put_table();
    void put(const std::vector<std::string>& lines);
    void put_line(const std::string& line);
    void put_gap();
    std::string line_start();
    bool inside_tight_list() const;
    int indentation() const;
    int room() const;
    Reading counted(std::size_t bytes);
    Reading reading() const;

    int width_;
    Styling styling_;
    std::vector<Container> containers_;
    std::vector<std::string> lines_;
    StyledText text_; // of the block that is being read
    Style style_;
    std::vector<OpenSpan> spans_;
    std::string code_;
    bool in_code_ = false;
    Table table_;
    std::vector<Cell> row_;
    bool in_head_ = false;
    std::size_t collected_ = 0;
    std::size_t put_out_ = 0;
    bool begun_ = false;       // a block was put out before
    bool list_begins_ = false; // the empty line before a list is the business of what is around it
    bool full_ = false;
};

} // namespace unknot
