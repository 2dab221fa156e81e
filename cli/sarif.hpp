// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts and editors read.
#pragma once

#include "json.hpp"
#include "unknot/secret_scan.hpp"

namespace unknot {

Json sarif_document(const ScanResult& result);

} // namespace unknot
