// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/contact_reason.hpp"

#include <set>
#include <string>

using namespace unknot;

TEST_CASE("every reason has a code of its own")
{
    std::set<std::string> codes;
    for (std::size_t i = 0; i < contact_reasons; ++i) {
        const std::string code(name(static_cast<ContactReason>(i)));
        CHECK(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
        CHECK_FALSE(code.empty());
        codes.insert(code);
    }
    CHECK(codes.size() == contact_reasons);
}

TEST_CASE("codes stand in the order of the enumeration")
{
    CHECK(name(ContactReason::listed_domain) == "listed_domain");
    CHECK(name(ContactReason::service_not_said) == "service_not_said");
    CHECK(name(ContactReason::hidden_characters) == "hidden_characters");
    CHECK(name(ContactReason::no_country_code) == "no_country_code");
    CHECK(name(ContactReason::disguised_number) == "disguised_number");
}
