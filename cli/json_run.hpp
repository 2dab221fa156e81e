// SPDX-License-Identifier: GPL-3.0-or-later
// unknot.run/1
#pragma once

#include "json.hpp"
#include "walking.hpp"

namespace unknot {

Json run_document(const Walking& walking, const WalkState& state, const std::vector<std::string>& unused);

} // namespace unknot
