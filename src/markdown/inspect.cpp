// SPDX-License-Identifier: GPL-3.0-or-later
// Links and raw HTML of a text, for the linter. One reference may be used by many links, each as long as the reference: what is
// collected has the same bound as what is rendered.
#include "unknot/markdown.hpp"

#include "markdown/parse.hpp"

namespace unknot {

namespace {

class Inspection : public MarkdownEvents {
public:
    Reading enter(const Block& block) override
    {
        findings_.raw_html = findings_.raw_html || block.kind == BlockKind::html;
        return Reading::go_on;
    }

    Reading enter(const Span& span) override
    {
        if (span.kind == SpanKind::link || span.kind == SpanKind::image) {
            collected_ += span.target.size() + sizeof(MarkdownLink);
            findings_.links.push_back({span.target, span.line});
        }
        return collected_ > markdown_max_output ? Reading::stop : Reading::go_on;
    }

    Reading text(TextKind, std::string_view) override { return Reading::go_on; }

    void html_at(int line) override
    {
        findings_.raw_html_line = findings_.raw_html_line == 0 ? line : findings_.raw_html_line;
        findings_.raw_html = true;
    }

    Reading leave(const Block&) override { return Reading::go_on; }
    Reading leave(const Span&) override { return Reading::go_on; }

    MarkdownFindings take() { return std::move(findings_); }

private:
    MarkdownFindings findings_;
    std::size_t collected_ = 0;
};

} // namespace

MarkdownFindings inspect_markdown(std::string_view markdown)
{
    Inspection inspection;
    parse_markdown(markdown, RawHtml::as_html, inspection);
    return inspection.take();
}

} // namespace unknot
