// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/trace.hpp"

#include <algorithm>

namespace unknot {

void Trace::note(std::string_view stage, std::string text)
{
    const auto same = [&](const SearchStage& one) { return one.stage == stage && one.text == text; };
    if (wanted_ && std::none_of(stages_.begin(), stages_.end(), same)) {
        stages_.push_back({std::string(stage), std::move(text)});
    }
}

} // namespace unknot
