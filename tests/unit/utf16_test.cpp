// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/utf16.hpp"

using namespace unknot;

namespace {

const std::u16string words = u"Hund 😀 助记词 é\n";
const std::string as_utf8 = "Hund \xF0\x9F\x98\x80 \xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D \xC3\xA9\n";

std::string bytes_of(const std::u16string& text, Utf16 order)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += order == Utf16::little_endian ? low : high;
        bytes += order == Utf16::little_endian ? high : low;
    }
    return bytes;
}

} // namespace

TEST_CASE("text is read in both orders, wherever the pieces are cut")
{
    for (const Utf16 order : {Utf16::little_endian, Utf16::big_endian}) {
        const std::string bytes = bytes_of(u"\uFEFF" + words, order);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            Utf16Reader reader(order);
            const std::string first = reader.read(std::string_view(bytes).substr(0, cut));
            CHECK(first + reader.read(std::string_view(bytes).substr(cut)) == as_utf8);
        }
    }
}

TEST_CASE("halves of pairs become U+FFFD, and a mark within the text stays")
{
    Utf16Reader reader(Utf16::little_endian);
    CHECK(reader.read(bytes_of({0xD83D, u'a', 0xDC00, 0xFEFF}, Utf16::little_endian))
          == "\xEF\xBF\xBD"
             "a\xEF\xBF\xBD\xEF\xBB\xBF");
}

TEST_CASE("the order is told by the mark or by the zeros of Latin letters")
{
    CHECK(utf16_of(bytes_of(u"\uFEFF助记词", Utf16::little_endian)) == Utf16::little_endian);
    CHECK(utf16_of(bytes_of(u"\uFEFF助记词", Utf16::big_endian)) == Utf16::big_endian);
    CHECK(utf16_of(bytes_of(u"password: hunter2", Utf16::little_endian)) == Utf16::little_endian);
    CHECK(utf16_of(bytes_of(u"password: hunter2", Utf16::big_endian)) == Utf16::big_endian);
    for (const std::string& other : {std::string(), std::string("a\0b\0", 4), std::string(64, '\0'), std::string("password: hunter2 and more"),
             std::string("\xFF\xFE\0\0a\0\0\0", 8),
             std::string("\x7F"
                         "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0",
                 24)}) {
        CAPTURE(other);
        CHECK(utf16_of(other) == Utf16::none);
    }
}
