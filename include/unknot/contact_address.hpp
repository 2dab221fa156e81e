// SPDX-License-Identifier: GPL-3.0-or-later
// An address as somebody was sent it, taken apart the way the program that opens it would: where does it really lead? Judges nothing.
#pragma once

#include "unknot/contact_reason.hpp"
#include "unknot/domain.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class AddressKind { url, domain, email, phone, account, app };
std::string_view name(AddressKind kind);

struct ContactAddress {
    AddressKind kind = AddressKind::url;
    std::string text;                  // without what surrounds it, `<…>` or spaces, and without characters that nobody sees
    std::string scheme;                // of a URL, lower case; empty where none was written
    std::string before_at;             // of a URL: what stands before the host; of an e-mail the mailbox, in lower case
    Host host;                         // of URLs, domains, e-mails, and of accounts and apps that were given as a URL
    std::optional<unsigned> port;
    std::string path;                  // what follows the host, as it was written
    std::string service;               // of accounts and apps: github, x, google-play; empty where only `@name` was given
    std::string account;               // the account's name, the app's id, as written
    std::string below;                 // what follows an account in a URL
    std::string number;                // of a phone: digits, `+` before them where the country was given
    std::vector<ContactReason> tricks; // how it is written to deceive, or why it can't be read

    // It leads nowhere that could be told for sure.
    bool unreadable() const;
};

// Takes a URL, a domain, an e-mail address (also `mailto:` and `Name <a@b>`), a telephone number (also `tel:`), `@account`, `SERVICE:ACCOUNT`
// or a link to an account or an app. Hidden characters are dropped and told as a trick. Any text is answered; at most 4 KiB of it are read.
ContactAddress read_contact_address(std::string_view text);

// For comparing: digits of a telephone number with `+` where it says so, empty for what is none.
std::string phone_number(std::string_view text);

} // namespace unknot
