// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/detectors.hpp"

#include <utility>

namespace unknot {

void report(Findings& findings, std::string_view kind, std::string_view rule, std::size_t start, std::size_t end, Proof proof, std::string canonical)
{
    Finding finding;
    finding.span.kind = kind;
    finding.span.rule = rule;
    finding.span.start = start;
    finding.span.end = end;
    finding.span.checked = proof == Proof::checksum;
    finding.canonical = std::move(canonical);
    findings.push_back(std::move(finding));
}

} // namespace unknot
