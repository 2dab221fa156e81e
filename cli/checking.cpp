// SPDX-License-Identifier: GPL-3.0-or-later
#include "checking.hpp"

#include "interruption.hpp"
#include "unknot/redactor.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>

namespace unknot {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_rounds{500};

bool holds(const Check& check)
{
    const std::string& status = check.outcome.status;
    return status == "ok" || status == "warn" || status == "skipped" || check.ignored;
}

void run_round(std::vector<Check*>& round, Prober& prober)
{
    std::vector<PlannedProbe> planned;
    for (const Check* check : round) {
        planned.push_back(check->planned);
    }
    auto outcomes = prober.run(planned);
    for (std::size_t i = 0; i < round.size(); ++i) {
        round[i]->outcome = std::move(outcomes[i]);
    }
    round.erase(std::remove_if(round.begin(), round.end(), [](const Check* check) { return holds(*check); }), round.end());
}

void mask_secrets(std::vector<Check>& checks)
{
    Redactor redactor;
    for (auto& check : checks) {
        check.outcome.report.detail = redactor.redact(check.outcome.report.detail).text;
        for (auto& field : check.outcome.report.fields) {
            field.second = redactor.redact(field.second).text;
        }
    }
}

bool any_with(const std::vector<Check>& checks, std::string_view status)
{
    return std::any_of(checks.begin(), checks.end(), [&](const Check& check) { return check.outcome.status == status && !check.ignored; });
}

} // namespace

void run_checks(std::vector<Check>& checks, Prober& prober, double wait_seconds)
{
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(wait_seconds));
    std::vector<Check*> round;
    for (auto& check : checks) {
        round.push_back(&check);
    }
    run_round(round, prober);
    while (!round.empty() && Clock::now() + between_rounds < deadline) {
        ::poll(nullptr, 0, static_cast<int>(between_rounds.count()));
        if (interrupted()) {
            throw Interrupted();
        }
        run_round(round, prober);
    }
    mask_secrets(checks);
}

ExitStatus status_of(const std::vector<Check>& checks, CheckStrictness strictness)
{
    if (any_with(checks, "fail") || (strictness == CheckStrictness::strict && any_with(checks, "warn"))) {
        return ExitStatus::no;
    }
    const bool none_ran = !checks.empty() && std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.outcome.status == "skipped"; });
    return any_with(checks, "error") || none_ran ? ExitStatus::trouble : ExitStatus::yes;
}

} // namespace unknot
