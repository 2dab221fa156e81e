// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_choice.hpp"

#include "terminal.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace unknot {

namespace {

bool state_fits(const CaseHead& head, const std::string& state)
{
    return state.empty() || (state == "open" ? head.state == CaseState::open : head.outcome == state);
}

bool head_fits(const CaseHead& head, const CaseFilter& filter)
{
    const std::string day = head.updated.substr(0, std::string_view("2026-11-21").size());
    return (filter.tree.empty() || head.tree == filter.tree) && state_fits(head, filter.state) && (filter.since.empty() || day >= filter.since) &&
           (filter.until.empty() || day <= filter.until);
}

// Everything that the person said in a case, folded.
std::string said_in(const CaseRecord& record)
{
    std::string said = record.head.tree;
    for (const auto& event : record.events) {
        const bool by_person = event.kind == EventKind::answer || event.kind == EventKind::fact || event.kind == EventKind::note;
        said += by_person ? '\n' + event.value : std::string();
    }
    return fold_case(said);
}

bool words_fit(const CaseStore& store, const CaseHead& head, const std::string& words)
{
    const auto record = store.find(head.id);
    const std::string said = record ? said_in(*record) : std::string();
    std::istringstream each(fold_case(words));
    for (std::string word; each >> word;) {
        if (said.find(word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

} // namespace

CaseRecord chosen_case(const CaseStore& store, std::optional<std::int64_t> id, const Session& session)
{
    if (!id) {
        const bool person = terminal().input_is_terminal && !session.options.no_input && !session.options.json;
        const auto heads = person ? store.list() : std::vector<CaseHead>();
        if (heads.empty()) {
            throw Failure(person ? "no walk is recorded" : "expected the number of a case, found none",
                person ? "unknot run TREE" : "'unknot case list' shows all");
        }
        id = heads.front().id;
    }
    auto record = store.find(*id);
    if (!record) {
        throw Failure(fmt::format("no case {}", *id), "'unknot case list' shows all");
    }
    return std::move(*record);
}

std::vector<CaseHead> cases_matching(const CaseStore& store, const CaseFilter& filter)
{
    auto heads = store.list();
    const auto is_out = [&](const CaseHead& head) {
        return !head_fits(head, filter) || (!filter.words.empty() && !words_fit(store, head, filter.words));
    };
    heads.erase(std::remove_if(heads.begin(), heads.end(), is_out), heads.end());
    return heads;
}

} // namespace unknot
