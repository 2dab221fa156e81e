// SPDX-License-Identifier: GPL-3.0-or-later
// yaml-cpp has some forty reasons, most of them about its own grammar. The table keeps those that a person runs into; the others are
// told as they are. Most slips are texts that want quotes, so that is the hint wherever the line shows a value.
#include "yaml/complaint.hpp"

#include "unknot/utf8.hpp"
#include "yaml/quotes_hint.hpp"

#include <array>
#include <fmt/format.h>

namespace unknot::yaml {

namespace {

constexpr std::size_t shown_points = 30;

enum class Advice { none, quotes, bracket, indent, next_line, escape, close };

struct Rule {
    std::string_view reason;   // how yaml-cpp's begins
    std::string_view code;
    std::string_view expected;
    Advice advice;
    char begin = '\0';         // the sign behind which the parser was when it complained
};

constexpr std::array rules{
    Rule{"illegal EOF in scalar", "yaml-unterminated", "expected a closing quote", Advice::close},
    Rule{"illegal document indicator in scalar", "yaml-unterminated", "expected a closing quote before the next document", Advice::close},
    Rule{"the referenced anchor", "yaml-alias", "expected a value that begins with no '*'", Advice::quotes},
    Rule{"alias not found", "yaml-alias", "expected a value that begins with no '*'", Advice::quotes, '*'},
    Rule{"illegal character found while scanning alias", "yaml-alias", "expected a value that begins with no '*'", Advice::quotes, '*'},
    Rule{"anchor not found", "yaml-anchor", "expected a value that begins with no '&'", Advice::quotes, '&'},
    Rule{"illegal character found while scanning anchor", "yaml-anchor", "expected a value that begins with no '&'", Advice::quotes, '&'},
    Rule{"illegal character found while scanning tag", "yaml-tag", "expected a value that begins with no '!'", Advice::quotes, '!'},
    Rule{"tag handle with no suffix", "yaml-tag", "expected a value that begins with no '!'", Advice::quotes, '!'},
    Rule{"end of verbatim tag", "yaml-tag", "expected a value that begins with no '!'", Advice::quotes, '!'},
    Rule{"cannot assign multiple tags", "yaml-tag", "expected a value that begins with no '!'", Advice::quotes},
    Rule{"cannot assign multiple anchors", "yaml-anchor", "expected a value that begins with no '&'", Advice::quotes},
    Rule{"unknown token", "yaml-syntax", "expected a key or a value", Advice::quotes},
    Rule{"illegal map value", "yaml-syntax", "expected one key and one value", Advice::quotes},
    Rule{"illegal map key", "yaml-syntax", "expected a value", Advice::quotes},
    Rule{"illegal block entry", "yaml-syntax", "expected a value in this line", Advice::next_line},
    Rule{"illegal flow end", "yaml-syntax", "expected a value or the matching bracket", Advice::bracket},
    Rule{"end of map flow", "yaml-syntax", "expected ',' or '}'", Advice::quotes},
    Rule{"end of sequence flow", "yaml-syntax", "expected ',' or ']'", Advice::quotes},
    Rule{"end of map not found", "yaml-syntax", "expected the next key of the map", Advice::indent},
    Rule{"end of sequence not found", "yaml-syntax", "expected the next item of the list", Advice::indent},
    Rule{"unknown escape character", "yaml-syntax", "expected an escape that YAML knows", Advice::escape, '\\'},
    Rule{"bad character found while scanning hex", "yaml-syntax", "expected a hexadecimal number in the escape", Advice::escape, '\\'},
    Rule{"invalid unicode", "yaml-character", "expected the number of a character in the escape", Advice::escape, '\\'},
    Rule{"unexpected character in block scalar", "yaml-syntax", "expected the end of the line", Advice::next_line},
    Rule{"cannot set zero indentation", "yaml-syntax", "expected an indentation of 1 to 9", Advice::none},
    Rule{"illegal tab", "yaml-tab", "expected spaces", Advice::none},
};

const Rule* rule_for(std::string_view reason)
{
    for (const Rule& rule : rules) {
        if (reason.starts_with(rule.reason)) {
            return &rule;
        }
    }
    return nullptr;
}

std::size_t offset_of(std::string_view text, const Rule* rule, const Complaint& complaint)
{
    if (rule == nullptr || rule->begin == '\0' || complaint.offset == 0) {
        return complaint.offset;
    }
    const std::size_t begin = text.rfind(rule->begin, complaint.offset - 1);
    return begin == std::string_view::npos ? complaint.offset : begin;
}

std::string found(std::string_view text, std::size_t offset)
{
    if (text.find_first_not_of(" \r\n", offset) == std::string_view::npos) {
        return "the end of the file";
    }
    const std::string_view rest = text.substr(offset);
    if (rest.starts_with('\n') || rest.starts_with('\r')) {
        return "the end of the line";
    }
    const std::size_t length = rest.find_first_of(" \r\n,:]}", 1);
    return fmt::format("'{}'", shortened(rest.substr(0, length), shown_points));
}

// A quoted text that reaches over several lines and ends in the line of the fault was most likely to end earlier.
std::string open_quote_hint(const Places& places, const Builder& builder, int line)
{
    const auto& quoted = builder.last_quoted();
    if (!quoted || places.line_of(quoted->end) != line || places.line_of(quoted->begin) == line) {
        return {};
    }
    return fmt::format("close the quote of line {}", places.line_of(quoted->begin));
}

// What follows a closing quote or bracket in the same line belongs to a text that begins with it.
bool follows_closed(std::string_view text, std::size_t offset)
{
    const std::size_t last = text.substr(0, offset).find_last_not_of(' ');
    return last != std::string_view::npos && std::string_view("\"'}]").find(text[last]) != std::string_view::npos;
}

std::string hint(const Source& source, const Builder& builder, Advice advice, std::size_t offset)
{
    switch (advice) {
    case Advice::quotes:
        if (source.text.find_first_not_of(" \r\n", offset) == std::string::npos) {
            return builder.innermost() == nullptr ? "" : fmt::format("close what begins in line {}", builder.innermost()->place.line);
        }
        return quotes_hint(source.text, offset);
    case Advice::bracket:
        return "remove the bracket, or put the text in quotes";
    case Advice::indent:
        return follows_closed(source.text, offset) ? quotes_hint(source.text, offset) : "indent the line as its neighbours are";
    case Advice::next_line:
        return "put what follows on the next line, indented";
    case Advice::escape:
        return "write the character itself, '\\\\' for a backslash";
    case Advice::close:
        return "close the quoted text before this line";
    case Advice::none:
        break;
    }
    return {};
}

} // namespace

Problem explain(const Source& source, const Places& places, const Builder& builder, const Complaint& complaint)
{
    const Rule* rule = rule_for(complaint.reason);
    const std::size_t offset = offset_of(source.text, rule, complaint);
    const Place place = places.at(offset);
    if (rule == nullptr) {
        return problem_at(source, place, "yaml-syntax", fmt::format("expected YAML, found {} ({})", found(source.text, offset), complaint.reason));
    }
    std::string action = open_quote_hint(places, builder, place.line);
    if (action.empty()) {
        action = hint(source, builder, rule->advice, offset);
    }
    const std::string message = fmt::format("{}, found {}", rule->expected, found(source.text, offset));
    return problem_at(source, place, std::string(rule->code), message, std::move(action));
}

} // namespace unknot::yaml
