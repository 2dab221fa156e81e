// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/walk.hpp"

#include "walk/folding.hpp"

#include <array>

namespace unknot {

std::string_view name(StepOrigin origin)
{
    constexpr std::array<std::string_view, 5> names = {"person", "file", "probe", "known", "decision"};
    return names[static_cast<std::size_t>(origin)];
}

WalkState fold(const Forest& forest, std::span<const Event> events, const WalkSettings& settings)
{
    return fold(forest, events, settings, {});
}

WalkState fold(const Forest& forest, std::span<const Event> events, const WalkSettings& settings, const Supply& supply)
{
    return Folding(forest, Ledger(events), settings, supply).run();
}

} // namespace unknot
