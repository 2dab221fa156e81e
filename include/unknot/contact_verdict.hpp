// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of a contact. Only an exact entry of a provider is official; resemblance only adds reasons; and nothing here says "safe": a
// listed sender can be forged, and a list says what is theirs, not what is done with it.
#pragma once

#include "unknot/contact_address.hpp"
#include "unknot/contact_reason.hpp"
#include "unknot/contact_register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class ContactClass {
    official,
    caution,   // theirs, but by http, at an odd port, from an entry that nobody looked at for a year, or not quite the entry
    lookalike, // like an official one
    shared,    // a place where anybody may be
    unlisted,  // none of these: not known to be official, which is all that is known
    invalid,   // cannot be read so that one could say where it leads
};
std::string_view name(ContactClass verdict);

struct ContactVerdict {
    ContactClass verdict = ContactClass::unlisted;
    const RegisteredProvider* provider = nullptr; // whose it is (official, caution), or whom it resembles
    std::string nearest;                          // the official address that it is, or resembles; empty where there is none
    std::vector<ContactReason> reasons;           // at least one, the weightiest first
};

// `today` in days since 1970-01-01: an entry is stale 365 days after its review.
ContactVerdict judge_contact(const ContactAddress& address, const ContactRegister& known, long today);

} // namespace unknot
