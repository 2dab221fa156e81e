// SPDX-License-Identifier: GPL-3.0-or-later
// A scalar that must be a value of one type, as pack.yaml, trees, articles and providers have them. Private to the readers.
#pragma once

#include "unknot/fields.hpp"
#include "unknot/value.hpp"

#include <string>
#include <string_view>

namespace unknot {

// The text as it was written, empty where the key is missing; 'wrong-value' when it is none of that type.
std::string typed_field(MapReader& reader, std::string_view key, FactType type);

} // namespace unknot
