// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text for the index: no marks, no link targets, one line break between blocks.
#include "unknot/markdown.hpp"

#include "markdown/parse.hpp"
#include "markdown/styled_text.hpp"

#include <algorithm>

namespace unknot {

namespace {

class PlainText : public MarkdownEvents {
public:
    Reading enter(const Block&) override
    {
        end_block();
        return Reading::go_on;
    }

    Reading leave(const Block&) override
    {
        end_block();
        return Reading::go_on;
    }

    Reading enter(const Span&) override { return Reading::go_on; }
    Reading leave(const Span&) override { return Reading::go_on; }

    Reading text(TextKind kind, std::string_view text) override
    {
        if (kind == TextKind::soft_break || kind == TextKind::hard_break) {
            block_.append_soft_break();
        } else {
            block_.append(text.substr(0, markdown_max_output - collected_), Style());
        }
        collected_ = std::min(collected_ + text.size() + 1, markdown_max_output);
        return collected_ == markdown_max_output ? Reading::stop : Reading::go_on;
    }

    std::string take()
    {
        end_block();
        return std::move(plain_);
    }

private:
    void end_block()
    {
        const auto end = block_.text().find_last_not_of(" \n");
        if (end != std::string::npos) {
            plain_ += plain_.empty() ? "" : "\n";
            plain_ += std::string_view(block_.text()).substr(0, end + 1);
        }
        block_.clear();
    }

    StyledText block_;
    std::string plain_;
    std::size_t collected_ = 0;
};

} // namespace

std::string markdown_to_plain(std::string_view markdown)
{
    PlainText plain;
    parse_markdown(markdown, RawHtml::as_text, plain);
    return plain.take();
}

} // namespace unknot
