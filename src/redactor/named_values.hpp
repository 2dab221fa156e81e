// SPDX-License-Identifier: GPL-3.0-or-later
// From a word such as `password` to the value that it names: `password: x`, `"password": "x"`, `my password for the shop is x`, `密码是 x`.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

enum class Link {
    none,   // no value follows
    beside, // nothing but white space stands between
    verb,   // `is`, `ist`, `是`
    colon,  // `:` with white space around it
    equals, // `=`
};

struct NamedPlace {
    Link link = Link::none;
    std::size_t at = 0;     // where the value begins
    bool explained = false; // other words stand between: `password for the shop:`
};

enum class NamedWording { plain, with_other_words };

// Where the value begins that the name which ends at `at` is tied to. Other words are at most four, and short.
NamedPlace place_of_value(std::string_view text, std::size_t at, NamedWording wording);

// The end of a value that may hold anything but white space; of a quoted one, its closing quote. Marks that end a sentence are no part of it.
std::size_t end_of_value(std::string_view text, std::size_t at);

// The end of `least` to `most` digits, as `1234`, `123 456` or `123-456`; `at` where there are fewer or more, or a number goes on in another way.
std::size_t end_of_code(std::string_view text, std::size_t at, std::size_t least, std::size_t most);

} // namespace unknot
