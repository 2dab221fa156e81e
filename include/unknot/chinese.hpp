// SPDX-License-Identifier: GPL-3.0-or-later
// Traditional Chinese characters as simplified ones, so that whoever types the ones finds texts in the others. The fence around OpenCC.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace unknot {

// Character by character: a text keeps its number of characters, and what words mean in Taiwan and on the mainland is not looked at.
// OpenCC's dictionary (about 2 ms) is loaded when the first character is asked for; without its files every text stays as it is.
// Not for several threads at once.
class Simplifier {
public:
    std::string simplified(std::string_view text);

private:
    char32_t simplified(char32_t point);

    std::unordered_map<char32_t, char32_t> known_;
};

} // namespace unknot
