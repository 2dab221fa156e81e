// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/probe_verdict.hpp"

#include <doctest/doctest.h>

using namespace unknot;

namespace {

Condition condition(const std::string& text)
{
    Vocabulary vocabulary;
    vocabulary.facts["ms"] = {FactType::number, {}};
    vocabulary.facts["address"] = {FactType::text, {}};
    vocabulary.facts["most"] = {FactType::number, {}};
    Problems problems;
    auto read = read_condition({"test", text, 0}, {text, {"test", 1, 1}}, vocabulary, problems);
    REQUIRE(read);
    return *read;
}

Probe tcp_probe()
{
    Probe probe;
    probe.kind = "tcp";
    probe.argument = {"localhost:80"};
    return probe;
}

ProbeReport report(const std::string& status, bool conclusive = false)
{
    ProbeReport made;
    made.status = status;
    made.finding = "connected";
    made.conclusive = conclusive;
    made.fields = {{"ms", "120"}};
    return made;
}

const Value some_day = date_value(20000);

} // namespace

TEST_CASE("without conditions the kind's own rule decides")
{
    CHECK(verdict(tcp_probe(), report("warn"), {}, some_day) == "warn");
    CHECK(verdict(tcp_probe(), report("skipped"), {}, some_day) == "skipped");
}

TEST_CASE("conditions stand in place of the kind's rule")
{
    Probe probe = tcp_probe();
    probe.warn = condition("ms > 100");
    probe.fail = condition("ms > 1000");
    CHECK(verdict(probe, report("ok"), {}, some_day) == "warn");
    CHECK(verdict(probe, report("fail"), {}, some_day) == "warn");
    probe.fail = condition("ms > 119");
    CHECK(verdict(probe, report("ok"), {}, some_day) == "fail");
    probe.warn = condition("ms > 121");
    probe.fail.reset();
    CHECK(verdict(probe, report("fail"), {}, some_day) == "ok");
}

TEST_CASE("what measured nothing cannot be judged by conditions")
{
    Probe probe = tcp_probe();
    probe.warn = condition("ms > 100");
    CHECK(verdict(probe, report("fail", true), {}, some_day) == "fail");
    CHECK(verdict(probe, report("error"), {}, some_day) == "error");
    CHECK(verdict(probe, report("skipped"), {}, some_day) == "skipped");
}

TEST_CASE("an unknown field takes no condition")
{
    Probe probe = tcp_probe();
    probe.fail = condition("address == \"x\"");
    CHECK(verdict(probe, report("fail"), {}, some_day) == "ok");
}

TEST_CASE("conditions read the facts of the walk")
{
    Probe probe = tcp_probe();
    probe.fail = condition("ms > most");
    CHECK(verdict(probe, report("ok"), {}, some_day) == "ok");
    CHECK(verdict(probe, report("ok"), {{"most", number_value(100)}}, some_day) == "fail");
}

TEST_CASE("a request has the probe's parameters and its time")
{
    Probe probe = tcp_probe();
    CHECK(request_of(probe).timeout_ms == default_timeout_ms);
    probe.parameters = {{"timeout", "1m 0.5s"}, {"type", "MX"}};
    const ProbeRequest request = request_of(probe);
    CHECK(request.timeout_ms == 60'500);
    CHECK(request.parameters.size() == 1);
    probe.parameters = {{"timeout", "52w"}};
    CHECK(request_of(probe).timeout_ms == longest_timeout_ms);
    probe.parameters = {{"timeout", "0s"}};
    CHECK(request_of(probe).timeout_ms == 1);
    probe.argument = {"df", "-h"};
    CHECK(target_of(probe) == "df -h");
}
