// SPDX-License-Identifier: GPL-3.0-or-later
// Places where anybody may post, publish or get an address. Private to contact_verdict.
#pragma once

#include "unknot/contact_reason.hpp"
#include "unknot/domain.hpp"

#include <optional>

namespace unknot {

// What kind of shared place a host is, if it is one of the well-known ones.
std::optional<ContactReason> shared_service(const Host& host);

// The same, or below a suffix that a hosting service put on the public suffix list.
std::optional<ContactReason> shared_host(const Host& host);

// A service where anybody gets an e-mail address.
bool is_free_mail(const Host& host);

} // namespace unknot
