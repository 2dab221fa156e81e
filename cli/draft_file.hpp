// SPDX-License-Identifier: GPL-3.0-or-later
// Mail drafts in the state folder, for the mail program to open. One a case; gone when the case is deleted.
#pragma once

#include "session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace unknot {

// The file's path; only its owner can read it. An older draft of the case is replaced. Throws Failure when it can't be written.
std::string write_draft(const Session& session, std::optional<std::int64_t> case_id, const std::string& message);

void remove_draft(const Session& session, std::int64_t case_id);

} // namespace unknot
