// SPDX-License-Identifier: GPL-3.0-or-later
// A walk that stands at the first node of a tree, for tests of prompts.
#pragma once

#include <doctest/doctest.h>

#include "unknot/tree_reader.hpp"
#include "unknot/walk.hpp"

#include <string>
#include <vector>

namespace unknot {

// `nodes` is the YAML of the map `nodes`, whose first node is `q`; `head` is what stands before it, such as facts.
class Standpoint {
public:
    explicit Standpoint(const std::string& nodes, const std::vector<Event>& events = {}, const std::string& head = {})
    {
        Problems problems;
        const Source source{
            "t.yaml", "unknot: 1\ntree: t\ntitle: T\nsummary: S\n" + head + "start: q\nnodes:\n" + nodes + "\n  done: {end: resolved}\n", 0};
        auto draft = draft_tree(source, "t", problems);
        REQUIRE(draft);
        Vocabulary vocabulary;
        for (const auto& entry : draft->facts) {
            vocabulary.facts[entry.first] = {entry.second.type, entry.second.values};
        }
        Tree tree = finish_tree(*draft, vocabulary, "en", problems);
        for (const auto& problem : problems) {
            FAIL_CHECK(describe(problem));
        }
        forest_.root = "t";
        forest_.trees.emplace("t", std::move(tree));
        state_ = fold(forest_, events, {"en", date_value(20'000)});
    }
    Standpoint(const Standpoint&) = delete;
    Standpoint& operator=(const Standpoint&) = delete;

    const WalkState& state() const { return state_; }
    Tree& tree() { return forest_.trees.begin()->second; }

private:
    Forest forest_;
    WalkState state_;
};

} // namespace unknot
