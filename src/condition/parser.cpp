// SPDX-License-Identifier: GPL-3.0-or-later
// A Pratt parser: every operator between operands has a power, and an operand on its right takes in only stronger ones. So
// one loop reads all of or, and, comparisons, + - and * /, and the left operand grows as long as operators are strong enough.
// `not` lies between `and` and the comparisons, the unary minus above all.
//
// The first fault ends the reading: it is reported, and the parser then stands at the end of the text, where every loop stops
// by itself. Texts are hostile: what recurses is counted (nesting), and so is what grows to the left without recursion
// (1 + 1 + 1 …), since later passes walk down there. `and` and `or` keep all their operands side by side.
//
// A word of the language can be the name of an option (`country == in`): it is taken as one where an operand must stand and
// nothing follows that could be its own.
#include "condition/parser.hpp"

#include "condition/lexer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t longest_text = 2000;
constexpr int deepest_nesting = 50;
constexpr int deepest_tree = 200;

enum Power { none = 0, either, both, negated, compared, summed, multiplied, signed_value };

struct Infix {
    std::string_view sign;
    Operator op;
    Power power;
};

constexpr Infix infixes[] = {
    {"or", Operator::any_of, either},
    {"and", Operator::all_of, both},
    {"==", Operator::equal, compared},
    {"!=", Operator::not_equal, compared},
    {"<", Operator::less, compared},
    {"<=", Operator::less_equal, compared},
    {">", Operator::greater, compared},
    {">=", Operator::greater_equal, compared},
    {"in", Operator::in, compared},
    {"contains", Operator::contains, compared},
    {"matches", Operator::matches, compared},
    {"+", Operator::add, summed},
    {"-", Operator::subtract, summed},
    {"*", Operator::multiply, multiplied},
    {"/", Operator::divide, multiplied},
};

constexpr std::string_view keywords[] = {"and", "or", "not", "in", "contains", "matches"};

class Parser {
public:
    Parser(Faults& faults, std::vector<Token> tokens) : faults_(faults), tokens_(std::move(tokens)) {}

    std::optional<Syntax> run();

private:
    Syntax expression(Power minimum);
    Syntax operand(Power minimum);
    Syntax parenthesised();
    Syntax list();
    Syntax function(Operator op);
    Syntax prefixed(Operator op, Power power);
    Syntax leaf(Syntax::Form form);
    Syntax continued(Syntax left, const Infix& infix);
    Syntax joined(Operator op, std::vector<Syntax> operands, std::size_t sign_at);

    const Infix* infix_above(Power minimum) const;
    bool stands_alone(Power minimum) const;
    bool is(std::string_view text, std::size_t ahead = 0) const;
    const Token& current() const { return tokens_[at_]; }
    Token take();
    void expect(std::string_view symbol, std::string_view expected);
    void refuse_chain(const Syntax& left, const Infix& infix, const Syntax& right, std::size_t sign_at);
    std::string found() const;
    void fail(std::size_t offset, std::string message, std::string hint = {});

    Faults& faults_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int nesting_ = 0;
    bool failed_ = false;
};

std::optional<Syntax> Parser::run()
{
    Syntax whole = expression(none);
    if (current().kind != Token::Kind::end) {
        fail(current().begin, fmt::format("expected an operator or the end, found {}", found()));
    }
    return failed_ ? std::nullopt : std::optional(std::move(whole));
}

Syntax Parser::expression(Power minimum)
{
    if (++nesting_ > deepest_nesting) {
        fail(current().begin, fmt::format("expected at most {} nested parts, found more", deepest_nesting), "name a part of it under 'let:'");
    }
    Syntax left = operand(minimum);
    while (const Infix* infix = infix_above(minimum)) {
        left = continued(std::move(left), *infix);
    }
    --nesting_;
    return left;
}

const Infix* Parser::infix_above(Power minimum) const
{
    if (current().kind != Token::Kind::symbol && current().kind != Token::Kind::name) {
        return nullptr;
    }
    const auto* const infix =
        std::find_if(std::begin(infixes), std::end(infixes), [this](const Infix& known) { return known.sign == current().text; });
    return infix != std::end(infixes) && infix->power > minimum ? infix : nullptr;
}

Syntax Parser::continued(Syntax left, const Infix& infix)
{
    const std::size_t sign_at = take().begin;
    if (infix.op == Operator::in && !is("[")) {
        fail(current().begin, fmt::format("expected a list like [a, b] right of 'in', found {}", found()));
    }
    Syntax right = expression(infix.power);
    if (infix.power == compared && left.form == Syntax::Form::operation && is_comparison(left.op) && !left.enclosed) {
        refuse_chain(left, infix, right, sign_at);
    }
    const bool flat = infix.power <= both && left.form == Syntax::Form::operation && left.op == infix.op && !left.enclosed;
    std::vector<Syntax> operands;
    if (flat) {
        operands = std::move(left.operands);
    } else {
        operands.push_back(std::move(left));
    }
    operands.push_back(std::move(right));
    return joined(infix.op, std::move(operands), sign_at);
}

void Parser::refuse_chain(const Syntax& left, const Infix& infix, const Syntax& right, std::size_t sign_at)
{
    const Syntax& middle = left.operands.back();
    const std::string& text = faults_.text();
    const auto slice = [&text](std::size_t begin, std::size_t end) { return std::string_view(text).substr(begin, end - begin); };
    std::string hint = "join two comparisons with 'and'";
    if (middle.form != Syntax::Form::list && text.size() <= 100) {
        hint = fmt::format(
            "write '{} and {} {} {}'", slice(left.begin, left.end), slice(middle.begin, middle.end), infix.sign, slice(right.begin, right.end));
    }
    fail(sign_at, fmt::format("expected one comparison, found a second one: '{}'", infix.sign), std::move(hint));
}

Syntax Parser::operand(Power minimum)
{
    if (stands_alone(minimum)) {
        return leaf(Syntax::Form::name);
    }
    if (is("not") && minimum <= negated) {
        return prefixed(Operator::negation, negated);
    }
    if (is("-")) {
        return prefixed(Operator::minus, signed_value);
    }
    if (is("(")) {
        return parenthesised();
    }
    if (is("[") && minimum <= compared) {
        return list();
    }
    if (is("known") && is("(", 1)) {
        return function(Operator::known);
    }
    if (is("count") && is("(", 1)) {
        return function(Operator::count);
    }
    switch (current().kind) {
    case Token::Kind::literal: return leaf(Syntax::Form::literal);
    case Token::Kind::text: return leaf(Syntax::Form::text);
    case Token::Kind::word: return leaf(Syntax::Form::word);
    case Token::Kind::name:
        if (std::find(std::begin(keywords), std::end(keywords), current().text) == std::end(keywords)) {
            return leaf(Syntax::Form::name);
        }
        break;
    default: break;
    }
    fail(current().begin, fmt::format("expected a value, found {}", found()), is("not") ? "put 'not' and what follows in parentheses" : "");
    return {};
}

// A keyword that is an option's value here.
bool Parser::stands_alone(Power minimum) const
{
    if (minimum < compared || current().kind != Token::Kind::name) {
        return false;
    }
    const bool last = tokens_[at_ + 1].kind == Token::Kind::end || is(")", 1) || is("]", 1) || is(",", 1) || is("and", 1) || is("or", 1);
    return last && std::find(std::begin(keywords), std::end(keywords), current().text) != std::end(keywords);
}

Syntax Parser::leaf(Syntax::Form form)
{
    Token token = take();
    Syntax syntax;
    syntax.form = form;
    syntax.text = std::move(token.text);
    syntax.value = std::move(token.value);
    syntax.begin = syntax.sign = token.begin;
    syntax.end = token.end;
    return syntax;
}

Syntax Parser::prefixed(Operator op, Power power)
{
    const std::size_t begin = take().begin;
    std::vector<Syntax> operands;
    operands.push_back(expression(power));
    Syntax syntax = joined(op, std::move(operands), begin);
    syntax.begin = begin;
    return syntax;
}

Syntax Parser::parenthesised()
{
    const std::size_t begin = take().begin;
    Syntax inner = expression(none);
    inner.begin = begin;
    inner.end = current().end;
    inner.enclosed = true;
    expect(")", "a closing parenthesis");
    return inner;
}

Syntax Parser::list()
{
    const std::size_t begin = take().begin;
    Syntax syntax = joined(Operator::never, {}, begin);
    syntax.form = Syntax::Form::list;
    syntax.begin = begin;
    while (!is("]") && !failed_) {
        syntax.operands.push_back(expression(compared));
        syntax.depth = std::max(syntax.depth, syntax.operands.back().depth + 1);
        if (!is(",") || is("]", 1)) {
            break;
        }
        take();
    }
    syntax.end = current().end;
    expect("]", "a closing bracket");
    return syntax;
}

Syntax Parser::function(Operator op)
{
    const Token word = take();
    take();
    std::vector<Syntax> operands;
    if (current().kind == Token::Kind::name) {
        operands.push_back(leaf(Syntax::Form::name));
    } else {
        fail(current().begin, fmt::format("expected the name of a fact in {}(), found {}", word.text, found()));
        return {};
    }
    Syntax syntax = joined(op, std::move(operands), word.begin);
    syntax.begin = word.begin;
    syntax.end = current().end;
    expect(")", "a closing parenthesis");
    return syntax;
}

Syntax Parser::joined(Operator op, std::vector<Syntax> operands, std::size_t sign_at)
{
    Syntax syntax;
    syntax.form = Syntax::Form::operation;
    syntax.op = op;
    syntax.sign = sign_at;
    if (!operands.empty()) {
        syntax.begin = operands.front().begin;
        syntax.end = operands.back().end;
    }
    for (const Syntax& operand : operands) {
        syntax.depth = std::max(syntax.depth, operand.depth + 1);
    }
    syntax.operands = std::move(operands);
    if (syntax.depth > deepest_tree) {
        fail(sign_at, fmt::format("expected at most {} operations on one another, found more", deepest_tree), "name a part of it under 'let:'");
    }
    return syntax;
}

bool Parser::is(std::string_view text, std::size_t ahead) const
{
    const Token& token = tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    return (token.kind == Token::Kind::symbol || token.kind == Token::Kind::name) && token.text == text;
}

// The last token, the end, is never passed.
Token Parser::take()
{
    Token token = current();
    at_ = std::min(at_ + 1, tokens_.size() - 1);
    return token;
}

void Parser::expect(std::string_view symbol, std::string_view expected)
{
    if (!is(symbol)) {
        fail(current().begin, fmt::format("expected {}, found {}", expected, found()));
    }
    take();
}

std::string Parser::found() const
{
    return current().kind == Token::Kind::end ? "the end" : faults_.quoted(current().begin, current().end);
}

void Parser::fail(std::size_t offset, std::string message, std::string hint)
{
    if (!failed_) {
        faults_.add(offset, "condition-syntax", std::move(message), std::move(hint));
    }
    failed_ = true;
    at_ = tokens_.size() - 1;
}

}   // namespace

std::optional<Syntax> parse(Faults& faults)
{
    const std::string& text = faults.text();
    if (text.size() > longest_text) {
        faults.add(
            0, "condition-syntax", fmt::format("expected at most {} bytes, found {}", longest_text, text.size()), "name a part of it under 'let:'");
        return std::nullopt;
    }
    auto tokens = tokens_of(faults);
    if (!tokens) {
        return std::nullopt;
    }
    if (tokens->size() == 1) {
        faults.add(0, "condition-syntax", "expected a condition, found nothing");
        return std::nullopt;
    }
    return Parser(faults, std::move(*tokens)).run();
}

}   // namespace unknot
