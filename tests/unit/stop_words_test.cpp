// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/stop_words.hpp"

#include <string>
#include <vector>

using namespace unknot;

TEST_CASE("stop words are those of the language")
{
    struct Row {
        std::string word;
        std::string language;
        bool stops;
    };
    const std::vector<Row> table = {
        {"the", "en", true},
        {"dont", "en", true},
        {"card", "en", false},
        {"die", "en", false},
        {"fur", "de", true},
        {"fuer", "de", true},
        {"konnen", "de", true},
        {"die", "de", true},
        {"karte", "de", false},
        {"weiss", "de", true},
        {"怎么", "zh", true},
        {"么办", "zh", true},
        {"的", "zh", true},
        {"转账", "zh", false},
        {"a", "fr", true},
        {"the", "fr", false},
        {"7", "en", false},
        {"", "en", false},
    };
    for (const Row& row : table) {
        CAPTURE(row.word);
        CAPTURE(row.language);
        CHECK(is_stop_word(row.word, row.language) == row.stops);
    }
}
