// SPDX-License-Identifier: GPL-3.0-or-later
// `clock`: how far this machine's clock is off, by the dates of web servers or by an SNTP server; positive when it is ahead. Of several servers the one in
// the middle counts, so that one wrong clock among them does no harm. A server that does not answer says nothing about the clock: that is never a `fail`.
#include "endpoint.hpp"
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "sntp.hpp"
#include "transfer.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace unknot {

namespace {

constexpr double doubtful_skew = 30;   // what one-time passwords bear
constexpr double bad_skew = 300;       // what tickets and signatures bear
constexpr std::chrono::milliseconds least_share{500};

std::variant<double, ProbeReport> skew_by(const std::string& server, const ProbeRequest& request, const Deadline& deadline)
{
    constexpr double half_second = 0.5;   // the server's date has no fractions
    if (server.find("://") == std::string::npos) {
        return sntp_skew(read_endpoint(server, PortNeed::optional), deadline);
    }
    const Transfer answer = transfer(server, Body::ignored, {}, request, deadline);
    if (answer.failure) {
        return *answer.failure;
    }
    return answer.date ? std::variant<double, ProbeReport>(std::round(answer.received - *answer.date - half_second)) : failed_report("no_time");
}

double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

ProbeReport judged(const ProbeRequest& request, double skew)
{
    const auto most = setting(request, "max-skew", FactType::duration);
    const double off = std::abs(skew);
    if (off > (most ? most->number : bad_skew)) {
        return bad("skewed", number_text(skew));
    }
    return !most && off > doubtful_skew ? doubtful("skewed", number_text(skew)) : good("right");
}

} // namespace

ProbeReport probe_clock(const ProbeRequest& request, const Deadline& deadline)
{
    setting(request, "max-skew", FactType::duration);
    std::vector<double> skews;
    std::optional<ProbeReport> failure;
    for (std::size_t i = 0; i < request.arguments.size(); ++i) {
        const auto skew = skew_by(request.arguments[i], request, deadline.share(request.arguments.size() - i, least_share));
        if (const double* seconds = std::get_if<double>(&skew)) {
            skews.push_back(*seconds);
        } else if (!failure) {
            failure = std::get<ProbeReport>(skew);
        }
    }
    if (skews.empty()) {
        return failure && failure->status == "error" ? *failure : failed_report("no_time", failure ? failure->finding : "");
    }
    const double skew = middle(std::move(skews));
    ProbeReport report = judged(request, skew);
    report.fields["skew"] = number_text(skew);
    return report;
}

} // namespace unknot
