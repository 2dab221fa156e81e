// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/compound.hpp"

#include <set>
#include <string>
#include <vector>

using namespace unknot;

namespace {

using Parts = std::vector<std::string>;

Parts cut(std::string_view word, const std::set<std::string>& known)
{
    return compound_parts(word, [&](const std::string& part) { return known.count(part) > 0; });
}

} // namespace

TEST_CASE("words that were written together are cut up")
{
    struct Row {
        std::string word;
        std::set<std::string> known;
        Parts parts;
    };
    const std::vector<Row> table = {
        {"kontosperrung", {"konto", "sperrung"}, {"konto", "sperrung"}},
        {"zahlungsfehler", {"zahlung", "fehler"}, {"zahlung", "fehler"}},
        {"kartennummer", {"karte", "nummer"}, {"karte", "nummer"}},
        {"sprachausgabe", {"sprache", "ausgabe"}, {"sprache", "ausgabe"}},
        {"wiederherstellungsphrase", {"wiederherstellung", "phrase"}, {"wiederherstellung", "phrase"}},
        {"kreditkartenzahlung", {"kredit", "karte", "zahlung"}, {"kredit", "karte", "zahlung"}},
        {"kreditkartenzahlung", {"kredit", "kreditkarte", "karte", "zahlung"}, {"kreditkarte", "zahlung"}},
        {"bluetoothgerat", {"bluetooth", "gerat"}, {"bluetooth", "gerat"}},
        {"staubecken", {"staub", "ecken", "stau", "becken"}, {"staub", "ecken"}},
    };
    for (const Row& row : table) {
        CAPTURE(row.word);
        CHECK(cut(row.word, row.known) == row.parts);
    }
}

TEST_CASE("other words stay whole")
{
    CHECK(cut("konto", {"kont", "onto"}).empty());                             // too short
    CHECK(cut("kontosperrung", {"konto"}).empty());                            // the rest is unknown
    CHECK(cut("kontosperrung", {"kontosperrung"}).empty());                    // the word itself is no part of it
    CHECK(cut("xkontosperrung", {"konto", "sperrung"}).empty());               // something remains
    CHECK(cut("abcdabcdabcdabcdabcd", {"abcd"}).empty());                      // five parts
    CHECK(cut(std::string(compound_longest + 1, 'a'), {"aaaa"}).empty());
    CHECK(cut("", {""}).empty());
}

TEST_CASE("no word asks too often")
{
    std::size_t asked = 0;
    compound_parts(std::string(compound_longest, 'a'), [&](const std::string&) {
        ++asked;
        return false;
    });
    CHECK(asked < 1600);
    CHECK(asked > 10);
}
