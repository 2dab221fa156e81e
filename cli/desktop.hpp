// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's own program for a file or an address, by xdg-open(1).
#pragma once

#include <string>

namespace unknot {

// `target` is an absolute path, or an address that begins with https:, http:, mailto: or tel:. Returns when xdg-open has handed it on.
// Throws Failure when it can't.
void open_on_desktop(const std::string& target);

} // namespace unknot
