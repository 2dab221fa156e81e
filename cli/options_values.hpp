// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options, read strictly. Each function throws Failure that names the option and what it takes.
#pragma once

#include "options.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// Decimal digits only: no sign, no blanks, no other base.
std::int64_t decimal(std::string_view option, const std::string& text, std::int64_t min, std::int64_t max);

std::int64_t case_number(const std::string& text);

SearchCommand::Order search_order(std::string_view option, const std::string& text);
HandoffCommand::Form handoff_form(std::string_view option, const std::string& text);

// `open` or an outcome class; a day such as 2026-11-21.
std::string case_state(std::string_view option, const std::string& text);
std::string day(std::string_view option, const std::string& text);

ColorChoice color_choice(std::string_view option, const std::string& text);

// A word such as `de`, `zh_CN.UTF-8` or `pt-BR`. Whether anybody speaks it is not looked at.
std::string language_word(std::string_view option, const std::string& text);

// A day such as 2026-11-21, handed back as it is.
std::string date_word(std::string_view option, const std::string& text);

// Several operands as one text, and that text taken apart.
std::string joined_operands(const std::vector<std::string>& operands);
std::vector<std::string> operand_list(const std::string& joined);

CheckFormat check_format(std::string_view option, const std::string& text);

// A duration like `30s`, in seconds.
double seconds(std::string_view option, const std::string& text);

// NAME=VALUE, handed back as it is. `form` is how the option describes it: "NODE=VALUE".
std::string assignment(std::string_view option, std::string_view form, const std::string& text);

} // namespace unknot
