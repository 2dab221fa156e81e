// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of addresses, each read in a file of its own. Private to contact_address.
#pragma once

#include "unknot/contact_address.hpp"

#include <string_view>

namespace unknot {

// `text` with or without a scheme. Fills in everything but service and account.
void read_url(std::string_view text, ContactAddress& address);

// `github.com/spesmilo`: service and account of a URL that was read, and what the link really is.
void find_account(ContactAddress& address);

// Whether `SERVICE:ACCOUNT` may be written for it.
bool is_service(std::string_view name);

} // namespace unknot
