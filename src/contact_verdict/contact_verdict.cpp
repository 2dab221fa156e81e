// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the questions is the whole safety of it. The list comes first, and exactly: whatever is found there is theirs, with reservations at most.
// Likeness is asked only of what is not on it, so that no rule of likeness, however clever, can make anything official. What is written to be read in
// two ways is never looked up on the list: it imitates, or it is refused.
#include "unknot/contact_verdict.hpp"

#include "contact_verdict/shared_hosts.hpp"
#include "unknot/lookalike.hpp"
#include "unknot/value.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace unknot {

namespace {

constexpr long days_until_stale = 365;
constexpr unsigned http_port = 80;
constexpr unsigned https_port = 443;

void add_age(const Provider& provider, long today, std::vector<ContactReason>& reasons)
{
    const auto reviewed = read_value(FactType::date, provider.reviewed);
    if (!reviewed) {
        reasons.push_back(ContactReason::undated_entry);
    } else if (today - static_cast<long>(reviewed->number) > days_until_stale) {
        reasons.push_back(ContactReason::stale_entry);
    }
}

bool is_odd_port(const ContactAddress& address)
{
    return address.port && *address.port != (address.scheme == "http" ? http_port : https_port);
}

// What there is to say against an address that is on the list.
std::vector<ContactReason> reservations(const ContactAddress& address, const Listing& listing, long today)
{
    std::vector<ContactReason> reasons;
    if (listing.reason == ContactReason::unlisted_mailbox || listing.reason == ContactReason::service_not_said) {
        reasons.push_back(listing.reason);
    }
    if (address.scheme == "http" && !address.host.ascii.ends_with(".onion")) {
        reasons.push_back(ContactReason::plain_http);
    }
    if (is_odd_port(address)) {
        reasons.push_back(ContactReason::odd_port);
    }
    add_age(listing.owner->provider, today, reasons);
    return reasons;
}

ContactVerdict listed(const ContactAddress& address, const Listing& listing, long today)
{
    auto reasons = reservations(address, listing, today);
    const ContactClass verdict = reasons.empty() ? ContactClass::official : ContactClass::caution;
    if (reasons.empty() || reasons.front() != listing.reason) {
        reasons.push_back(listing.reason);
    }
    return {verdict, listing.owner, listing.entry, std::move(reasons)};
}

// An account on a network, an app in a store: the place is shared, also where only the name was given.
std::optional<ContactReason> shared_place(const ContactAddress& address)
{
    if (address.kind == AddressKind::email && is_free_mail(address.host)) {
        return ContactReason::free_mail;
    }
    if (address.kind == AddressKind::app) {
        return ContactReason::app_store;
    }
    if (const auto place = shared_host(address.host)) {
        return place;
    }
    return address.kind == AddressKind::account ? std::optional(ContactReason::social_network) : std::nullopt;
}

// The same number as it is dialled inside the country: the list has it with the country's code.
bool lacks_country_code(const ContactAddress& address, const ContactRegister& known)
{
    if (address.kind != AddressKind::phone || !address.number.starts_with('0')) {
        return false;
    }
    const std::string national = address.number.substr(1);
    return std::any_of(known.phones().begin(), known.phones().end(), [&](const Listing& listing) {
        return listing.entry.starts_with('+') && listing.entry.size() > national.size() && listing.entry.ends_with(national);
    });
}

ContactVerdict unlisted(const ContactAddress& address, const ContactRegister& known)
{
    if (const auto place = shared_place(address)) {
        return {ContactClass::shared, nullptr, {}, {*place}};
    }
    if (address.host.kind == HostKind::number) {
        return {ContactClass::unlisted, nullptr, {}, {ContactReason::number_as_host}};
    }
    const bool national = lacks_country_code(address, known);
    return {ContactClass::unlisted, nullptr, {}, {national ? ContactReason::no_country_code : ContactReason::not_listed}};
}

// The entry; but where everybody may post, a domain vouches for nothing below it.
std::optional<Listing> entry_of(const ContactAddress& address, const ContactRegister& known)
{
    const auto listing = known.find(address);
    const bool by_domain = listing && listing->reason == ContactReason::listed_domain;
    return by_domain && shared_service(address.host) ? std::nullopt : listing;
}

void add_missing(const std::vector<ContactReason>& more, std::vector<ContactReason>& reasons)
{
    std::copy_if(more.begin(), more.end(), std::back_inserter(reasons),
        [&](ContactReason reason) { return std::find(reasons.begin(), reasons.end(), reason) == reasons.end(); });
}

bool only_a_channel_could_be(const ContactAddress& address)
{
    return address.tricks == std::vector{ContactReason::unusual_scheme} && !address.scheme.empty();
}

} // namespace

std::string_view name(ContactClass verdict)
{
    constexpr std::array<std::string_view, 6> names = {"official", "caution", "lookalike", "shared", "unlisted", "invalid"};
    return names[static_cast<std::size_t>(verdict)];
}

ContactVerdict judge_contact(const ContactAddress& address, const ContactRegister& known, long today)
{
    const auto listing = entry_of(address, known);
    if (listing && (address.tricks.empty() || only_a_channel_could_be(address))) {
        return listed(address, *listing, today);
    }
    if (std::find(address.tricks.begin(), address.tricks.end(), ContactReason::not_an_address) != address.tricks.end()) {
        return {ContactClass::invalid, nullptr, {}, address.tricks};
    }
    auto likeness = find_resemblance(address, known);
    if (listing && !address.unreadable()) {
        likeness = {listing->owner, listing->entry, {ContactReason::hidden_characters}};
    }
    if (!likeness.reasons.empty()) {
        add_missing(address.tricks, likeness.reasons);
        return {ContactClass::lookalike, likeness.owner, likeness.nearest, std::move(likeness.reasons)};
    }
    if (address.unreadable()) {
        return {ContactClass::invalid, nullptr, {}, address.tricks};
    }
    ContactVerdict verdict = unlisted(address, known);
    verdict.reasons.insert(verdict.reasons.end(), address.tricks.begin(), address.tricks.end());
    return verdict;
}

} // namespace unknot
