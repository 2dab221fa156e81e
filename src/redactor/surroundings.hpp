// SPDX-License-Identifier: GPL-3.0-or-later
// The words around a value that tell what it is.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

// The offset behind the last of `names` (lower case, each ended by a bar) that begins a word in the `reach` bytes before `at`; 0 for none.
std::size_t name_before(std::string_view text, std::size_t at, std::size_t reach, std::string_view names);

// Whether a value is a stand-in of ours or a place-holder such as `<password>`, `$PASSWORD`, `****` or `null`.
bool is_placeholder(std::string_view value);

} // namespace unknot
