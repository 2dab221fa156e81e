// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision tree is: plain data, as its file says it. Format: unknot-format(5).
#pragma once

#include "unknot/condition.hpp"
#include "unknot/pattern.hpp"
#include "unknot/text.hpp"
#include "unknot/value.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unknot {

enum class NodeKind { choice, several, yesno, input, probe, decide, say, fix, call, end };
std::string_view name(NodeKind kind);
bool asks_a_person(NodeKind kind);   // choice, several, yesno, input

enum class OutcomeClass { resolved, workaround, unresolved, escalate, danger };
std::string_view name(OutcomeClass outcome);
std::optional<OutcomeClass> outcome_class(std::string_view name);

// Where an edge leads: a node of the same tree, or the start of another tree (`'@tree'`).
struct Target {
    std::string tree;   // empty: the same tree
    std::string node;   // empty: that tree's start
    Place place;

    bool leaves() const { return !tree.empty(); }
};

struct Branch {
    std::optional<Condition> when;   // none: `else`
    Target to;
    Place place;
};

struct Assignment {
    std::string fact;
    Condition value;
    Place place;
};

// Of a choice or several; a yes/no question has two, `yes` and `no`, without a label of their own.
struct Option {
    std::string value;
    Text label;
    std::optional<Target> to;
    std::vector<Assignment> set;
    bool only = false;   // excludes all others
    Place place;
};

// What a typed answer must be: a question's own limits, or those of the fact.
struct Limits {
    std::optional<Value> min;
    std::optional<Value> max;
    std::optional<Pattern> pattern;   // matches the whole value
};

struct Input {
    FactType type = FactType::text;
    Limits limits;
    Text example;
    Text error;
};

struct Probe {
    std::string kind;
    std::vector<std::string> argument;                        // one, or the list that `clock` and `command` take
    std::vector<std::pair<std::string, std::string>> parameters;   // `timeout`, `max-skew`, …, in the order of the file
    std::optional<Condition> warn;
    std::optional<Condition> fail;
    Text label;
    Text remedy;
    std::string article;
    Place place;
};

struct HandOff {
    std::string channel;   // a kind, or `provider/channel`
    std::vector<std::string> include;
    std::vector<std::string> require;
    Place place;
};

struct ArticleReference {
    std::string id;
    Place place;
};

// One node. Which members mean something follows from `kind`; the others are empty.
struct Node {
    std::string id;
    NodeKind kind = NodeKind::end;
    Place place;

    Text text;                  // ask, say, a fix that is one text, a probe's `otherwise`, an end's `say`
    std::vector<Text> steps;    // a fix that is a list
    Text why;
    std::string fact;           // what it sets: its own name unless `save` names another; empty for decide, say and end
    bool confirm = false;

    std::vector<Option> options;
    std::optional<Input> input;
    std::optional<Probe> probe;
    std::string verify;         // a fix: the probe node that settles it
    int tries = 1;              // a fix
    std::string call;           // a call: the tree
    OutcomeClass outcome = OutcomeClass::resolved;   // an end
    std::vector<ArticleReference> articles;          // an end
    std::optional<HandOff> handoff;                  // an end

    std::vector<Assignment> set;
    std::vector<std::string> forget;

    std::optional<Target> unknown;                              // "I don't know"
    std::optional<Target> to;                                   // `to`
    std::vector<Branch> branches;                               // `decide` or `next`, the last one is the `else`
    std::vector<std::pair<std::string, Target>> results;        // probe: ok warn fail; fix: solved; call: outcome classes
    std::optional<Target> otherwise;                            // `else` of probe, fix and call

    const Target* result(std::string_view name) const;          // null when there is none
    const Option* option(std::string_view value) const;
};

struct Fact {
    std::string name;
    FactType type = FactType::text;
    std::vector<std::string> values;   // of a choice or list: what its questions, its start and its `set`s offer
    Text label;
    Limits limits;
    bool share = false;                // goes into every hand-off
    std::optional<Value> start;
    bool declared = false;             // in `facts`, not only by a question
    Place place;
};

struct Tree {
    std::string id;
    std::string file;                  // as messages name it
    std::string source_language;
    Text title;
    Text summary;
    std::vector<std::string> topics;
    std::map<std::string, std::vector<Text>, std::less<>> symptoms;   // by language
    std::string reviewed;
    std::vector<std::string> sources;
    std::map<std::string, Fact, std::less<>> facts;                   // every fact of the tree, also NODE and NODE.field
    std::map<std::string, Condition, std::less<>> lets;
    std::map<std::string, std::string, std::less<>> renamed_nodes;    // old id -> new id
    std::map<std::string, std::string, std::less<>> renamed_options;  // `node.old` -> `new`
    std::string start;
    std::vector<Node> nodes;                                          // in the order of the file
    std::map<std::string, std::size_t, std::less<>> index;            // id -> position in nodes
    Place place;

    const Node* find(std::string_view node) const;
    const Node& at(std::string_view node) const;                      // requires: it is there
};

// The trees that one walk can reach, by id.
struct Forest {
    std::string root;
    std::map<std::string, Tree, std::less<>> trees;

    const Tree& tree(std::string_view id) const;    // requires: it is there
    // What a node is called in a walk: `node` in the root tree, `tree/node` elsewhere.
    std::string key(std::string_view tree, std::string_view node) const;
};

} // namespace unknot
