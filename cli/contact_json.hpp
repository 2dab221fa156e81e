// SPDX-License-Identifier: GPL-3.0-or-later
// unknot.contact/1 and unknot.contacts/1.
#pragma once

#include "json.hpp"
#include "unknot/contact_verdict.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace unknot {

// A provider and those of its channels that were asked for.
struct ListedProvider {
    const RegisteredProvider* known = nullptr;
    std::vector<const Channel*> channels;
};

// `input` is handed in as it may be shown.
Json contact_document(const std::string& input, const ContactAddress& address, const ContactVerdict& verdict);

Json contacts_document(const std::vector<ListedProvider>& providers, const std::string& language, std::chrono::sys_seconds now);

} // namespace unknot
