// SPDX-License-Identifier: GPL-3.0-or-later
// What people are used to write where the format has numbers, amounts and dates of its own: `4,95 €` and `19.11.2026` in German,
// `2026年11月19日` and `4.95元` in Chinese. For prompts only: scripts write what the format says.
#pragma once

#include "unknot/value.hpp"

#include <string>
#include <string_view>

namespace unknot {

// The text as the format writes it; unchanged where no habit fits. Nothing that can be read two ways is touched: `11/12/2026` is left as it is.
std::string without_habits(FactType type, std::string_view text, std::string_view language);

} // namespace unknot
