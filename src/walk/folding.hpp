// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the fold over a forest. Private to the walk; see walk.hpp for what it means.
#pragma once

#include "unknot/walk.hpp"
#include "walk/ledger.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace unknot {

class Folding {
public:
    Folding(const Forest& forest, Ledger ledger, const WalkSettings& settings, const Supply& supply);

    WalkState run();

private:
    // Whether the walk goes on by itself from here.
    enum class Next { go_on, stop };

    // A tree that waits for the one it called; the first frame waits for nobody.
    struct Frame {
        const Tree* tree;
        const Node* caller;      // in the frame below; null in the first
        std::size_t caller_step; // its step in the path
    };

    Next enter();
    Next visit();
    Next ask();
    Next pass_over(const Value& known);
    Next take_answer(const AnswerSlot& slot);
    Next run_probe();
    Next probe_settled(Step step, const std::string& status);
    Next otherwise(Step step);
    Next decide();
    Next say();
    Next fix();
    Next verified_by_probe(Step& step);
    Next settled_by_person(Step& step);
    void take_from(const AnswerSlot& slot, int occurrence, Step& step);
    Next call();
    Next end();
    Next back_to_caller(const Node& reached);

    Next go(const Target& target);
    Next go_on_from_question(Step& step, const Option* option);
    Next follow_branches(Step& step);
    void know_beforehand(const Event& event);
    void begin_tree(const Tree& tree);
    std::optional<std::string> probe_status(const Node& probe);
    const ProbeSlot* fresh_result(const std::string& key, int run) const;
    void learn(const Node& probe, const std::string& key, const ProbeSlot& slot);
    void enter_sets();
    bool assign(const std::vector<Assignment>& assignments);
    void apply_options(const Node& node, const Value& value);
    FactType type_of(const std::string& fact) const;
    void forget(const std::string& fact);
    void know(const std::string& fact, Value value);

    Next stop(Standing standing);
    const AnswerSlot* answer_here(int occurrence);
    bool supplied();
    Step step_here() const;
    std::string key_of(const Node& node) const;

    const Forest& forest_;
    Ledger ledger_;
    const WalkSettings& settings_;
    const Supply& supply_;
    WalkState state_;
    std::vector<Frame> frames_;
    const Node* node_ = nullptr;
    std::map<std::string, int> visits_;
    std::map<std::string, int> asked_;                     // how often a node asked a person, so far
    std::map<std::string, int> probed_;                    // how often a probe ran
    std::map<std::string, std::set<std::string>> applied_; // by fact: `NODE option` whose `set`s were done
    std::set<std::string> started_;                        // facts that have had their `start`
    std::string masked_read_;
    int came_back_ = 0; // when somebody last went back to an answer of this path
};

} // namespace unknot
