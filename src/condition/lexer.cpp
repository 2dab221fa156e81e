// SPDX-License-Identifier: GPL-3.0-or-later
// Most tokens are told by their first character. What begins with a digit is not: `2026-11-21` is a date although `10-3` is a
// difference, `1.2` a number and `1.2.0-rc1` a version, `3d` a duration, `2GB` a size and `3d_secure` the name of an option.
// So a date's shape is tried first, then the digits and dots are taken: two dots make a version, letters behind make a unit or
// a word, and what is left is a number. `1.2-rc1` stays number minus name: only what has two dots, or a 'v' before it, is
// taken for a version here; the typing reads `1.2` as one beside a version.
//
// The parts of a duration may stand apart (`1w 3d`): the next one is taken in as long as the whole still reads as one.
#include "condition/lexer.hpp"

#include "unknot/utf8.hpp"
#include "value/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

struct Mistake {
    std::string_view written;
    std::string_view hint;
};

constexpr Mistake mistakes[] = {
    {"=", "write '=='"},
    {"&", "write 'and'"},
    {"|", "write 'or'"},
    {"!", "write 'not'"},
    {"≤", "write '<='"},
    {"≥", "write '>='"},
    {"≠", "write '!='"},
    {"'", "write texts in \"double quotes\""},
    {"“", "write texts in \"double quotes\""},
    {"”", "write texts in \"double quotes\""},
    {"„", "write texts in \"double quotes\""},
};

bool is_word(char c)
{
    return is_letter(c) || is_digit(c) || c == '_';
}

class Lexer {
public:
    explicit Lexer(Faults& faults) : faults_(faults), text_(faults.text()) {}

    std::optional<std::vector<Token>> run()
    {
        while (next()) {}
        add(Token::Kind::end, at_);
        return failed_ ? std::nullopt : std::optional(std::move(tokens_));
    }

private:
    bool next();
    void quoted();
    void name();
    void number();
    void unit(std::size_t end);
    void version();
    void symbol();

    bool starts_version() const;
    std::size_t number_end(std::size_t from) const;
    std::size_t word_end(std::size_t from) const;
    std::size_t duration_end(std::size_t end) const;
    std::string_view slice(std::size_t end) const { return text_.substr(at_, end - at_); }
    char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

    void add(Token::Kind kind, std::size_t end);
    bool add_literal(FactType type, std::size_t end);
    void fail(std::string message, std::string hint = {});

    Faults& faults_;
    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::vector<Token> tokens_;
};

void Lexer::add(Token::Kind kind, std::size_t end)
{
    tokens_.push_back(Token{kind, std::string(slice(end)), std::nullopt, at_, end});
    at_ = end;
}

bool Lexer::add_literal(FactType type, std::size_t end)
{
    auto value = read_value(type, slice(end));
    if (!value) {
        return false;
    }
    add(Token::Kind::literal, end);
    tokens_.back().value = std::move(value);
    return true;
}

void Lexer::fail(std::string message, std::string hint)
{
    faults_.add(at_, "condition-syntax", std::move(message), std::move(hint));
    failed_ = true;
}

bool Lexer::next()
{
    while (is_space(at(at_))) {
        ++at_;
    }
    if (failed_ || at_ == text_.size()) {
        return false;
    }
    const char c = text_[at_];
    if (c == '"') {
        quoted();
    } else if (starts_version()) {
        version();
    } else if (is_digit(c)) {
        number();
    } else if (is_letter(c) || c == '_') {
        name();
    } else {
        symbol();
    }
    return true;
}

// A backslash escapes a quote or itself; before anything else it stands for itself, so that "\d+" is the pattern it looks like.
void Lexer::quoted()
{
    std::string content;
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
        if (text_[i] == '"') {
            tokens_.push_back(Token{Token::Kind::text, std::move(content), std::nullopt, at_, i + 1});
            at_ = i + 1;
            return;
        }
        i += text_[i] == '\\' && (at(i + 1) == '"' || at(i + 1) == '\\') ? 1 : 0;
        content += text_[i];
    }
    fail("expected a closing quote, found the end");
}

void Lexer::name()
{
    std::size_t end = word_end(at_);
    while (at(end) == '.' && (is_letter(at(end + 1)) || at(end + 1) == '_')) {
        end = word_end(end + 1);
    }
    add(Token::Kind::name, end);
}

std::size_t Lexer::word_end(std::size_t from) const
{
    return static_cast<std::size_t>(std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.end(), is_word) - text_.begin());
}

// Digits, with further digits behind single dots.
std::size_t Lexer::number_end(std::size_t from) const
{
    while (is_digit(at(from)) || (at(from) == '.' && is_digit(at(from + 1)))) {
        ++from;
    }
    return from;
}

bool Lexer::starts_version() const
{
    const std::size_t first = at_ + (at(at_) == 'v' ? 1 : 0);
    const std::string_view digits = text_.substr(first, number_end(first) - first);
    const auto dots = std::count(digits.begin(), digits.end(), '.');
    return !digits.empty() && dots > (first > at_ ? 0 : 1);
}

void Lexer::version()
{
    const auto belongs = [](char c) { return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '+'; };
    std::size_t end = at_;
    while (belongs(at(end))) {
        ++end;
    }
    if (!add_literal(FactType::version, end)) {
        fail(fmt::format("expected a version like 1.2.0-rc1, found {}", faults_.quoted(at_, end)));
    }
}

void Lexer::number()
{
    constexpr std::size_t date_length = 10;
    const std::size_t date_end = at_ + date_length;
    const bool dashes = at(at_ + 4) == '-' && at(at_ + 7) == '-';
    if (dashes && number_end(at_) == at_ + 4 && number_end(at_ + 5) == at_ + 7 && number_end(at_ + 8) == date_end) {
        if (!add_literal(FactType::date, date_end)) {
            fail(fmt::format("expected a day of the calendar, found {}", faults_.quoted(at_, date_end)));
        }
        return;
    }
    const std::size_t end = number_end(at_);
    if (is_word(at(end))) {
        unit(word_end(end));
    } else if (!add_literal(FactType::number, end)) {
        fail(fmt::format("expected a smaller number, found {}", faults_.quoted(at_, end)));
    }
}

void Lexer::unit(std::size_t end)
{
    if (add_literal(FactType::duration, duration_end(end)) || add_literal(FactType::size, end)) {
        return;
    }
    if (word_end(at_) == end) {
        add(Token::Kind::word, end);
    } else {
        fail(fmt::format("expected a number with a unit like 1.5h or 2GB, found {}", faults_.quoted(at_, end)));
    }
}

std::size_t Lexer::duration_end(std::size_t end) const
{
    while (read_value(FactType::duration, slice(end))) {
        std::size_t part = end;
        while (is_space(at(part))) {
            ++part;
        }
        const std::size_t longer = is_digit(at(part)) ? word_end(number_end(part)) : end;
        if (longer == end || !read_value(FactType::duration, slice(longer))) {
            break;
        }
        end = longer;
    }
    return end;
}

void Lexer::symbol()
{
    constexpr std::string_view doubles[] = {"==", "!=", "<=", ">="};
    const auto starts = [this](std::string_view sign) { return text_.substr(at_).starts_with(sign); };
    if (std::any_of(std::begin(doubles), std::end(doubles), starts)) {
        add(Token::Kind::symbol, at_ + 2);
        return;
    }
    if (std::string_view("<>+-*/()[],").find(text_[at_]) != std::string_view::npos) {
        add(Token::Kind::symbol, at_ + 1);
        return;
    }
    const auto mistake = std::find_if(std::begin(mistakes), std::end(mistakes), [&starts](const Mistake& known) { return starts(known.written); });
    const Decoded found = decode_at(text_, at_);
    const bool shown = found.valid && !is_forbidden(found.point);
    fail(fmt::format("expected a fact, a value or an operator, found {}", shown ? faults_.quoted(at_, at_ + found.length) : point_name(found.point)),
        mistake == std::end(mistakes) ? "" : std::string(mistake->hint));
}

}   // namespace

std::optional<std::vector<Token>> tokens_of(Faults& faults)
{
    return Lexer(faults).run();
}

}   // namespace unknot
