// SPDX-License-Identifier: GPL-3.0-or-later
// A channel's address with `{field}` in it, such as `https://shop.example/help?order={order_id}`, made an address that programs open.
// Values are percent-encoded (RFC 3986: all but letters, digits and `-._~`); an unknown field is left empty; `{{` is a brace.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// What browsers, mail programs and servers take without trouble: the shortest of their known limits.
inline constexpr std::size_t address_limit = 2000;

struct FilledAddress {
    std::string address;
    bool cut = false; // `body` or the longest value did not fit and was cut at a character
};

using AddressFields = std::map<std::string, std::string, std::less<>>;

// The names in braces, each once, in their order.
std::vector<std::string> fields_of_template(std::string_view text);

// With plain values, for a subject: control characters become blanks.
std::string fill_text(std::string_view text, const AddressFields& fields);

// With encoded values. When it is longer than `limit`, the longest value gets shorter, `note` at its end, until it fits.
FilledAddress fill_address(std::string_view text, const AddressFields& fields, std::string_view note, std::size_t limit = address_limit);

} // namespace unknot
