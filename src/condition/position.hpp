// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the file a part of a condition stands.
#pragma once

#include "unknot/condition.hpp"

#include <cstddef>

namespace unknot {

// The place of the byte at `offset` of the condition's text; where that can't be told, the place of the whole text.
Place place_of(const Source& source, const ConditionText& text, std::size_t offset);

}   // namespace unknot
