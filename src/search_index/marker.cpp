// SPDX-License-Identifier: GPL-3.0-or-later
// Most tokens of a text are none that is sought, so a stem is only made when the token begins like words with a sought stem do.
#include "search_index/marker.hpp"

#include "unknot/stop_words.hpp"

#include <algorithm>

namespace unknot {

namespace {

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
    for (Sought& one : sought_) {
        sieve_.add(one.text);
        if (!one.stem.empty()) {
            one.beginnings = Stems::beginnings(one.stem, language_);
        }
        for (const std::string& beginning : one.beginnings) {
            sieve_.add_beginning(beginning);
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
        const bool may_match = is_latin(token)
                               && std::any_of(one.beginnings.begin(), one.beginnings.end(), [&](const std::string& start) { return begins_with(token.text, start); });
        if (may_match && stems_.stem(token.text, language_) == one.stem) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace unknot
