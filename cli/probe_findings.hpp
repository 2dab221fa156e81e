// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of probes and the sentence for each.
#pragma once

#include <string_view>

namespace unknot {

// With at most one `{}`, which stands for the report's detail. Null for a finding that nobody knows.
const char* finding_text(std::string_view finding);

} // namespace unknot
