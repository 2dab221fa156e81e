// SPDX-License-Identifier: GPL-3.0-or-later
// How a link's target is shown behind its text. Private to the Markdown room.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// What follows the link's text: ` <target>`, or for links of the pack what to type: ` (unknot show ID)`, `run ID` for a tree. Empty when
// the text is the target already. White space and angle brackets in a target are percent-encoded, so that one target can't look like two.
std::string link_suffix(std::string_view text, std::string_view target);

} // namespace unknot
