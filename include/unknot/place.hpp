// SPDX-License-Identifier: GPL-3.0-or-later
// Where something was written: a file, a line and a column.
#pragma once

#include <string>

namespace unknot {

// Lines and columns count from 1, columns in code points; line 0 means the file as a whole.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    bool operator==(const Place&) const = default;
};

} // namespace unknot
