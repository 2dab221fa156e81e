// SPDX-License-Identifier: GPL-3.0-or-later
// What tells one state of a pack from another.
#pragma once

#include "unknot/pack.hpp"

#include <string>
#include <string_view>

namespace unknot {

// Of a text, which may be a megabyte: the state of ten thousand files is.
std::string stamp_of(std::string_view text);

// The same wherever and whenever the pack was installed.
std::string contents_stamp(const Pack& pack);

} // namespace unknot
