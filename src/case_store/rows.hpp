// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of cases, events and fields. Every text is redacted on its way in; transactions are the caller's.
#pragma once

#include "case_store/database.hpp"
#include "unknot/case_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

void insert_case(Database& database, Redactor& redactor, const CaseHead& head, const std::string& now);
void touch_case(Database& database, std::int64_t id, const std::string& now);             // no row changes when there is no such case
void update_case(Database& database, Redactor& redactor, const CaseHead& head);           // state, outcome, end and version
void insert_events(Database& database, Redactor& redactor, std::int64_t id, const std::vector<Event>& events, const std::string& now);
void delete_case(Database& database, std::int64_t id);

std::optional<CaseHead> select_case(Database& database, std::int64_t id);
std::vector<CaseHead> select_cases(Database& database);   // the one last touched first
std::vector<Event> select_events(Database& database, std::int64_t id);

} // namespace unknot
