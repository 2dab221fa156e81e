// SPDX-License-Identifier: GPL-3.0-or-later
// Why a contact is judged as it is: a closed list of codes. The codes are for scripts; the program words them for people.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

enum class ContactReason {
    // what it is an entry of
    listed_domain,
    listed_host,
    listed_channel,
    listed_email,
    listed_phone,
    listed_account,
    // official, but
    plain_http,
    odd_port,
    stale_entry,
    undated_entry,
    unlisted_mailbox,
    service_not_said,
    // like an official one
    same_name_other_suffix,
    same_name_other_service,
    confusable_characters,
    mixed_scripts,
    one_letter_off,
    brand_in_longer_name,
    dots_or_hyphens,
    official_name_as_subdomain,
    official_name_before_at,
    official_name_in_path,
    one_digit_off,
    hidden_characters,
    // anybody may be behind it
    link_service,
    code_host,
    form_service,
    social_network,
    app_store,
    site_host,
    free_mail,
    // not on the list
    not_listed,
    number_as_host,
    no_country_code,
    // cannot be read safely
    not_an_address,
    unusual_scheme,
    user_info,
    backslash,
    percent_in_host,
    bad_host,
    bad_port,
    disguised_number,
};

constexpr std::size_t contact_reasons = static_cast<std::size_t>(ContactReason::disguised_number) + 1;

// The stable code: `same_name_other_suffix`.
std::string_view name(ContactReason reason);

} // namespace unknot
