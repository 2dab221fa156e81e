// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/contact_register.hpp"

#include "unknot/confusables.hpp"
#include "unknot/display.hpp"

#include <algorithm>

namespace unknot {

namespace {

bool is_app_store(std::string_view service)
{
    return service == "google-play" || service == "app-store" || service == "f-droid";
}

std::string without_last_slash(std::string_view path)
{
    return std::string(path.substr(0, path.ends_with('/') ? path.size() - 1 : path.size()));
}

std::string_view without_www(std::string_view host)
{
    return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_web(const ContactAddress& address)
{
    return address.scheme.empty() || address.scheme == "https" || address.scheme == "http";
}

// A channel's page is this one page: the same host and path, and the same scheme where it is none of the web's.
bool is_same_page(const ContactAddress& a, const ContactAddress& b)
{
    return without_www(a.host.ascii) == without_www(b.host.ascii) && without_last_slash(a.path) == without_last_slash(b.path)
           && (a.scheme == b.scheme || (is_web(a) && is_web(b))) && a.before_at == b.before_at && a.port.has_value() == b.port.has_value();
}

bool is_same_account(const OfficialAccount& official, const ContactAddress& address)
{
    if (address.service.empty() || official.service != address.service) {
        return false;
    }
    return is_app_store(official.service) ? official.name == address.account : fold_case(official.name) == fold_case(address.account);
}

// What lies below an account and can only have come from its owner.
bool is_the_owners(const ContactAddress& address)
{
    if (address.below.empty()) {
        return true;
    }
    const bool code = address.service == "github" || address.service == "gitlab" || address.service == "codeberg";
    const std::size_t repository_end = address.below.find('/', 1);
    return code && (repository_end == std::string::npos || address.below.substr(repository_end).starts_with("/releases"));
}

template <class Entries, class Matches>
std::optional<Listing> first(const Entries& entries, Matches matches)
{
    const auto found = std::find_if(entries.begin(), entries.end(), matches);
    return found == entries.end() ? std::nullopt : std::optional<Listing>(*found);
}

} // namespace

void ContactRegister::add(Provider provider, std::string origin)
{
    const RegisteredProvider& owner = providers_.emplace_back(RegisteredProvider{std::move(provider), std::move(origin)});
    for (const auto& domain : owner.provider.domains) {
        const Host host = read_host(domain);
        const std::string label = host.unicode.substr(0, host.unicode.find('.'));
        domains_.push_back({host.ascii, label, host.suffix, skeleton(label), blurred(label), &owner});
    }
    for (const auto& host : owner.provider.hosts) {
        hosts_.push_back({&owner, ContactReason::listed_host, read_host(host).ascii});
    }
    for (const auto& email : owner.provider.emails) {
        emails_.push_back({&owner, ContactReason::listed_email, fold_case(email)});
    }
    for (const auto& phone : owner.provider.phones) {
        phones_.push_back({&owner, ContactReason::listed_phone, phone_number(phone)});
    }
    for (const auto& service : owner.provider.accounts) {
        for (const auto& account : service.second) {
            accounts_.push_back({service.first, account, &owner});
        }
    }
    add_channels(owner);
}

void ContactRegister::add_channels(const RegisteredProvider& owner)
{
    for (const auto& channel : owner.provider.channels) {
        ContactAddress address = read_contact_address(channel.to);
        if (address.kind == AddressKind::email) {
            emails_.push_back({&owner, ContactReason::listed_email, fold_case(channel.to)});
        } else if (address.kind == AddressKind::phone) {
            phones_.push_back({&owner, ContactReason::listed_phone, address.number});
        } else if (address.host.kind == HostKind::name && !address.scheme.empty()) {
            channels_.push_back({std::move(address), {&owner, ContactReason::listed_channel, channel.to}});
        }
    }
}

std::optional<Listing> ContactRegister::find_host(const Host& host) const
{
    if (host.kind != HostKind::name) {
        return std::nullopt;
    }
    for (const auto& domain : domains_) {
        if (host.registrable == domain.name) {
            return Listing{domain.owner, ContactReason::listed_domain, domain.name};
        }
    }
    return first(hosts_, [&](const Listing& listing) { return listing.entry == host.ascii; });
}

std::optional<Listing> ContactRegister::find_web(const ContactAddress& address) const
{
    for (const auto& channel : channels_) {
        if (is_same_page(channel.address, address)) {
            return channel.listing;
        }
    }
    return is_web(address) ? find_host(address.host) : std::nullopt;
}

std::optional<Listing> ContactRegister::find_email(const ContactAddress& address) const
{
    const std::string mailbox = address.before_at + '@' + address.host.ascii;
    if (auto listed = first(emails_, [&](const Listing& listing) { return listing.entry == mailbox; })) {
        return listed;
    }
    auto host = find_host(address.host);
    if (host) {
        host->reason = ContactReason::unlisted_mailbox;
    }
    return host;
}

std::optional<Listing> ContactRegister::find_account(const ContactAddress& address) const
{
    for (const auto& official : accounts_) {
        const bool same = is_same_account(official, address) && is_the_owners(address);
        const bool only_name = address.service.empty() && !is_app_store(official.service) && fold_case(official.name) == fold_case(address.account);
        if (same || only_name) {
            return Listing{official.owner, same ? ContactReason::listed_account : ContactReason::service_not_said, official.service + ':' + official.name};
        }
    }
    return std::nullopt;
}

std::optional<Listing> ContactRegister::find(const ContactAddress& address) const
{
    switch (address.kind) {
    case AddressKind::url:
    case AddressKind::domain: return find_web(address);
    case AddressKind::email: return find_email(address);
    case AddressKind::phone: return first(phones_, [&](const Listing& listing) { return !listing.entry.empty() && listing.entry == address.number; });
    case AddressKind::account:
    case AddressKind::app: break;
    }
    auto account = find_account(address);
    return account || address.host.ascii.empty() ? account : find_web(address);
}

} // namespace unknot
