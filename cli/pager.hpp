// SPDX-License-Identifier: GPL-3.0-or-later
// A long text in the person's pager. Whether it should be paged at all is not decided here.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// Returns when the pager was left; false when it could not be started. `command` is split at spaces; a shell runs it only where it has characters
// that mean something to one. A pager that is `less` without options of its own shows styles and ends by itself when the text fits.
bool show_in_pager(const std::string& command, std::string_view text);

} // namespace unknot
