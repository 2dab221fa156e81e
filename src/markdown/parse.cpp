// SPDX-License-Identifier: GPL-3.0-or-later
// The fence around md4c. It calls back with pieces of the text; its details are translated here at once, so that nothing behind the
// fence outlives a callback. A C library must not be unwound: what a handler throws is kept, md4c is told to stop, and it is thrown
// again on our side. md4c names no lines, but nearly all of its pointers lead into the text that we gave it, and there lines can be
// counted.
#include "markdown/parse.hpp"

#include "late_library.hpp"
#include "markdown/entities.hpp"
#include "unknot/problem.hpp"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <limits>

namespace unknot {

namespace {

struct Session {
    std::string_view markdown;
    MarkdownEvents& events;
    std::exception_ptr thrown;
    std::size_t counted_bytes = 0; // lines are counted on from where the last count ended
    int counted_lines = 1;
};

// What makes md4c stop. It promises to do so at any value but zero, but inside links it looks for negative ones only.
constexpr int stop_parsing = -1;

template <class Handler>
int guarded(void* user, Handler handler)
{
    auto& session = *static_cast<Session*>(user);
    try {
        return handler(session) == Reading::go_on ? 0 : stop_parsing;
    } catch (...) {
        session.thrown = std::current_exception();
        return stop_parsing;
    }
}

int line_of(Session& session, const char* piece)
{
    const auto begin = reinterpret_cast<std::uintptr_t>(session.markdown.data());
    const auto at = reinterpret_cast<std::uintptr_t>(piece);
    if (piece == nullptr || at < begin || at > begin + session.markdown.size()) {
        return 0;
    }
    const auto offset = static_cast<std::size_t>(at - begin);
    if (offset < session.counted_bytes) {
        session.counted_bytes = 0;
        session.counted_lines = 1;
    }
    const auto passed = session.markdown.substr(session.counted_bytes, offset - session.counted_bytes);
    session.counted_lines += static_cast<int>(std::count(passed.begin(), passed.end(), '\n'));
    session.counted_bytes = offset;
    return session.counted_lines;
}

std::string decoded(const MD_ATTRIBUTE& attribute)
{
    std::string text;
    for (std::size_t i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        switch (attribute.substr_types[i]) {
        case MD_TEXT_ENTITY: text += decoded_entity(part); break;
        case MD_TEXT_NULLCHAR: text += "\uFFFD"; break;
        default: text += part;
        }
    }
    return text;
}

Block list_block(MD_BLOCKTYPE type, void* detail)
{
    Block block;
    if (type == MD_BLOCK_UL) {
        block.kind = BlockKind::bullets;
        block.tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
    } else {
        const auto* numbers = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        block.kind = BlockKind::numbers;
        block.start = numbers->start;
        block.tight = numbers->is_tight != 0;
    }
    return block;
}

Block cell_block(MD_BLOCKTYPE type, void* detail)
{
    Block block;
    block.kind = type == MD_BLOCK_TH ? BlockKind::head_cell : BlockKind::cell;
    const auto align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
    block.align = align == MD_ALIGN_RIGHT ? Alignment::right : align == MD_ALIGN_CENTER ? Alignment::center : Alignment::left;
    return block;
}

Block of_kind(BlockKind kind)
{
    Block block;
    block.kind = kind;
    return block;
}

Block block_of(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_DOC: return of_kind(BlockKind::document);
    case MD_BLOCK_QUOTE: return of_kind(BlockKind::quote);
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: return list_block(type, detail);
    case MD_BLOCK_LI: return of_kind(BlockKind::item);
    case MD_BLOCK_HR: return of_kind(BlockKind::rule);
    case MD_BLOCK_H: return of_kind(BlockKind::heading);
    case MD_BLOCK_CODE: return of_kind(BlockKind::code);
    case MD_BLOCK_HTML: return of_kind(BlockKind::html);
    case MD_BLOCK_TABLE: return of_kind(BlockKind::table);
    case MD_BLOCK_THEAD: return of_kind(BlockKind::head);
    case MD_BLOCK_TBODY: return of_kind(BlockKind::body);
    case MD_BLOCK_TR: return of_kind(BlockKind::row);
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return cell_block(type, detail);
    default: return of_kind(BlockKind::paragraph);
    }
}

Span span_of(Session& session, MD_SPANTYPE type, void* detail)
{
    switch (type) {
    case MD_SPAN_EM: return {SpanKind::emphasis, {}, 0};
    case MD_SPAN_STRONG: return {SpanKind::strong, {}, 0};
    case MD_SPAN_CODE: return {SpanKind::code, {}, 0};
    case MD_SPAN_A: {
        const auto& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
        return {SpanKind::link, decoded(href), line_of(session, href.text)};
    }
    case MD_SPAN_IMG: {
        const auto& source = static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src;
        return {SpanKind::image, decoded(source), line_of(session, source.text)};
    }
    default: return {};
    }
}

Reading pass_text(Session& session, MD_TEXTTYPE type, std::string_view text)
{
    MarkdownEvents& events = session.events;
    switch (type) {
    case MD_TEXT_NULLCHAR: return events.text(TextKind::plain, "\uFFFD");
    case MD_TEXT_BR: return events.text(TextKind::hard_break, {});
    case MD_TEXT_SOFTBR: return events.text(TextKind::soft_break, {});
    case MD_TEXT_ENTITY: return events.text(TextKind::plain, decoded_entity(text));
    case MD_TEXT_CODE: return events.text(TextKind::code, text);
    case MD_TEXT_HTML: events.html_at(line_of(session, text.data())); return events.text(TextKind::html, text);
    default: return events.text(TextKind::plain, text);
    }
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user)
{
    return guarded(user, [&](Session& session) { return session.events.enter(block_of(type, detail)); });
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* user)
{
    return guarded(user, [&](Session& session) { return session.events.leave(block_of(type, detail)); });
}

int enter_span(MD_SPANTYPE type, void* detail, void* user)
{
    return guarded(user, [&](Session& session) { return session.events.enter(span_of(session, type, detail)); });
}

int leave_span(MD_SPANTYPE type, void* detail, void* user)
{
    return guarded(user, [&](Session& session) { return session.events.leave(span_of(session, type, detail)); });
}

int text(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user)
{
    return guarded(user, [&](Session& session) { return pass_text(session, type, {piece, size}); });
}

decltype(md_parse)& md4c()
{
    static const LateLibrary library(UNKNOT_MD4C);
    static const auto parse = library.find<decltype(md_parse)>("md_parse");
    if (parse == nullptr) {
        throw Failure("cannot load the library '" UNKNOT_MD4C "', which reads Markdown", "install md4c");
    }
    return *parse;
}

} // namespace

bool parse_markdown(std::string_view markdown, RawHtml html, MarkdownEvents& events)
{
    if (markdown.size() > std::numeric_limits<MD_SIZE>::max() / 2) {
        return false;
    }
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | (html == RawHtml::as_text ? static_cast<unsigned>(MD_FLAG_NOHTML) : 0U);
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = text;
    Session session{markdown, events, nullptr};
    const int result = md4c()(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &session);
    if (session.thrown) {
        std::rethrow_exception(session.thrown);
    }
    return result == 0;
}

} // namespace unknot
