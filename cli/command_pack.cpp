// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot pack`: for people who write knowledge.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "terminal.hpp"
#include "unknot/lint.hpp"
#include "unknot/rehearsal.hpp"
#include "unknot/scenario.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace unknot {

namespace {

// A folder, or the id of an installed pack; without one the only --pack.
Pack open_operand(const PackCommand& command, const Session& session, Problems& problems)
{
    std::string operand = command.operand;
    if (operand.empty() && session.options.packs.size() == 1) {
        operand = session.options.packs.front();
    }
    if (operand.empty()) {
        throw Failure("expected a pack's folder or id, found none", "unknot pack lint FOLDER");
    }
    if (std::filesystem::is_directory(operand)) {
        return Pack::open(operand, operand, Freshness::every_file, problems);
    }
    for (const auto& pack : session.packs()) {
        if (pack.info().id == operand) {
            return pack;
        }
    }
    throw Failure(fmt::format("no folder and no pack named '{}'", operand), "'unknot paths' shows the packs that were found");
}

std::string iso_day(const Session& session)
{
    return session.today().text;
}

Json problem_json(const Problem& problem)
{
    const Place place = problem.place.value_or(Place{});
    return {{"file", place.file}, {"line", place.line}, {"column", place.column}, {"severity", problem.severity == Severity::error ? "error" : "warning"},
        {"code", problem.code}, {"message", problem.message}, {"hint", problem.hint.empty() ? Json(nullptr) : Json(problem.hint)}};
}

long count(const Problems& problems, Severity severity)
{
    return std::count_if(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.severity == severity; });
}

void print_findings(const Problems& problems)
{
    for (const auto& problem : problems) {
        print(describe(problem));
    }
    const auto errors = static_cast<unsigned long>(count(problems, Severity::error));
    const auto warnings = static_cast<unsigned long>(count(problems, Severity::warning));
    print_line(fmt::format("{}, {}", filled(plural("{} error", "{} errors", errors), {std::to_string(errors)}),
        filled(plural("{} warning", "{} warnings", warnings), {std::to_string(warnings)})));
}

// The trees of a pack that have scenarios, rehearsed.
struct Rehearsal {
    struct Row {
        std::string tree;
        Verdict verdict;
    };
    std::vector<Row> rows;
    Footprint footprint;
    Coverage coverage;
    Problems problems;

    long failed() const
    {
        return std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.verdict.ok; });
    }
};

void rehearse_file(const Pack& pack, const ScenarioFile& file, const Session& session, Rehearsal& rehearsal)
{
    std::vector<std::string> languages = pack.info().languages;
    const auto forest = pack.forest(file.tree, languages, rehearsal.problems);
    if (!forest) {
        return;
    }
    for (const auto& scenario : file.scenarios) {
        rehearsal.rows.push_back({file.tree, rehearse(*forest, scenario, session.today(), rehearsal.footprint)});
    }
}

Rehearsal rehearse_all(const Pack& pack, const Session& session)
{
    Rehearsal rehearsal;
    for (const auto& id : pack.scenario_files()) {
        const auto source = pack.read(fmt::format("tests/{}.yaml", id), rehearsal.problems);
        const auto file = source ? read_scenarios(*source, id, rehearsal.problems) : std::nullopt;
        if (!file) {
            continue;
        }
        if (!pack.has_tree(file->tree)) {
            rehearsal.problems.push_back(problem_at(*source, Place{source->file, 1, 1}, "unknown-tree", fmt::format("no tree named '{}' to test", file->tree)));
            continue;
        }
        rehearse_file(pack, *file, session, rehearsal);
    }
    for (const auto& id : pack.tree_ids()) {
        Problems ignored;   // the trees with scenarios have reported theirs
        if (const auto tree = pack.tree(id, {}, ignored)) {
            rehearsal.coverage.add(coverage_of(*tree, rehearsal.footprint));
        }
    }
    return rehearsal;
}

Json coverage_json(const Coverage& coverage)
{
    Json missing = Json::array();
    for (const auto& entry : coverage.missing) {
        missing.push_back({{"kind", entry.kind}, {"id", entry.id}, {"file", entry.place.file}, {"line", entry.place.line}});
    }
    return {{"nodes", {{"covered", coverage.nodes_covered}, {"total", coverage.nodes_total}}}, {"edges", {{"covered", coverage.edges_covered}, {"total", coverage.edges_total}}},
        {"missing", missing}};
}

Json rehearsal_json(const Pack& pack, const Rehearsal& rehearsal)
{
    Json scenarios = Json::array();
    for (const auto& row : rehearsal.rows) {
        scenarios.push_back({{"tree", row.tree}, {"name", row.verdict.name}, {"ok", row.verdict.ok}, {"reason", row.verdict.ok ? Json(nullptr) : Json(row.verdict.reason)}});
    }
    return {{"schema", "unknot.test/1"}, {"pack", pack.info().id}, {"scenarios", scenarios}, {"passed", static_cast<long>(rehearsal.rows.size()) - rehearsal.failed()},
        {"failed", rehearsal.failed()}, {"coverage", coverage_json(rehearsal.coverage)}};
}

void print_rehearsal(const Rehearsal& rehearsal)
{
    for (const auto& row : rehearsal.rows) {
        if (!row.verdict.ok) {
            const Place& place = row.verdict.place;
            print_line(fmt::format("{}:{}: {} '{}': {}", place.file, place.line, _("failed"), row.verdict.name, row.verdict.reason));
        }
    }
    for (const auto& entry : rehearsal.coverage.missing) {
        print_line(fmt::format("{}:{}: {} {} {}", entry.place.file, entry.place.line, _("not covered:"), entry.kind, entry.id));
    }
    const auto& coverage = rehearsal.coverage;
    const long failed = rehearsal.failed();
    const long passed = static_cast<long>(rehearsal.rows.size()) - failed;
    print_line(filled(_("{} scenarios passed, {} failed; nodes {} of {}, edges {} of {}"),
        {std::to_string(passed), std::to_string(failed), std::to_string(coverage.nodes_covered), std::to_string(coverage.nodes_total), std::to_string(coverage.edges_covered),
            std::to_string(coverage.edges_total)}));
}

} // namespace

ExitStatus pack_lint(const PackCommand& command, const Session& session)
{
    Problems opening;   // lint() reads pack.yaml again and says the same
    const Pack pack = open_operand(command, session, opening);
    const Problems problems = lint(pack, iso_day(session));
    if (session.options.json) {
        Json rows = Json::array();
        for (const auto& problem : problems) {
            rows.push_back(problem_json(problem));
        }
        print_json({{"schema", "unknot.lint/1"}, {"pack", pack.info().id}, {"problems", rows}, {"errors", count(problems, Severity::error)},
            {"warnings", count(problems, Severity::warning)}});
    } else {
        print_findings(problems);
    }
    const bool bad = has_errors(problems) || (command.strict && !problems.empty());
    return bad ? ExitStatus::no : ExitStatus::yes;
}

ExitStatus pack_test(const PackCommand& command, const Session& session)
{
    Problems opening;
    const Pack pack = open_operand(command, session, opening);
    const Rehearsal rehearsal = rehearse_all(pack, session);
    report(rehearsal.problems);
    if (session.options.json) {
        print_json(rehearsal_json(pack, rehearsal));
    } else {
        print_rehearsal(rehearsal);
    }
    return rehearsal.failed() > 0 || has_errors(rehearsal.problems) ? ExitStatus::no : ExitStatus::yes;
}

} // namespace unknot
