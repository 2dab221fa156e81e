// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot check`: the probes of a tree with all that it reaches, or of every tree; no question asked.
#include "check_report.hpp"
#include "commands.hpp"
#include "run_input.hpp"
#include "unknot/spelling.hpp"
#include "voice.hpp"
#include "walking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

namespace unknot {

namespace {

// A pack's trees and the checks in them. Probes are pointed to: nothing here moves once it is there.
struct Checked {
    std::deque<Forest> forests;
    std::vector<Check> checks;
    std::vector<std::string> known_facts;
};

using GivenFacts = std::vector<std::pair<std::string, std::string>>;

GivenFacts given_facts(const CheckCommand& command)
{
    GivenFacts facts = command.facts_file.empty() ? GivenFacts() : facts_in_file(command.facts_file);
    for (const auto& fact : command.facts) {
        const auto equals = fact.find('=');
        facts.emplace_back(fact.substr(0, equals), fact.substr(equals + 1));
    }
    return facts;
}

bool has_fact(const Forest& forest, const std::string& name)
{
    return std::any_of(forest.trees.begin(), forest.trees.end(), [&](const auto& tree) { return tree.second.facts.count(name) > 0; });
}

// What conditions may read: the facts given that these trees know, and those that start with a value.
KnownFacts facts_for(Checked& checked, const Forest& forest, const GivenFacts& given, const WalkSettings& settings)
{
    std::vector<Event> events;
    for (const auto& fact : given) {
        if (has_fact(forest, fact.first)) {
            events.push_back(fact_event(forest, fact.first, fact.second));
            checked.known_facts.push_back(fact.first);
        }
    }
    return fold(forest, events, settings).facts;
}

void add_tree(Checked& checked, const Pack& pack, const Tree& tree, const Forest& forest, const KnownFacts& facts, const WalkSettings& settings, bool with_tree)
{
    for (const auto& node : tree.nodes) {
        if (node.probe) {
            const std::string id = with_tree ? tree.id + '/' + node.id : forest.key(tree.id, node.id);
            checked.checks.push_back({id, {&pack, &*node.probe, facts}, settings.language, {}, std::nullopt});
        }
    }
}

void add_one(Checked& checked, const Session& session, const FoundTree& found, const GivenFacts& given)
{
    warn_if_stale(session, *found.pack);
    checked.forests.push_back(load_forest(session, *found.pack, found.id));
    const Forest& forest = checked.forests.back();
    const WalkSettings settings{session.language_of(*found.pack), session.today()};
    const KnownFacts facts = facts_for(checked, forest, given, settings);
    for (const auto& tree : forest.trees) {
        add_tree(checked, *found.pack, tree.second, forest, facts, settings, false);
    }
}

// One broken tree does not take the others away.
void add_pack(Checked& checked, const Session& session, const Pack& pack, const GivenFacts& given)
{
    warn_if_stale(session, pack);
    const WalkSettings settings{session.language_of(pack), session.today()};
    for (const auto& id : pack.tree_ids()) {
        Problems problems;
        auto forest = pack.forest(id, {settings.language}, problems);
        if (!forest) {
            report(problems);
            continue;
        }
        checked.forests.push_back(std::move(*forest));
        const Forest& kept = checked.forests.back();
        add_tree(checked, pack, kept.tree(id), kept, facts_for(checked, kept, given, settings), settings, true);
    }
}

void require_known(const Checked& checked, const GivenFacts& given)
{
    for (const auto& fact : given) {
        if (std::find(checked.known_facts.begin(), checked.known_facts.end(), fact.first) == checked.known_facts.end()) {
            throw Failure(fmt::format("no tree that is checked has a fact named '{}'", fact.first));
        }
    }
}

bool is_called(const Check& check, const std::string& id)
{
    const auto slash = check.id.rfind('/');
    return check.id == id || (slash != std::string::npos && check.id.substr(slash + 1) == id);
}

void apply_ignored(Checked& checked, const CheckCommand& command, const Session& session)
{
    for (const auto& ignored : command.ignored) {
        const auto until = read_value(FactType::date, ignored.until);
        const bool over = until && compare(session.today(), *until) == std::partial_ordering::greater;
        if (over) {
            warn(fmt::format("'{}' counts again: it was to be ignored until {}", ignored.id, ignored.until));
        }
        bool found = false;
        for (auto& check : checked.checks) {
            if (is_called(check, ignored.id)) {
                found = true;
                check.ignored = over ? std::nullopt : std::optional(ignored);
            }
        }
        if (!found) {
            std::vector<std::string> ids;
            for (const auto& check : checked.checks) {
                ids.push_back(check.id);
            }
            const auto near = nearest(ignored.id, ids);
            throw Failure(fmt::format("no check named '{}'", ignored.id), near ? fmt::format("did you mean '{}'?", *near) : "'unknot check --no-probes' lists them");
        }
    }
}

void hint_at_consent(const std::vector<Check>& checks)
{
    const auto not_allowed =
        std::count_if(checks.begin(), checks.end(), [](const Check& check) { return check.outcome.report.finding == "not_allowed" && check.outcome.status == "skipped"; });
    if (not_allowed > 0) {
        warn(fmt::format("{} probes were skipped: nobody allowed them", not_allowed), "--allow network; --allow command=NAME for a command of a pack named by --pack");
    }
}

} // namespace

ExitStatus check(const CheckCommand& command, const Session& session)
{
    Checked checked;
    const GivenFacts given = given_facts(command);
    if (!command.tree.empty()) {
        add_one(checked, session, find_tree_named(session, command.tree), given);
    } else {
        for (const auto& pack : session.packs()) {
            add_pack(checked, session, pack, given);
        }
    }
    if (session.packs().empty()) {
        throw Failure("no pack was found", "'unknot paths' shows where packs are looked for; --pack DIR names one");
    }
    require_known(checked, given);
    apply_ignored(checked, command, session);
    Prober prober(session, allowance_of(session, command.allow), command.no_probes ? Probes::skip : Probes::run);
    run_checks(checked.checks, prober, command.wait_seconds);
    hint_at_consent(checked.checks);
    const CheckFormat format = session.options.json ? CheckFormat::json : command.format;
    const ExitStatus status = report_checks(checked.checks, format, command.strict ? CheckStrictness::strict : CheckStrictness::lenient);
    return command.no_probes && status == ExitStatus::trouble ? ExitStatus::yes : status;   // a list was asked for
}

} // namespace unknot
