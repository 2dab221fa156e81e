// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps. The lexer cuts the normalised text (NFKC, so that full-width `：` and `＂` are what they look like) into chunks at white space:
// sign, field, quoted or bare text. The reader takes the chunks in turn and remembers at most one operator: AND makes the groups on both of its
// sides required, OR puts the next piece into the group before it, NOT excludes. Without brackets there is nothing to nest, so nothing
// can be nested too deeply.
#include "unknot/query.hpp"

#include "unknot/display.hpp"
#include "unknot/search_form.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 6> filter_fields = {"topic", "lang", "kind", "pack", "id", "reviewed"};
constexpr std::array<std::string_view, 8> quotes = {"\"", "“", "”", "„", "‟", "«", "»", "″"};

enum class ChunkKind { text, operator_and, operator_or, operator_not };
enum class Quoting { bare, quoted };

struct Chunk {
    ChunkKind kind = ChunkKind::text;
    char sign = '\0';
    std::string field;
    std::string text;
    Quoting quoting = Quoting::bare;
};

bool is_space(char byte)
{
    return static_cast<unsigned char>(byte) <= ' ';
}

// Bytes of the quote that stands at `offset`, 0 when there is none.
std::size_t quote_at(std::string_view text, std::size_t offset)
{
    for (const std::string_view quote : quotes) {
        if (text.substr(offset, quote.size()) == quote) {
            return quote.size();
        }
    }
    return 0;
}

bool is_field(std::string_view name)
{
    return name == "title" || std::find(filter_fields.begin(), filter_fields.end(), name) != filter_fields.end();
}

std::string without_end_beyond(std::string text, std::size_t bytes)
{
    if (text.size() > bytes) {
        while (bytes > 0 && is_continuation(text[bytes])) {
            --bytes;
        }
        text.resize(bytes);
    }
    return text;
}

// A day, a month or a year.
bool is_date(std::string_view text)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    const bool complete = text.size() == 4 || text.size() == 7 || text.size() == 10;
    return complete && std::equal(text.begin(), text.end(), shape.begin(), [](char byte, char wanted) {
        return wanted == 'd' ? byte >= '0' && byte <= '9' : byte == wanted;
    });
}

// `FROM..TO`; empty when it is no range of days.
std::string date_range(const std::string& text)
{
    const std::size_t dots = text.find("..");
    const std::string from = text.substr(0, dots);
    const std::string to = dots == std::string::npos ? from : text.substr(dots + 2);
    const bool valid = (from.empty() || is_date(from)) && (to.empty() || is_date(to)) && !(from.empty() && to.empty());
    return valid ? from + ".." + to : std::string();
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::optional<Chunk> next()
    {
        while (offset_ < text_.size() && is_space(text_[offset_])) {
            ++offset_;
        }
        if (offset_ == text_.size()) {
            return std::nullopt;
        }
        Chunk chunk;
        read_sign(chunk);
        read_field(chunk);
        read_text(chunk);
        chunk.kind = kind_of(chunk);
        return chunk;
    }

private:
    void read_sign(Chunk& chunk)
    {
        if (text_[offset_] == '+' || text_[offset_] == '-') {
            chunk.sign = text_[offset_++];
        }
    }

    void read_field(Chunk& chunk)
    {
        const std::size_t colon = text_.find(':', offset_);
        const bool has_value = colon != std::string_view::npos && colon + 1 < text_.size() && !is_space(text_[colon + 1]);
        if (has_value && is_field(text_.substr(offset_, colon - offset_))) {
            chunk.field = text_.substr(offset_, colon - offset_);
            offset_ = colon + 1;
        }
    }

    void read_text(Chunk& chunk)
    {
        const std::size_t opening = quote_at(text_, offset_);
        offset_ += opening;
        const std::size_t begin = offset_;
        while (offset_ < text_.size() && quote_at(text_, offset_) == 0 && (opening > 0 || !is_space(text_[offset_]))) {
            ++offset_;
        }
        chunk.text = text_.substr(begin, offset_ - begin);
        if (opening > 0) {
            chunk.quoting = Quoting::quoted;
            offset_ += quote_at(text_, offset_);
        }
    }

    static ChunkKind kind_of(const Chunk& chunk)
    {
        if (chunk.quoting == Quoting::quoted || chunk.sign != '\0' || !chunk.field.empty()) {
            return ChunkKind::text;
        }
        if (chunk.text == "AND") {
            return ChunkKind::operator_and;
        }
        if (chunk.text == "OR") {
            return ChunkKind::operator_or;
        }
        return chunk.text == "NOT" ? ChunkKind::operator_not : ChunkKind::text;
    }

    std::string_view text_;
    std::size_t offset_ = 0;
};

// What becomes a term of its own. Characters inside a Chinese run are there for their pairs.
bool counts(const WordToken& token)
{
    return token.kind == TokenKind::word || token.kind == TokenKind::pair || token.alone;
}

class Reader {
public:
    Query read(std::string_view text)
    {
        query_.shortened = text.size() > query_max_bytes;
        const std::string normal = without_end_beyond(to_nfkc(without_end_beyond(std::string(text), query_max_bytes)), query_max_bytes);
        Lexer lexer(normal);
        for (std::optional<Chunk> chunk = lexer.next(); chunk; chunk = lexer.next()) {
            take(*chunk);
        }
        return std::move(query_);
    }

private:
    void take(const Chunk& chunk)
    {
        if (chunk.kind != ChunkKind::text) {
            operator_ = chunk.kind;
        } else if (!chunk.field.empty() && chunk.field != "title") {
            add_filter(chunk);
        } else if (const std::optional<QueryPiece> piece = piece_of(chunk)) {
            add_piece(*piece, presence_of(chunk));
        }
    }

    Presence presence_of(const Chunk& chunk) const
    {
        if (chunk.sign == '-' || operator_ == ChunkKind::operator_not) {
            return Presence::excluded;
        }
        return chunk.sign == '+' || operator_ == ChunkKind::operator_and ? Presence::required : Presence::wanted;
    }

    void add_filter(const Chunk& chunk)
    {
        std::string value = search_form(chunk.text);
        if (chunk.field == "reviewed") {
            value = date_range(value);
        } else if (chunk.field == "lang") {
            value.resize(std::min(value.size(), value.find_first_of("-_")));
        }
        const Presence presence = presence_of(chunk) == Presence::excluded ? Presence::excluded : Presence::required;
        operator_ = ChunkKind::text;
        if (!value.empty() && value.size() <= token_max_bytes && query_.filters.size() < query_max_terms) {
            query_.filters.push_back({chunk.field, std::move(value), presence});
        }
    }

    std::optional<QueryPiece> piece_of(const Chunk& chunk)
    {
        QueryPiece piece;
        piece.scope = chunk.field == "title" ? PieceScope::title : PieceScope::anywhere;
        piece.text = chunk.text;
        piece.kind = chunk.quoting == Quoting::quoted ? PieceKind::phrase : PieceKind::words;
        if (piece.kind == PieceKind::words && chunk.text.size() > 1 && chunk.text.back() == '*') {
            piece.text.erase(piece.text.find_last_not_of('*') + 1);
            piece.kind = prefixes_++ < query_max_prefixes ? PieceKind::prefix : PieceKind::words;
        }
        piece.tokens = affordable(tokens(piece.text));
        if (piece.tokens.empty()) {
            return std::nullopt;
        }
        if (piece.kind == PieceKind::prefix && piece.tokens.back().kind != TokenKind::word) {
            piece.kind = PieceKind::words;
        }
        return piece;
    }

    std::vector<WordToken> affordable(std::vector<WordToken> all)
    {
        std::size_t kept = 0;
        for (; kept < all.size(); ++kept) {
            if (counts(all[kept]) && ++terms_ > query_max_terms) {
                query_.shortened = true;
                break;
            }
        }
        all.resize(kept);
        return all;
    }

    void add_piece(const QueryPiece& piece, Presence presence)
    {
        QueryGroup* before = query_.groups.empty() ? nullptr : &query_.groups.back();
        const bool joins = before != nullptr && before->presence != Presence::excluded;
        if (operator_ == ChunkKind::operator_or && joins && presence != Presence::excluded) {
            before->alternatives.push_back(piece);
            before->presence = std::max(before->presence, presence);
        } else {
            if (operator_ == ChunkKind::operator_and && joins) {
                before->presence = Presence::required;
            }
            query_.groups.push_back({presence, {piece}});
        }
        operator_ = ChunkKind::text;
    }

    Query query_;
    ChunkKind operator_ = ChunkKind::text; // the one that waits for its right side; `text` is none
    std::size_t terms_ = 0;
    std::size_t prefixes_ = 0;
};

std::string_view sign(Presence presence)
{
    return presence == Presence::wanted ? "" : presence == Presence::required ? "+" : "-";
}

std::string describe(const QueryPiece& piece)
{
    const std::string scope = piece.scope == PieceScope::title ? "title:" : "";
    if (piece.kind == PieceKind::phrase) {
        return scope + '"' + piece.text + '"';
    }
    return scope + piece.text + (piece.kind == PieceKind::prefix ? "*" : "");
}

std::string describe(const QueryGroup& group)
{
    std::string out;
    for (const QueryPiece& piece : group.alternatives) {
        out += (out.empty() ? "" : " | ") + describe(piece);
    }
    return std::string(sign(group.presence)) + (group.alternatives.size() > 1 ? "(" + out + ")" : out);
}

} // namespace

Query read_query(std::string_view text)
{
    return Reader().read(text);
}

std::string describe(const Query& query)
{
    std::string out;
    for (const QueryGroup& group : query.groups) {
        out += (out.empty() ? "" : " ") + describe(group);
    }
    for (const QueryFilter& filter : query.filters) {
        out += (out.empty() ? "" : " ") + std::string(filter.presence == Presence::excluded ? "-" : "") + filter.field + ":" + filter.value;
    }
    return out;
}

} // namespace unknot
