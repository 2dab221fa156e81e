// SPDX-License-Identifier: GPL-3.0-or-later
// unknot.case/1 read back: a case of another machine, as an export has it.
#pragma once

#include "json.hpp"
#include "unknot/case_store.hpp"

#include <optional>

namespace unknot {

// Nothing when it is no such document, or any part of it is not what it should be: it may come from anywhere. Which time a node was asked is told
// by `occurrence` where an event has it; otherwise an answer behind a "back" is taken for the same time, and any other for the next.
std::optional<CaseRecord> read_case_document(const Json& document);

} // namespace unknot
