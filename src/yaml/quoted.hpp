// SPDX-License-Identifier: GPL-3.0-or-later
// A second look at quoted texts: yaml-cpp takes the end of the file for a closing quote, and hands out whatever an escape names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace unknot::yaml {

struct Quoted {
    std::optional<std::size_t> closed;      // where the closing quote stands
    std::optional<std::size_t> bad_escape;  // where the first escape of a forbidden character begins
};

// Looks at the quoted text whose opening quote stands at `offset`. Escapes that YAML does not know are passed over: yaml-cpp
// refuses those itself.
Quoted inspect_quoted(std::string_view text, std::size_t offset);

} // namespace unknot::yaml
