// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery phrases that documentation and test suites print: no secret of anybody, and a trap for whoever uses one.
#pragma once

#include <string_view>

namespace unknot {

// `words` are folded, one space between.
bool is_public_phrase(std::string_view words);

} // namespace unknot
