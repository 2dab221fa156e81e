// SPDX-License-Identifier: GPL-3.0-or-later
// What is proved impossible must not happen: random trees are walked at random, and no walk may take an edge that the analysis ruled out.
#include <doctest/doctest.h>

#include "unknot/analysis.hpp"
#include "unknot/script.hpp"
#include "unknot/tree_reader.hpp"

#include <fmt/format.h>

#include <random>

using namespace unknot;

namespace {

constexpr int nodes_of_a_tree = 12;

class RandomTree {
public:
    explicit RandomTree(unsigned seed) : random_(seed) {}

    Forest forest()
    {
        std::string text = "unknot: 1\ntree: main\ntitle: T\nstart: n0\nfacts: {s: {type: number, start: 0}}\nnodes:\n";
        for (int i = 0; i < nodes_of_a_tree; ++i) {
            text += node(i);
        }
        text += "  good: {end: resolved}\n  bad: {end: unresolved}\n";
        Problems problems;
        auto draft = draft_tree({"main.yaml", text, 0}, "main", problems);
        REQUIRE(draft);
        Vocabulary vocabulary;
        for (const auto& fact : draft->facts) {
            vocabulary.facts[fact.first] = {fact.second.type, fact.second.values};
        }
        Forest forest;
        forest.root = "main";
        forest.trees.emplace("main", finish_tree(*draft, vocabulary, "en", problems));
        for (const auto& problem : problems) {
            FAIL_CHECK(describe(problem));
        }
        return forest;
    }

    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

private:
    bool maybe() { return below(2) == 0; }

    // Mostly forward, sometimes back.
    std::string target(int from)
    {
        const int to = below(4) == 0 ? below(nodes_of_a_tree) : from + 1 + below(4);
        return to >= nodes_of_a_tree ? (maybe() ? "good" : "bad") : fmt::format("n{}", to);
    }

    std::string atom()
    {
        switch (below(8)) {
        case 0: return fmt::format("c{} == {}", below(2), maybe() ? "x" : "y");
        case 1: return fmt::format("c{} != z", below(2));
        case 2: return fmt::format("known(c{})", below(2));
        case 3: return fmt::format("y{}", below(2));
        case 4: return fmt::format("s {} {}", maybe() ? "<" : ">=", below(4));
        case 5: return fmt::format("l contains {}", maybe() ? "x" : "y");
        case 6: return "count(l) > 1";
        default: return fmt::format("v {} {}", maybe() ? "<=" : ">", below(3));
        }
    }

    std::string condition() { return maybe() ? atom() : fmt::format("{} {} {}{}", atom(), maybe() ? "and" : "or", maybe() ? "not " : "", atom()); }

    std::string branches(int from)
    {
        std::string list;
        for (int i = 0, count = 1 + below(3); i < count; ++i) {
            list += fmt::format("{{when: '{}', to: {}}}, ", condition(), target(from));
        }
        return fmt::format("[{}{{else: {}}}]", list, target(from));
    }

    std::string extras()
    {
        std::string text = below(4) == 0 ? ", set: {s: s + 1}" : "";
        text += below(5) == 0 ? fmt::format(", forget: [{}{}]", maybe() ? "c" : "y", below(2)) : "";
        return text;
    }

    std::string asked(int from)
    {
        return (below(3) == 0 ? ", confirm: true" : "") + (maybe() ? fmt::format(", unknown: {}", target(from)) : std::string());
    }

    std::string ways(int from) { return maybe() ? fmt::format("to: {}", target(from)) : fmt::format("next: {}", branches(from)); }

    // Every kind of fact is there, whatever else comes.
    std::string node(int i)
    {
        const int kind = i < 6 ? i : below(8);
        std::string body;
        switch (kind) {
        case 0:
        case 1:
            body = fmt::format("ask: A, save: c{}, options: {{x: {{label: X{}}}, y: {{label: Y}}, z: {{label: Z, to: {}}}}}, {}{}", kind,
                maybe() ? ", set: {s: 3}" : "", target(i), ways(i), asked(i));
            break;
        case 2:
        case 3: body = fmt::format("ask: B, save: y{}, yes: {}, no: {}{}", kind - 2, target(i), target(i), asked(i)); break;
        case 4: body = fmt::format("ask: L, save: l, many: true, options: {{x: {{label: X}}, y: {{label: Y}}}}, {}{}", ways(i), asked(i)); break;
        case 5: body = fmt::format("ask: V, save: v, input: number, {}{}", ways(i), asked(i)); break;
        case 6: body = fmt::format("say: S, to: {}", target(i)); break;
        default: body = fmt::format("decide: {}", branches(i));
        }
        return fmt::format("  n{}: {{{}{}}}\n", i, body, extras());
    }

    std::mt19937 random_;
};

std::string answer_to(const Node& node, RandomTree& random)
{
    if (node.unknown && random.below(3) == 0) {
        return "unknown";
    }
    if (node.kind == NodeKind::input) {
        return std::to_string(random.below(4));
    }
    if (node.kind == NodeKind::several && random.below(3) == 0) {
        return "x,y";
    }
    return node.options[static_cast<std::size_t>(random.below(static_cast<int>(node.options.size())))].value;
}

WalkState random_walk(const Forest& forest, RandomTree& random)
{
    const WalkSettings settings{"en", *read_value(FactType::date, "2026-11-21")};
    std::vector<Event> events;
    if (random.below(3) == 0) {
        events.push_back(fact_event(forest, random.below(2) == 0 ? "c0" : "c1", "x"));
    }
    WalkState state = fold(forest, events, settings);
    for (int i = 0; i < 25 && state.standing == Standing::asking; ++i) {
        events.push_back(answer_event(state, answer_to(*state.node, random), Origin::person));
        state = fold(forest, events, settings);
    }
    return state;
}

// Edges and nodes of a walk that should not have been possible.
std::string contradictions(const WalkState& walk, const Proofs& proofs)
{
    std::string found;
    for (const auto& step : walk.path) {
        found += proofs.impossible_nodes.find(step.key) == proofs.impossible_nodes.end() ? "" : step.key + "; ";
        for (const auto& edge : step.edges) {
            found += proofs.impossible_edges.find({step.key, edge}) == proofs.impossible_edges.end() ? "" : fmt::format("{} {}; ", step.key, edge);
        }
    }
    return found;
}

} // namespace

TEST_CASE("no walk takes an edge that is proved impossible")
{
    std::size_t proved = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        RandomTree random(seed);
        const Forest forest = random.forest();
        const Proofs proofs = prove(forest.tree("main"));
        proved += proofs.impossible_edges.size();
        for (int walk = 0; walk < 15; ++walk) {
            CHECK(contradictions(random_walk(forest, random), proofs) == "");
        }
    }
    CHECK(proved > 100);
}
