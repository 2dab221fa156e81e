// SPDX-License-Identifier: GPL-3.0-or-later
// Which recorded walks a command means.
#pragma once

#include "session.hpp"
#include "unknot/case_store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unknot {

// The case with this number; without one the case last touched, where a person sits at a terminal. Throws Failure when there is none,
// and in a script that names none.
CaseRecord chosen_case(const CaseStore& store, std::optional<std::int64_t> id, const Session& session);

// Those that the filter lets pass, the one last touched first.
std::vector<CaseHead> cases_matching(const CaseStore& store, const CaseFilter& filter);

} // namespace unknot
