// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_field.hpp"

#include <fmt/format.h>

namespace unknot {

std::string typed_field(MapReader& reader, std::string_view key, FactType type)
{
    const YamlNode* scalar = reader.scalar(key);
    if (scalar == nullptr) {
        return {};
    }
    if (!read_value(type, scalar->text)) {
        reader.fault(scalar->place, "wrong-value", fmt::format("expected {}, found '{}'", expectation(type), scalar->text));
    }
    return scalar->text;
}

} // namespace unknot
