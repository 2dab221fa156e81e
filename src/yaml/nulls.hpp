// SPDX-License-Identifier: GPL-3.0-or-later
// Where a null stands in the text: the parser's mark is often that of the token after it.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot::yaml {

// Whether the null at `mark` is written out, as `~` or `null`.
bool is_null_word(std::string_view text, std::size_t mark);

// The offset of the dash of an empty item whose mark is `mark`, in block style; `mark` itself where the null is written out.
std::size_t item_begin(std::string_view text, std::size_t mark);

} // namespace unknot::yaml
