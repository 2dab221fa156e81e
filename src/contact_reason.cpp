// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/contact_reason.hpp"

#include <array>

namespace unknot {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, contact_reasons> names = {"listed_domain", "listed_host", "listed_channel", "listed_email", "listed_phone",
    "listed_account", "plain_http", "odd_port", "stale_entry", "undated_entry", "unlisted_mailbox", "service_not_said", "same_name_other_suffix",
    "same_name_other_service", "confusable_characters", "mixed_scripts", "one_letter_off", "brand_in_longer_name", "dots_or_hyphens",
    "official_name_as_subdomain", "official_name_before_at", "official_name_in_path", "one_digit_off", "hidden_characters", "link_service", "code_host",
    "form_service", "social_network", "app_store", "site_host", "free_mail", "not_listed", "number_as_host", "no_country_code", "not_an_address",
    "unusual_scheme", "user_info", "backslash", "percent_in_host", "bad_host", "bad_port", "disguised_number"};

} // namespace

std::string_view name(ContactReason reason)
{
    return names[static_cast<std::size_t>(reason)];
}

} // namespace unknot
