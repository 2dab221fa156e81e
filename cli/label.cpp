// SPDX-License-Identifier: GPL-3.0-or-later
#include "label.hpp"

#include "language.hpp"

namespace unknot {

std::string labelled(std::string_view label, std::string_view words, std::string_view emphasis)
{
    const std::string shown = std::string(emphasis).append(label).append(emphasis);
    if (label.ends_with("？") || label.ends_with("：")) { // full-width: the blank is in them
        return shown + std::string(words);
    }
    if (label.ends_with("?") || label.ends_with(":")) {
        return shown + ' ' + std::string(words);
    }
    return filled(_("{}: {}"), {shown, std::string(words)});
}

} // namespace unknot
