// SPDX-License-Identifier: GPL-3.0-or-later
// Character references such as `&amp;` and `&#x41;`. Private to the Markdown room.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// The text that an entity, written with `&` and `;`, stands for. A name that isn't known stays as it was written; a number that is no
// character becomes U+FFFD.
std::string decoded_entity(std::string_view entity);

} // namespace unknot
