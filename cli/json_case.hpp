// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded walks as JSON: unknot.case/1, and one case of unknot.cases/1.
#pragma once

#include "json.hpp"
#include "unknot/case_store.hpp"

#include <string>
#include <string_view>

namespace unknot {

std::string_view event_kind_name(EventKind kind);

// The answer, note or payload; of a probe its status and fields, as `--probe` takes them.
std::string event_value(const Event& event);

Json case_head_json(const CaseHead& head);
Json case_document(const CaseRecord& record);

} // namespace unknot
