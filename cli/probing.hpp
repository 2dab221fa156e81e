// SPDX-License-Identifier: GPL-3.0-or-later
// Probes of a tree, run: allowed, handed what they may know of the environment, sent to the helper, judged by the tree.
#pragma once

#include "consent.hpp"
#include "session.hpp"
#include "unknot/probe_run.hpp"
#include "unknot/script.hpp"

#include <map>
#include <string>
#include <vector>

namespace unknot {

using KnownFacts = std::map<std::string, Value, std::less<>>;

struct ProbeOutcome {
    std::string status;   // by the tree's own `warn` and `fail`, where it has them
    ProbeReport report;
};

// A probe that is to be run, and what its conditions may read.
struct PlannedProbe {
    const Pack* pack = nullptr;
    const Probe* probe = nullptr;
    KnownFacts facts;
};

ProbeResult result_of(const ProbeOutcome& outcome);   // as a walk takes it

enum class Probes { run, skip };   // skip: --no-probes

class Prober {
public:
    Prober(const Session& session, Allowance allowance, Probes probes);

    // For probes that the person typed: only --offline stands against them. Their plans need no pack.
    static Prober of_the_person(const Session& session);

    // What may follow, for the person who is asked about the first.
    void announce(std::vector<const Probe*> probes) { announced_ = std::move(probes); }

    // All of them, several at once; what is asked for twice runs once. In their order. Throws Interrupted.
    std::vector<ProbeOutcome> run(const std::vector<PlannedProbe>& planned);

private:
    std::optional<std::string> refusal(const PlannedProbe& plan, const std::vector<const Probe*>& all);

    const Session& session_;
    Consent consent_;
    Probes probes_;
    std::vector<const Probe*> announced_;
};

// What is allowed by the words of `--allow` and by the configuration.
Allowance allowance_of(const Session& session, const std::vector<std::string>& words);

// The person's environment, as far as this kind may know it.
void add_environment(ProbeRequest& request);

// Every probe of a forest: what to announce before a walk.
std::vector<const Probe*> probes_of(const Forest& forest);

} // namespace unknot
