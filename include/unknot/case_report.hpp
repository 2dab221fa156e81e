// SPDX-License-Identifier: GPL-3.0-or-later
// What many cases show together: how they end, where people leave, how long each node takes, how often "I don't know" is the answer. Cases of any
// number of machines are added one by one; where each one went is folded from its events by the trees that are at hand, so a node that a saved case
// knows by an older name counts as what it is called today.
#pragma once

#include "unknot/case_store.hpp"
#include "unknot/tree.hpp"
#include "unknot/value.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct NodeCount {
    std::string node;                       // `node`, or `tree/node` outside the tree that the walks began in
    int depth = 0;                          // steps from the start by the shortest way
    std::size_t seen = 0;                   // cases that came to it
    std::size_t left_here = 0;              // open cases that stand at it
    std::size_t answered = 0;               // by a person or a script, each time it was asked
    std::size_t unknown = 0;                // of these with "I don't know"
    std::optional<double> median_seconds;   // from the event before to a person's answer
};

struct TreeCount {
    std::string pack;
    std::string tree;
    std::size_t cases = 0;                  // of which each is one of the next six
    std::size_t resolved = 0;
    std::size_t workaround = 0;
    std::size_t unresolved = 0;
    std::size_t escalated = 0;
    std::size_t danger = 0;
    std::size_t abandoned = 0;              // not at an end
    std::optional<double> median_seconds;   // from the beginning to the end, of those that have one
    std::vector<NodeCount> nodes;           // those that were seen, as an outline: each behind the one it is reached from by the shortest way
    std::map<std::string, std::size_t, std::less<>> first_answers;   // what cases said to their first question
};

class CaseReport {
public:
    explicit CaseReport(Value today) : today_(std::move(today)) {}

    // `forest`, of the case's tree, must outlive the report. Without one only answers and outcomes are counted: nobody can tell where an open case
    // stands, nor in which order nodes come.
    void add(const CaseRecord& record, const Forest* forest);

    // By pack and tree.
    std::vector<TreeCount> trees() const;

private:
    struct Node {
        NodeCount count;
        std::vector<double> seconds;
    };
    struct Group {
        TreeCount count;
        std::vector<double> seconds;
        std::map<std::string, Node, std::less<>> nodes;
        const Forest* forest = nullptr;
    };

    void follow(Group& group, const CaseRecord& record, const Forest& forest);
    static void count_events(Group& group, const CaseRecord& record);
    static void measure(Group& group, const CaseRecord& record);
    static TreeCount finished(const Group& group);

    Value today_;
    std::map<std::pair<std::string, std::string>, Group> groups_;
};

// Seconds between two times as events have them; nothing when one is no such time.
std::optional<double> seconds_between(const std::string& from, const std::string& to);

} // namespace unknot
