// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoding, RFC 3986, section 2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace unknot {

// Encodes every byte but letters, digits, `-._~` and those of `kept`.
std::string percent_encoded(std::string_view text, std::string_view kept = {});

// Nothing when a `%` is not followed by two hexadecimal digits. A `+` stays one.
std::optional<std::string> percent_decoded(std::string_view text);

// What is no encoding stays as it is, as browsers have it.
std::string percent_decoded_where_encoded(std::string_view text);

} // namespace unknot
