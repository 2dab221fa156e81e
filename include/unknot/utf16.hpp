// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-16, as programs on Windows write text files, read as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

enum class Utf16 { none, little_endian, big_endian };

// By the byte order mark that a text begins with; without one by its first bytes, of which every second is zero where letters are Latin ones.
Utf16 utf16_of(std::string_view head);

// For a stream in pieces, wherever they are cut. The byte order mark is left out; what is no character becomes U+FFFD.
class Utf16Reader {
public:
    explicit Utf16Reader(Utf16 order) : order_(order) {}

    // The characters that are complete by now.
    std::string read(std::string_view bytes);

private:
    void take(char32_t unit, std::string& text);

    Utf16 order_;
    std::string rest_;  // a byte whose other one is still to come
    char32_t high_ = 0; // the first half of a pair
    bool at_start_ = true;
};

} // namespace unknot
