// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/units.hpp"

namespace unknot {

namespace {

bool is_chinese(const WordToken& token)
{
    return token.kind == TokenKind::character || token.kind == TokenKind::pair;
}

bool is_whole(const WordToken& token)
{
    return token.kind == TokenKind::code || token.kind == TokenKind::joined;
}

UnitKind kind_of(const WordToken& token)
{
    return is_chinese(token) ? UnitKind::run : is_whole(token) ? UnitKind::code : UnitKind::word;
}

bool belongs(const WordUnit& unit, const WordToken& token)
{
    if (unit.kind == UnitKind::run) {
        return is_chinese(token) && token.begin <= unit.parts.back().end;
    }
    return unit.kind == UnitKind::code && token.end <= unit.whole.front().end;
}

} // namespace

std::vector<WordUnit> units_of(const std::vector<WordToken>& tokens)
{
    std::vector<WordUnit> units;
    for (const WordToken& token : tokens) {
        if (units.empty() || !belongs(units.back(), token)) {
            units.push_back({kind_of(token), {}, {}});
        }
        (is_whole(token) ? units.back().whole : units.back().parts).push_back(token);
    }
    return units;
}

std::string plain_words(const WordUnit& unit)
{
    std::string out;
    for (const WordToken& part : unit.parts) {
        if (part.kind != TokenKind::pair) {
            out += (out.empty() || unit.kind == UnitKind::run ? "" : " ") + part.text;
        }
    }
    return out;
}

std::string plain_words(std::string_view text)
{
    std::string out;
    for (const WordUnit& unit : units_of(tokens(text))) {
        const std::string words = plain_words(unit);
        out += (out.empty() || words.empty() ? "" : " ") + words;
    }
    return out;
}

} // namespace unknot
