// SPDX-License-Identifier: GPL-3.0-or-later
// What is officially whose: the providers of all packs and of the person, as one list to look an address up in. An entry is exact or it is none:
// nothing here looks for likeness.
#pragma once

#include "unknot/contact_address.hpp"
#include "unknot/contact_reason.hpp"
#include "unknot/provider.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct RegisteredProvider {
    Provider provider;
    std::string origin; // who says so: a pack, or the person's own folder
};

// An official domain, as imitations are compared with it.
struct OfficialDomain {
    std::string name;     // electrum.org
    std::string label;    // electrum
    std::string suffix;   // org
    std::string skeleton; // of the label
    std::string blurred;
    const RegisteredProvider* owner = nullptr;
};

struct OfficialAccount {
    std::string service;
    std::string name;
    const RegisteredProvider* owner = nullptr;
};

// The entry that an address is. `listed_*` says of what kind; `unlisted_mailbox` and `service_not_said` that it is only nearly one.
struct Listing {
    const RegisteredProvider* owner = nullptr;
    ContactReason reason = ContactReason::listed_domain;
    std::string entry; // as it stands on the list
};

// Pointers into a register live as long as it does.
class ContactRegister {
public:
    ContactRegister() = default;
    ContactRegister(const ContactRegister&) = delete;
    ContactRegister& operator=(const ContactRegister&) = delete;
    ContactRegister(ContactRegister&&) = default;
    ContactRegister& operator=(ContactRegister&&) = default;

    void add(Provider provider, std::string origin);

    // A web address of a listed domain or below it, of a listed host or a channel, an e-mail address, a number, an account. Beneath an account of a
    // code host lie its repositories and releases; whatever else lies there, anybody may have written.
    std::optional<Listing> find(const ContactAddress& address) const;

    const std::deque<RegisteredProvider>& providers() const { return providers_; }
    const std::vector<OfficialDomain>& domains() const { return domains_; }
    const std::vector<OfficialAccount>& accounts() const { return accounts_; }
    const std::vector<Listing>& phones() const { return phones_; }

private:
    struct Channel {
        ContactAddress address;
        Listing listing;
    };

    void add_channels(const RegisteredProvider& owner);
    std::optional<Listing> find_host(const Host& host) const;
    std::optional<Listing> find_web(const ContactAddress& address) const;
    std::optional<Listing> find_email(const ContactAddress& address) const;
    std::optional<Listing> find_account(const ContactAddress& address) const;

    std::deque<RegisteredProvider> providers_;
    std::vector<OfficialDomain> domains_;
    std::vector<OfficialAccount> accounts_;
    std::vector<Listing> hosts_;
    std::vector<Listing> emails_;
    std::vector<Listing> phones_;
    std::vector<Channel> channels_;
};

} // namespace unknot
