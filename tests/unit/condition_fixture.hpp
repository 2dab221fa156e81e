// SPDX-License-Identifier: GPL-3.0-or-later
// A vocabulary of one fact per type, facts to look at, and reading that must succeed.
#pragma once

#include <doctest/doctest.h>

#include "unknot/condition.hpp"

#include <initializer_list>
#include <map>
#include <string>

namespace unknot {

inline Vocabulary sample_vocabulary()
{
    Vocabulary vocabulary;
    vocabulary.facts = {
        {"where", {FactType::choice, {"card", "transfer", "2fa", "3d_secure", "24h", "404", "in", "amount"}}},
        {"any", {FactType::choice, {}}},
        {"tags", {FactType::list, {"a", "b", "c"}}},
        {"ready", {FactType::yesno, {}}},
        {"sure", {FactType::yesno, {}}},
        {"note", {FactType::text, {}}},
        {"score", {FactType::number, {}}},
        {"amount", {FactType::amount, {}}},
        {"due", {FactType::date, {}}},
        {"age", {FactType::duration, {}}},
        {"free", {FactType::size, {}}},
        {"tool", {FactType::version, {}}},
        {"mail", {FactType::email, {}}},
        {"site", {FactType::url, {}}},
        {"clock", {FactType::choice, {"ok", "warn", "fail", "error", "skipped"}}},
        {"clock.skew", {FactType::number, {}}},
    };
    return vocabulary;
}

struct Answer {
    std::string fact;
    std::string text;
};

// Facts by name, written as answers; what isn't set is unknown.
class Facts : public FactView {
public:
    Facts() = default;
    Facts(std::initializer_list<Answer> answers)
    {
        const Vocabulary vocabulary = sample_vocabulary();
        for (const Answer& answer : answers) {
            const auto value = read_value(vocabulary.facts.at(answer.fact).type, answer.text);
            REQUIRE_MESSAGE(value.has_value(), answer.text);
            values_[answer.fact] = *value;
        }
    }

    void put(const std::string& fact, const Value& value) { values_[fact] = value; }

    const Value* find(std::string_view fact) const override
    {
        ++reads;
        const auto found = values_.find(fact);
        return found == values_.end() ? nullptr : &found->second;
    }
    bool knows(std::string_view fact) const override { return values_.find(fact) != values_.end(); }
    Value today() const override { return date_value(20778); }   // 2026-11-21

    mutable int reads = 0;

private:
    std::map<std::string, Value, std::less<>> values_;
};

inline std::string described(const Problems& problems)
{
    std::string text;
    for (const Problem& problem : problems) {
        text += describe(problem);
    }
    return text;
}

// A condition that is a file of its own.
inline Source file_of(const std::string& text)
{
    return {"t.yaml", text, 0};
}

inline Condition read(const std::string& text, const Vocabulary& vocabulary = sample_vocabulary())
{
    Problems problems;
    const auto condition = read_condition(file_of(text), {text, {"t.yaml", 1, 1}}, vocabulary, problems);
    INFO(text);
    REQUIRE_MESSAGE(problems.empty(), described(problems));
    REQUIRE(condition.has_value());
    return *condition;
}

}   // namespace unknot
