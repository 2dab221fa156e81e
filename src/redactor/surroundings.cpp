// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/surroundings.hpp"

#include "redactor/ascii.hpp"

#include <algorithm>

namespace unknot {

std::size_t name_before(std::string_view text, std::size_t at, std::size_t reach, std::string_view names)
{
    const std::size_t start = at - std::min(at, reach);
    const std::string before = lower(text.substr(start, at - start));
    std::size_t last = 0;
    for (; !names.empty(); names.remove_prefix(names.find('|') + 1)) {
        const std::string_view name = names.substr(0, names.find('|'));
        for (std::size_t found = before.find(name); found != std::string::npos; found = before.find(name, found + 1)) {
            if (found == 0 || !is_letter(before[found - 1]) || !is_letter(name.front())) {
                last = std::max(last, start + found + name.size());
            }
        }
    }
    return last;
}

bool is_placeholder(std::string_view value)
{
    constexpr std::string_view words =
        " null none nil true false required optional string empty undefined password passwort token secret hidden redacted "
        "removed example unknown changed missing wrong ";
    if (value.empty() || std::string_view("[<{($%*&@\\").find(value.front()) != std::string_view::npos) {
        return true;
    }
    const bool all_one = std::all_of(value.begin(), value.end(), [&](char c) { return c == value.front(); });
    return (all_one && !is_digit(value.front())) || value.find('(') != std::string_view::npos || value.find("***") != std::string_view::npos
           || words.find(" " + lower(value) + " ") != std::string_view::npos;
}

} // namespace unknot
