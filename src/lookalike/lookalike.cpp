// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/lookalike.hpp"

#include "lookalike/rules.hpp"
#include "unknot/confusables.hpp"
#include "unknot/display.hpp"
#include "unknot/spelling.hpp"

#include <algorithm>

namespace unknot {

namespace {

// The strongest so far: of two official names the one with more reasons, of equals the first.
void keep_stronger(Resemblance& best, Resemblance next)
{
    if (next.reasons.size() > best.reasons.size()) {
        best = std::move(next);
    }
}

bool belongs_to(const Host& host, const OfficialDomain& official)
{
    return !host.registrable.empty() && host.registrable == official.name;
}

void add_unless_there(std::vector<ContactReason>& reasons, ContactReason reason)
{
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
        reasons.push_back(reason);
    }
}

bool has_trick(const ContactAddress& address, ContactReason trick)
{
    return std::find(address.tricks.begin(), address.tricks.end(), trick) != address.tricks.end();
}

// The host is the official one to a browser, but other programs read on up to the `@`.
bool is_official_to_some(const ContactAddress& address)
{
    return has_trick(address, ContactReason::backslash) && address.path.find('@') != std::string::npos;
}

std::vector<ContactReason> reasons_for(const ContactAddress& address, const SeenHost& seen, const std::string& path, const OfficialDomain& official)
{
    if (belongs_to(address.host, official)) {
        return is_official_to_some(address) ? std::vector{ContactReason::official_name_before_at} : std::vector<ContactReason>();
    }
    auto reasons = host_reasons(seen, official);
    if (names_domain(fold_case(address.before_at), official)
        || (address.kind == AddressKind::email && official.label.size() >= long_name && is_embedded(official.label, address.before_at, official.suffix))) {
        reasons.push_back(ContactReason::official_name_before_at);
    }
    if (names_domain(path, official)) {
        reasons.push_back(ContactReason::official_name_in_path);
    }
    return reasons;
}

// A name of two alphabets imitates something, whoever is meant.
bool has_mixed_label(const Host& host)
{
    for (std::string_view rest = host.unicode; !rest.empty();) {
        const std::string_view label = rest.substr(0, rest.find_first_of(".-"));
        if (mixes_scripts(label)) {
            return true;
        }
        rest.remove_prefix(std::min(rest.size(), label.size() + 1));
    }
    return false;
}

Resemblance web_resemblance(const ContactAddress& address, const ContactRegister& known)
{
    Resemblance best;
    const std::string path = fold_case(address.path);
    const SeenHost seen = look_at(address.host);
    for (const auto& official : known.domains()) {
        keep_stronger(best, {official.owner, official.name, reasons_for(address, seen, path, official)});
    }
    if (has_mixed_label(address.host)) {
        add_unless_there(best.reasons, ContactReason::mixed_scripts);
    }
    return best;
}

std::string plain_name(std::string_view account)
{
    std::string plain = fold_case(account);
    plain.erase(std::remove_if(plain.begin(), plain.end(), [](char byte) { return byte == '_' || byte == '.' || byte == '-'; }), plain.end());
    return plain;
}

// How the name of an account resembles an official name, of an account or of a domain.
std::vector<ContactReason> account_reasons(const std::string& account, const std::string& official)
{
    constexpr std::size_t shortest = 4;
    if (official.size() < shortest) {
        return {};
    }
    if (account == official) {
        return {ContactReason::same_name_other_service};
    }
    if (skeleton(account) == skeleton(official) || (official.size() >= long_name && blurred(account) == blurred(official))) {
        return {ContactReason::confusable_characters};
    }
    if (official.size() >= long_name && edit_distance(account, official, 1) <= 1) {
        return {ContactReason::one_letter_off};
    }
    const bool embedded = official.size() >= long_name ? account.find(official) != std::string::npos : is_embedded(official, account, {});
    return embedded ? std::vector{ContactReason::brand_in_longer_name} : std::vector<ContactReason>();
}

Resemblance account_resemblance(const ContactAddress& address, const ContactRegister& known)
{
    Resemblance best;
    const std::string account = plain_name(address.account);
    for (const auto& official : known.accounts()) {
        const bool is_the_page_of_one = official.service == address.service && fold_case(official.name) == fold_case(address.account);
        if (!is_the_page_of_one) {
            keep_stronger(best, {official.owner, official.service + ':' + official.name, account_reasons(account, plain_name(official.name))});
        }
    }
    for (const auto& official : known.domains()) {
        const bool theirs = std::any_of(known.accounts().begin(), known.accounts().end(), [&](const OfficialAccount& listed) {
            return listed.service == address.service && fold_case(listed.name) == fold_case(address.account);
        });
        if (!theirs) {
            keep_stronger(best, {official.owner, official.name, account_reasons(account, plain_name(official.label))});
        }
    }
    return best;
}

Resemblance phone_resemblance(const ContactAddress& address, const ContactRegister& known)
{
    constexpr std::size_t shortest = 8; // with fewer digits the neighbour is somebody else's
    for (const auto& official : known.phones()) {
        if (official.entry.size() >= shortest && edit_distance(address.number, official.entry, 1) <= 1) {
            return {official.owner, official.entry, {ContactReason::one_digit_off}};
        }
    }
    return {};
}

} // namespace

Resemblance find_resemblance(const ContactAddress& address, const ContactRegister& known)
{
    switch (address.kind) {
    case AddressKind::phone: return phone_resemblance(address, known);
    case AddressKind::account:
    case AddressKind::app: return account_resemblance(address, known);
    default: return web_resemblance(address, known);
    }
}

} // namespace unknot
