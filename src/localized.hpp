// SPDX-License-Identifier: GPL-3.0-or-later
// A text that may be one string or a map by language, as pack.yaml and providers write it. Private to their readers.
#pragma once

#include "unknot/fields.hpp"
#include "unknot/text.hpp"

namespace unknot {

// The first language of the map stands in for those that it lacks.
Text localized_text(const Source& source, const YamlNode& node, std::string_view what, Problems& problems);
Text localized_text(MapReader& reader, std::string_view key, Need need = Need::optional);

} // namespace unknot
