// SPDX-License-Identifier: GPL-3.0-or-later
// What text takes up on a terminal, and what of it may reach one. The fence around libunistring.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// Text that is safe to print: control and bidi characters are dropped, invalid bytes become U+FFFD, a TAB a space; LF stays.
std::string sanitised(std::string_view text);

// Columns of a text without line breaks; East Asian wide characters take two, combining marks none.
int display_width(std::string_view text);

// Lines of at most `width` columns, broken where Unicode allows it (UAX #14: between Chinese characters, at spaces), a word that is
// too long is cut. Line breaks in the text stay. At least one line; trailing spaces are removed.
std::vector<std::string> wrapped(std::string_view text, int width);

// NFC / NFKC / case folding, for comparing and indexing.
std::string to_nfc(std::string_view text);
std::string to_nfkc(std::string_view text);
std::string fold_case(std::string_view text);

// The text without the accents of Latin, Greek and Cyrillic letters: `ä` is `a`, `é` is `e`. Other scripts keep their marks.
std::string without_accents(std::string_view text);

// What a code point is to somebody who looks for words. Han: an ideograph, which is a word or a part of one without spaces around it.
enum class PointClass { letter, digit, mark, han, other };
PointClass point_class(char32_t point);

} // namespace unknot
