// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/redactor.hpp"

#include "redactor/detectors.hpp"
#include "unknot/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace unknot {

namespace {

// Secrets that overlap become one, so that no part of either stays.
Findings without_overlaps(Findings findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.span.start < b.span.start; });
    Findings merged;
    for (Finding& finding : findings) {
        if (merged.empty() || finding.span.start >= merged.back().span.end) {
            merged.push_back(std::move(finding));
        } else {
            merged.back().span.end = std::max(merged.back().span.end, finding.span.end);
        }
    }
    return merged;
}

Findings find_all(std::string_view text)
{
    Findings findings;
    find_phrases(text, findings);
    find_base58_keys(text, findings);
    find_pem_keys(text, findings);
    find_cards(text, findings);
    return without_overlaps(std::move(findings));
}

} // namespace

std::vector<SecretSpan> find_secrets(std::string_view text)
{
    std::vector<SecretSpan> spans;
    for (Finding& finding : find_all(text)) {
        spans.push_back(std::move(finding.span));
    }
    return spans;
}

Redactor::Redactor() : key_(random_key())
{
}

Redactor::Result Redactor::redact(std::string_view text)
{
    Result result;
    std::size_t copied = 0;
    for (Finding& finding : find_all(text)) {
        result.text.append(text.substr(copied, finding.span.start - copied));
        result.text.append(stand_in(finding.span.kind, finding.canonical));
        copied = finding.span.end;
        result.spans.push_back(std::move(finding.span));
    }
    result.text.append(text.substr(copied));
    return result;
}

std::string Redactor::stand_in(std::string_view kind, std::string_view secret)
{
    std::string digest = keyed_hash(key_, secret);
    const auto known = stand_ins_.find(digest);
    if (known != stand_ins_.end()) {
        return known->second;
    }
    const int number = ++counts_[std::string(kind)];
    return stand_ins_.emplace(std::move(digest), fmt::format("[{}-{}]", kind, number)).first->second;
}

} // namespace unknot
