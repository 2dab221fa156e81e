// SPDX-License-Identifier: GPL-3.0-or-later
// Which official address another one resembles, and how. A resemblance is a reason to look twice: it makes nothing official, and proves nothing false.
#pragma once

#include "unknot/contact_address.hpp"
#include "unknot/contact_reason.hpp"
#include "unknot/contact_register.hpp"

#include <string>
#include <vector>

namespace unknot {

struct Resemblance {
    const RegisteredProvider* owner = nullptr; // whose address is imitated; null where a name is only made to be misread
    std::string nearest;                       // that address
    std::vector<ContactReason> reasons;        // empty where it resembles none
};

// Ask only for addresses that are not on the register themselves.
Resemblance find_resemblance(const ContactAddress& address, const ContactRegister& known);

} // namespace unknot
