// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "prompt_habits.hpp"

#include <vector>

using namespace unknot;

namespace {

struct Row {
    FactType type;
    const char* language;
    const char* typed;
    const char* meant;
};

const std::vector<Row> habits = {
    {FactType::amount, "de", "4,95", "4.95"},
    {FactType::amount, "de", "4,95 €", "4.95 EUR"},
    {FactType::amount, "de", "€ 1.234,50", "1234.50 EUR"},
    {FactType::amount, "de", "12 Euro", "12 EUR"},
    {FactType::amount, "en", "1,234.50 USD", "1234.50 USD"},
    {FactType::amount, "en", "£12", "12 GBP"},
    {FactType::amount, "zh", "1,234元", "1234 CNY"},
    {FactType::number, "de", "1.234.567", "1234567"},
    {FactType::number, "de", "0,5", "0.5"},
    {FactType::size, "de", "1,5 GB", "1.5 GB"},
    {FactType::date, "de", "19.11.2026", "2026-11-19"},
    {FactType::date, "de", "9. 1. 2026", "2026-01-09"},
    {FactType::date, "zh", "2026年11月9日", "2026-11-09"},
    {FactType::date, "en", "2026/11/9", "2026-11-09"},
    {FactType::date, "en", "2026.11.19", "2026-11-19"},
};

const std::vector<Row> untouched = {
    {FactType::amount, "en", "4,95", "4,95"},             // no group has two digits
    {FactType::amount, "de", "1,2,3", "1,2,3"},
    {FactType::amount, "en", "$5", "$5"},                 // of which country?
    {FactType::date, "en", "11/12/2026", "11/12/2026"},   // November or December?
    {FactType::date, "de", "19.11.26", "19.11.26"},
    {FactType::date, "de", "morgen", "morgen"},
    {FactType::text, "de", "4,95 €", "4,95 €"},
    {FactType::number, "de", "", ""},
};

} // namespace

TEST_CASE("what people are used to write becomes what the format writes")
{
    for (const auto& row : habits) {
        CAPTURE(row.typed);
        CHECK(without_habits(row.type, row.typed, row.language) == row.meant);
        CHECK(read_value(row.type, row.meant));
    }
}

TEST_CASE("what could be read two ways is left alone")
{
    for (const auto& row : untouched) {
        CAPTURE(row.typed);
        CHECK(without_habits(row.type, row.typed, row.language) == row.meant);
    }
}
