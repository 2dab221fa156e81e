// SPDX-License-Identifier: GPL-3.0-or-later
// The condition language of trees: typed when it is read, Kleene's three-valued logic when it is run, total and without side
// effects. Grammar: unknot-format(5), "Conditions". Nothing here knows trees or walks.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"
#include "unknot/value.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class Truth { no, yes, unknown };

// The parsed form; defined where it is parsed and evaluated.
struct Expression;

// A condition or the right-hand side of a `set`: both are expressions that were typed at load. Cheap to copy.
class Condition {
public:
    Condition();   // no condition at all: always unknown
    Condition(std::string text, Place place, std::shared_ptr<const Expression> root);

    const std::string& text() const { return text_; }
    const Place& place() const { return place_; }
    const Expression& root() const { return *root_; }
    const std::shared_ptr<const Expression>& shared_root() const { return root_; }

    // Every fact it reads, `let`s followed, sorted, each once. `NODE.field` counts as itself; known() does not read.
    std::vector<std::string> reads() const;

    // Constants that the named fact is compared with, anywhere in the condition, each once; for the checker of gaps and overlaps.
    // Of a list: what it is asked to contain are choices, what it is compared with are lists.
    std::vector<Value> constants(std::string_view fact) const;

    // Every fact in it, those in `known()` too, sorted, each once.
    std::vector<std::string> mentions() const;

    // Whether it consists of `known()` and of comparisons between one fact and constants, nothing calculated and no `today`: then
    // trying the constants, and one value on each side of each, tries everything.
    bool compares_with_constants_only() const;

private:
    std::string text_;
    Place place_;
    std::shared_ptr<const Expression> root_;
};

// What a fact's name means while conditions are read.
struct Declaration {
    FactType type = FactType::text;
    std::vector<std::string> values;   // of a choice or list; empty means that any value is allowed
};

struct Vocabulary {
    std::map<std::string, Declaration, std::less<>> facts;   // also NODE and NODE.field of probes, fixes and calls
    std::map<std::string, Condition, std::less<>> lets;
};

// A text to be parsed: `offset_place` is where its first character stands in `source`.
struct ConditionText {
    std::string text;
    Place place;
};

// Reads one condition (its type must be a truth). On faults, adds Problems at their column and returns nothing.
std::optional<Condition> read_condition(const Source& source, const ConditionText& text, const Vocabulary& vocabulary, Problems& problems);

// Reads all `let`s, in whatever order they lean on one another, into vocabulary.lets; a circle is a Problem.
void read_lets(const Source& source, const std::map<std::string, ConditionText, std::less<>>& texts, Vocabulary& vocabulary, Problems& problems);

// Reads an expression whose value is assigned to a fact of the declared type (a bare word is an option's value where the type is
// choice, list or yesno).
std::optional<Condition> read_assignment(
    const Source& source, const ConditionText& text, const Declaration& target, const Vocabulary& vocabulary, Problems& problems);

// What a condition may look at when it is run.
class FactView {
public:
    virtual ~FactView() = default;
    virtual const Value* find(std::string_view fact) const = 0;   // null when unknown
    virtual bool knows(std::string_view fact) const = 0;          // for known(): must not count as reading
    virtual Value today() const = 0;
};

Truth evaluate(const Condition& condition, const FactView& facts);

// The value of an assignment's expression; nothing when it is unknown.
std::optional<Value> calculate(const Condition& expression, FactType target, const FactView& facts);

} // namespace unknot
