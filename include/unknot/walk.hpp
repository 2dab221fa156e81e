// SPDX-License-Identifier: GPL-3.0-or-later
// The walk: one person's way through a tree, folded from its events. Pure: the same trees, events and day give the same state,
// and nothing else in the program knows how to move through a tree. Back, resume, replay, `why`, scripts, scenarios and coverage
// are all this fold.
#pragma once

#include "unknot/event.hpp"
#include "unknot/tree.hpp"
#include "unknot/value.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace unknot {

// A node entered more often than this in one walk means that the trees run in circles.
inline constexpr int max_visits = 1000;

enum class Standing {
    asking,   // a person must answer `node`
    probing,  // `probe` must be run (for a fix: once its steps were taken)
    done,     // at an end
    circling, // the loop guard stopped it at `node`
    masked,   // a condition would read `masked_fact`, whose content was redacted
};

enum class StepOrigin { person, file, probe, known, decision };
std::string_view name(StepOrigin origin);

// One node of the path. The pointers live as long as the forest.
struct Step {
    std::string key; // `node` or `tree/node`
    const Tree* tree = nullptr;
    const Node* node = nullptr;
    std::optional<std::string> answer;
    StepOrigin from = StepOrigin::decision;
    std::string text;               // as it was shown, facts filled in
    std::vector<std::string> edges; // the edges taken from it, as graph.hpp names them
    std::map<std::string, std::string> because; // facts that its conditions looked at, as they were then; unknown ones are empty
    int occurrence = 0;             // of its answer
    bool masked = false;
};

// One thing that happened, in the order of the walk: what a receipt is made of.
struct Happening {
    EventKind kind = EventKind::answer;
    std::string key;
    std::string value;
    std::map<std::string, std::string> fields;
    bool masked = false;
};

struct WalkState {
    Standing standing = Standing::asking;
    const Tree* tree = nullptr;
    const Node* node = nullptr; // where it stands
    std::string key;
    int occurrence = 0;                  // which time an answer to `node` would be
    int attempt = 1;                     // of a fix with several tries
    std::string text;                    // of the node, facts filled in
    std::optional<std::string> proposal; // asked again: the answer that was taken back, or the known value to be confirmed
    std::string rejected;                // a stored answer that no longer fits the node; empty when there is none

    const Node* probe = nullptr; // while probing
    std::string probe_key;
    int probe_occurrence = 0;

    std::vector<Step> path;
    std::map<std::string, Value, std::less<>> facts;
    std::vector<Happening> happenings;
    std::string masked_fact;
};

struct WalkSettings {
    std::string language;
    Value today;
};

WalkState fold(const Forest& forest, std::span<const Event> events, const WalkSettings& settings);

// Asked wherever the walk would stop to ask or to probe: the event that answers just that, or nothing. One fold with a supply costs
// what folding once costs, however many events it takes; the state is the one that folding all of them would give.
using Supply = std::function<std::optional<Event>(const WalkState& state)>;
WalkState fold(const Forest& forest, std::span<const Event> events, const WalkSettings& settings, const Supply& supply);

// The text of a node in a language with `{fact}` filled in and escaped for Markdown; `{{` is a brace. A fix that is a list becomes a
// numbered list. Choices are shown by their labels, unknown facts as an ellipsis.
std::string filled_in(
    const Forest& forest, const std::string& text, const std::map<std::string, Value, std::less<>>& facts, std::string_view language);
std::string node_text(const Forest& forest, const Node& node, const std::map<std::string, Value, std::less<>>& facts, std::string_view language);

} // namespace unknot
