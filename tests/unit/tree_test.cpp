// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/tree.hpp"

using namespace unknot;

namespace {

Tree sample_tree()
{
    Tree tree;
    tree.id = "main";
    Node first;
    first.id = "first";
    first.kind = NodeKind::call;
    first.results = {{"resolved", Target{{}, "last", {}}}, {"escalate", Target{"other", {}, {}}}};
    Option card;
    card.value = "card";
    first.options = {card};
    Node last;
    last.id = "last";
    tree.nodes = {first, last};
    tree.index = {{"first", 0}, {"last", 1}};
    return tree;
}

} // namespace

TEST_CASE("each kind of node has its name and says whether it asks")
{
    struct Case {
        NodeKind kind;
        std::string_view name;
        bool asks;
    };
    const Case table[] = {
        {NodeKind::choice, "choice", true},
        {NodeKind::several, "several", true},
        {NodeKind::yesno, "yesno", true},
        {NodeKind::input, "input", true},
        {NodeKind::probe, "probe", false},
        {NodeKind::decide, "decide", false},
        {NodeKind::say, "say", false},
        {NodeKind::fix, "fix", false},
        {NodeKind::call, "call", false},
        {NodeKind::end, "end", false},
    };
    for (const auto& row : table) {
        CHECK(name(row.kind) == row.name);
        CHECK(asks_a_person(row.kind) == row.asks);
    }
}

TEST_CASE("outcome classes go there and back")
{
    for (const auto* word : {"resolved", "workaround", "unresolved", "escalate", "danger"}) {
        const auto outcome = outcome_class(word);
        REQUIRE(outcome);
        CHECK(name(*outcome) == word);
    }
    CHECK_FALSE(outcome_class("solved"));
    CHECK_FALSE(outcome_class(""));
}

TEST_CASE("nodes and options and results are found by name")
{
    const Tree tree = sample_tree();
    REQUIRE(tree.find("last") != nullptr);
    CHECK(tree.find("last")->id == "last");
    CHECK(tree.find("lost") == nullptr);
    const Node& first = tree.at("first");
    CHECK(first.option("card") != nullptr);
    CHECK(first.option("cash") == nullptr);
    REQUIRE(first.result("resolved") != nullptr);
    CHECK(first.result("resolved")->node == "last");
    CHECK_FALSE(first.result("resolved")->leaves());
    CHECK(first.result("escalate")->leaves());
    CHECK(first.result("danger") == nullptr);
}

TEST_CASE("a node of the root goes by its own name")
{
    Forest forest;
    forest.root = "main";
    forest.trees.emplace("main", sample_tree());
    CHECK(forest.key("main", "first") == "first");
    CHECK(forest.key("other", "first") == "other/first");
    CHECK(forest.tree("main").id == "main");
}
