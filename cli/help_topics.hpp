// SPDX-License-Identifier: GPL-3.0-or-later
// The topics of `unknot help`. Their texts are the files of data/help (embedded_texts.hpp), which are in the manual pages too.
#pragma once

#include <span>
#include <string_view>

namespace unknot {

struct HelpTopic {
    std::string_view name;
    std::string_view what;
};

std::span<const HelpTopic> help_topics();

} // namespace unknot
