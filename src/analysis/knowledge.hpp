// SPDX-License-Identifier: GPL-3.0-or-later
// What can be known of a tree's facts at one point of a walk, over all the ways that lead there. Private to the analysis.
#pragma once

#include "unknot/tree.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace unknot {

// Marks beside the values of choices, which never look like these.
inline constexpr std::string_view not_known = "";
inline constexpr std::string_view some_value = "*";  // of a fact whose values can't be listed
inline constexpr std::string_view other_value = "?"; // of a choice: an option of another tree that shares the fact

using Possible = std::set<std::string, std::less<>>;

// By fact of the tree. A fact that isn't in it is none of the tree's: nothing is known about it.
using Knowledge = std::map<std::string, Possible, std::less<>>;

// Whether the values of a fact can be listed.
bool is_finite(const Fact& fact);

// Anything that a fact can be, known or not.
Possible anything(const Fact& fact);

// Nothing is known about any fact.
Knowledge ignorance(const Tree& tree);

// Adds what may be so on another way; answers whether that was new.
bool join(Knowledge& into, const Knowledge& other);

} // namespace unknot
