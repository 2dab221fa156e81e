// SPDX-License-Identifier: GPL-3.0-or-later
// A hint that can be pasted for texts that need quotes: the most frequent slip of people who write YAML by hand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unknot::yaml {

// "put the text in quotes: 'Is it so?'", the text being the value that the byte at `offset` seems to belong to; without it where
// no such text can be made out.
std::string quotes_hint(std::string_view text, std::size_t offset);

} // namespace unknot::yaml
