// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a text asks a person to give away a secret. Private to the linter.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

enum class SecretScope { everything, numbers }; // numbers: only what can be typed into a field for numbers, PINs and codes

// The secret that the text asks for, as it says it; empty when it asks for none. Languages without word lists ask for none.
std::string asked_secret(std::string_view text, std::string_view language, SecretScope scope);

} // namespace unknot
