// SPDX-License-Identifier: GPL-3.0-or-later
// Most tokens of a text are none that is sought, so a stem is only made when the token begins like a sought stem does.
#include "search_index/marker.hpp"

#include "unknot/stop_words.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t same_beginning = 2; // bytes that a word shares with its stem (German umlauts are already gone)

bool begins_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool is_latin(const WordToken& token)
{
    return token.kind == TokenKind::word || token.kind == TokenKind::joined;
}

} // namespace

Marker::Marker(const Query& query, const std::vector<std::string>& others, std::string language, Stems& stems) : language_(std::move(language)), stems_(stems)
{
    for (const QueryGroup& group : query.groups) {
        for (const QueryPiece& piece : group.alternatives) {
            if (group.presence != Presence::excluded) {
                add(piece);
            }
        }
    }
    asked_ = sought_.size();
    for (const std::string& word : others) {
        sought_.push_back({word, looks_chinese(word) ? std::string() : stems_.stem(word, language_), false});
    }
    for (const Sought& one : sought_) {
        sieve_.add(one.text);
        if (!one.stem.empty()) {
            sieve_.add(one.stem);
        }
    }
}

void Marker::add(const QueryPiece& piece)
{
    for (const WordToken& token : piece.tokens) {
        const bool is_word = token.kind != TokenKind::character || token.alone;
        if (is_word && (piece.kind == PieceKind::phrase || !is_stop_word(token.text, language_))) {
            const bool begins = piece.kind == PieceKind::prefix && &token == &piece.tokens.back();
            sought_.push_back({token.text, is_latin(token) ? stems_.stem(token.text, language_) : std::string(), begins});
        }
    }
}

std::optional<std::size_t> Marker::sought(const WordToken& token)
{
    for (std::size_t i = 0; i < sought_.size(); ++i) {
        const Sought& one = sought_[i];
        if (token.text == one.text || (one.begins && begins_with(token.text, one.text))) {
            return i;
        }
        const bool may_match = !one.stem.empty() && is_latin(token) && begins_with(token.text, std::string_view(one.stem).substr(0, same_beginning));
        if (may_match && stems_.stem(token.text, language_) == one.stem) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace unknot
