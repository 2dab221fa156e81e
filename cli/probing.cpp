// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing.hpp"

#include "interruption.hpp"
#include "probe_runner.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <tuple>

namespace unknot {

namespace {

// Two probes that ask the same thing.
using Question = std::tuple<std::string, std::vector<std::string>, std::map<std::string, std::string, std::less<>>, std::int64_t>;

Question question_of(const ProbeRequest& request)
{
    return {request.kind, request.arguments, request.parameters, request.timeout_ms};
}

ProbeReport skipped(const std::string& why)
{
    ProbeReport report = failed_report(why);
    report.status = "skipped";
    return report;
}

} // namespace

Allowance allowance_of(const Session& session, const std::vector<std::string>& words)
{
    std::vector<std::string> all = session.configuration.allow;
    all.insert(all.end(), words.begin(), words.end());
    return read_allowance(all);
}

ProbeResult result_of(const ProbeOutcome& outcome)
{
    return {outcome.status, {outcome.report.fields.begin(), outcome.report.fields.end()}};
}

void add_environment(ProbeRequest& request)
{
    std::vector<std::string> names;
    if (request.kind == "file" || request.kind == "disk") {
        names = {"HOME"};
    } else if (request.kind == "env") {
        names = {request.argument()};
    } else if (request.kind == "http" || request.kind == "clock" || request.kind == "proxy") {
        names = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"};
    }
    for (const auto& name : names) {
        if (const auto value = environment_variable(name)) {
            request.environment[name] = *value;
        }
    }
}

std::vector<const Probe*> probes_of(const Forest& forest)
{
    std::vector<const Probe*> probes;
    for (const auto& tree : forest.trees) {
        for (const auto& node : tree.second.nodes) {
            if (node.probe) {
                probes.push_back(&*node.probe);
            }
        }
    }
    return probes;
}

Prober::Prober(const Session& session, Allowance allowance, Probes probes)
    : session_(session), consent_(session, std::move(allowance), asking_in(session)), probes_(probes)
{
}

Prober Prober::of_the_person(const Session& session)
{
    return {session, {}, Probes::run};
}

std::optional<std::string> Prober::refusal(const PlannedProbe& plan, const std::vector<const Probe*>& all)
{
    if (probes_ == Probes::skip) {
        return "no_probes";
    }
    if (plan.pack != nullptr) {
        return consent_.refusal(*plan.pack, *plan.probe, all);
    }
    const bool network = probe_kind(plan.probe->kind)->scope == ProbeScope::network;
    return network && session_.options.offline ? std::optional<std::string>("offline") : std::nullopt;
}

std::vector<ProbeOutcome> Prober::run(const std::vector<PlannedProbe>& planned)
{
    std::vector<const Probe*> all = announced_;
    for (const auto& plan : planned) {
        all.push_back(plan.probe);
    }
    std::vector<ProbeRequest> requests;
    std::map<Question, std::size_t> asked;
    std::vector<std::optional<std::size_t>> answered_by(planned.size());
    std::vector<ProbeOutcome> outcomes(planned.size());
    for (std::size_t i = 0; i < planned.size(); ++i) {
        if (const auto why = refusal(planned[i], all)) {
            outcomes[i].report = skipped(*why);
            continue;
        }
        ProbeRequest request = request_of(*planned[i].probe);
        const auto entry = asked.emplace(question_of(request), requests.size());
        answered_by[i] = entry.first->second;
        if (entry.second) {
            add_environment(request);
            requests.push_back(std::move(request));
        }
    }
    const auto reports = run_probes(helper_folder(), requests);
    if (interrupted()) {
        throw Interrupted();
    }
    for (std::size_t i = 0; i < planned.size(); ++i) {
        outcomes[i].report = answered_by[i] ? reports[*answered_by[i]] : outcomes[i].report;
        outcomes[i].status = verdict(*planned[i].probe, outcomes[i].report, planned[i].facts, session_.today());
    }
    return outcomes;
}

} // namespace unknot
