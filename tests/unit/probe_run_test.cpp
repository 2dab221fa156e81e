// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/probe_run.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace unknot;

namespace {

ProbeReport sample_report()
{
    ProbeReport report;
    report.status = "ok";
    report.finding = "connected";
    report.fields = {{"address", "127.0.0.1"}, {"ms", "12"}};
    return report;
}

std::string finding_after(void (*change)(ProbeReport&), std::string_view kind = "tcp")
{
    ProbeReport report = sample_report();
    change(report);
    return checked_report(kind, std::move(report)).finding;
}

} // namespace

TEST_CASE("a report of its kind passes as it is")
{
    const ProbeReport checked = checked_report("tcp", sample_report());
    CHECK(checked.status == "ok");
    CHECK(checked.fields.at("ms") == "12");
}

TEST_CASE("a report with anything else in it is an error")
{
    CHECK(finding_after([](ProbeReport& report) { report.status = "fine"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.finding = ""; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.finding = "Rude Words"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.finding = std::string(41, 'a'); }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.detail = "\x1b[31m"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.detail = "\xff"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.fields["free"] = "1GB"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.fields["ms"] = "soon"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport& report) { report.fields["address"] = "a\xe2\x80\xae" "b"; }) == "bad_report");
    CHECK(finding_after([](ProbeReport&) {}, "no-such-kind") == "bad_report");
}

TEST_CASE("sizes and durations may be plain numbers")
{
    ProbeReport report = failed_report("short");
    report.fields = {{"free", "1000"}, {"total", "5GiB"}};
    CHECK(checked_report("disk", report).finding == "short");
}

TEST_CASE("what was not given is null")
{
    ProbeRequest request;
    CHECK(request.argument().empty());
    CHECK(request.parameter("type") == nullptr);
    request.parameters["type"] = "MX";
    CHECK(*request.parameter("type") == "MX");
    CHECK(request.variable("HOME") == nullptr);
}
