// SPDX-License-Identifier: GPL-3.0-or-later
#include "walking.hpp"

#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

Forest load_forest(const Session& session, const Pack& pack, const std::string& tree)
{
    Problems problems;
    auto forest = pack.forest(tree, {session.language_of(pack)}, problems);
    if (forest) {
        return std::move(*forest);
    }
    const auto first = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Severity::error; });
    if (first == problems.end()) {
        throw Failure(fmt::format("no tree named '{}'", tree), "'unknot list' shows all");
    }
    const Problem fatal = *first;
    problems.erase(first);
    report(problems);
    throw Failure(fatal);
}

void warn_if_stale(const Session& session, const Pack& pack)
{
    const auto expires = read_value(FactType::date, pack.info().expires);
    if (expires && compare(session.today(), *expires) == std::partial_ordering::greater) {
        warn(fmt::format("the pack '{}' is stale: it was meant to be used until {}", pack.info().id, pack.info().expires), "look for a newer version of it");
    }
}

std::string receipt_of(const Walking& walking, const WalkState& state)
{
    return write_receipt({walking.pack->info().id, walking.pack->info().version, walking.forest.root, state.happenings});
}

ExitStatus status_of(const WalkState& state)
{
    const bool good = state.node->outcome == OutcomeClass::resolved || state.node->outcome == OutcomeClass::workaround;
    return good ? ExitStatus::yes : ExitStatus::no;
}

void require_progress(const WalkState& state)
{
    if (state.standing == Standing::circling) {
        throw Failure(Problem{Severity::error, "circling", fmt::format("the tree runs in circles: node '{}' was entered more than {} times", state.key, max_visits),
            state.node->place, "give the loop a question or a way out", {}});
    }
}

} // namespace unknot
