// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/value.hpp"

#include <string>
#include <vector>

using namespace unknot;

namespace {

Value read(FactType type, std::string_view text)
{
    const auto value = read_value(type, text);
    REQUIRE_MESSAGE(value.has_value(), std::string(text));
    return *value;
}

constexpr auto less = std::partial_ordering::less;
constexpr auto same = std::partial_ordering::equivalent;
constexpr auto more = std::partial_ordering::greater;
constexpr auto unknown = std::partial_ordering::unordered;

struct Comparison {
    FactType type;
    std::string a;
    std::string b;
    std::partial_ordering order;
};

const std::vector<FactType> all_types = {FactType::choice, FactType::list, FactType::yesno, FactType::text, FactType::number, FactType::amount,
    FactType::date, FactType::duration, FactType::size, FactType::version, FactType::email, FactType::url};

}   // namespace

TEST_CASE("types are found by their names")
{
    for (const FactType type : all_types) {
        CAPTURE(std::string(name(type)));
        CHECK(fact_type(name(type)) == type);
        CHECK_FALSE(expectation(type).empty());
    }
    CHECK(name(FactType::yesno) == "yesno");
    CHECK(expectation(FactType::date) == "a date like 2026-11-21");
    CHECK_FALSE(fact_type("secret"));
    CHECK_FALSE(fact_type(""));
    CHECK_FALSE(fact_type("Date"));
}

TEST_CASE("texts that are of a type")
{
    const std::vector<std::pair<FactType, std::vector<std::string>>> table = {
        {FactType::choice, {"card", "2fa", "do_not_honor", "a_"}},
        {FactType::list, {"", "a", "a, b", "a b", "a ,b,  c"}},
        {FactType::yesno, {"yes", "no", " yes "}},
        {FactType::text, {"", "Grüße", "two\nlines", "钱包"}},
        {FactType::number, {"0", "60.5", "-3", "+4", "010", ".5", "999999999999"}},
        {FactType::amount, {"60.5", "60.5 EUR", "60.5EUR", "-3 usd", "0.001 BTC"}},
        {FactType::date, {"2026-11-21", "2028-02-29", "0001-01-01", "9999-12-31"}},
        {FactType::duration, {"3d", "1w 3d 12h 5m 10s", "1w3d", "90m", "1.5h", "-3d", "0s"}},
        {FactType::size, {"2GB", "2GiB", "1.5 TB", "0B", "7 kb", "-2GB"}},
        {FactType::version, {"1", "1.2", "v1.2.3", "1.2.0-rc1", "1.2.0-rc.1+build.5", "99999999999999999999.1"}},
        {FactType::email, {"a@b.example", "first.last+tag@mail.example.org"}},
        {FactType::url, {"https://electrum.org", "http://x.example/a?b=c#d", "ssl://server:50002"}},
    };
    for (const auto& row : table) {
        for (const std::string& text : row.second) {
            CAPTURE(text);
            const auto value = read_value(row.first, text);
            CHECK(value);
            CHECK((!value || value->type == row.first));
        }
    }
}

TEST_CASE("texts that are not of a type")
{
    const std::vector<std::pair<FactType, std::vector<std::string>>> table = {
        {FactType::choice, {"", "Card", "_a", "a-b", "a b", "ä"}},
        {FactType::list, {",", "a,", "a,,b", "A", "a;b"}},
        {FactType::yesno, {"", "y", "Yes", "true", "yes no"}},
        {FactType::text, {"\xFF", "a\x1B[31m", std::string("a\0b", 3), "\x7F"}},
        {FactType::number, {"", "-", ".", "5.", "1e5", "0x10", "1,000", "1.2.3", "inf", "nan", "--1", "1 2", std::string(400, '9')}},
        {FactType::amount, {"", "EUR", "60.5 E", "60.5 EUR EUR", "EUR 60.5", "1e5", "60,5", "1 ABCDEFGHIJK"}},
        {FactType::date,
            {"", "2026-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "21.11.2026", "2026-11-2x", "2026/11/21", "2026-11-210", "-026-11-21"}},
        {FactType::duration, {"", "3", "d", "3x", "3d 1w", "3d 3d", "1d -2h", "3 d", "3D", "1w,3d"}},
        {FactType::size, {"", "2", "GB", "2GX", "--2GB", "2 G B", std::string(308, '9') + "TB"}},
        {FactType::version, {"", "v", "1.", ".1", "1..2", "1.2-", "1.2+", "1.2-rc_1", "x", "1.2-a..b", "1.2-a.", "1 2"}},
        {FactType::email, {"", "a", "@b.example", "a@b", "a@.example", "a@b.", "a@b..example", "a b@c.example", "a@b@c.example",
                              std::string(250, 'a') + "@b.example"}},
        {FactType::url,
            {"", "electrum.org", "://x", "https://", "https:///x", "https://a b", "https://a\nb", "1x://a", "https://<x>", "javascript:alert(1)"}},
    };
    for (const auto& row : table) {
        for (const std::string& text : row.second) {
            CAPTURE(text);
            CHECK_FALSE(read_value(row.first, text));
        }
    }
}

TEST_CASE("what is read")
{
    CHECK(read(FactType::text, "  a b \n").text == "a b");
    CHECK(read(FactType::number, "-60.5").number == -60.5);
    CHECK(read(FactType::amount, "60.5 eur").number == 60.5);
    CHECK(read(FactType::amount, "60.5 eur").currency == "EUR");
    CHECK(read(FactType::amount, "60.5 eur").text == "60.5 eur");
    CHECK(read(FactType::date, "1970-01-02").number == 1);
    CHECK(read(FactType::date, "1969-12-31").number == -1);
    CHECK(read(FactType::date, "2026-11-21").number == 20778);
    CHECK(read(FactType::duration, "1w 3d 12h 5m 10s").number == 907510);
    CHECK(read(FactType::duration, "-90m").number == -5400);
    CHECK(read(FactType::size, "2GB").number == 2e9);
    CHECK(read(FactType::size, "2GiB").number == 2147483648.0);
    CHECK(read(FactType::list, "b, a  b c").items == std::vector<std::string>{"b", "a", "c"});
    CHECK(read(FactType::list, "").items.empty());
}

TEST_CASE("values of one type are ordered")
{
    const std::vector<Comparison> table = {
        {FactType::number, "1", "2", less},
        {FactType::number, "1000000000", "1000000000.5", same},
        {FactType::number, "1000000", "1000000.5", less},
        {FactType::number, "0", "-0", same},
        {FactType::amount, "60 EUR", "60.5 EUR", less},
        {FactType::amount, "60 EUR", "60", same},
        {FactType::amount, "60 EUR", "60 USD", unknown},
        {FactType::date, "2026-11-21", "2026-12-01", less},
        {FactType::duration, "24h", "1d", same},
        {FactType::size, "2GiB", "2GB", more},
        {FactType::text, "a", "ä", less},
        {FactType::text, "\xEF\xBF\xBD", "\xF0\x9F\x98\x80", less},
        {FactType::choice, "card", "card", same},
        {FactType::yesno, "yes", "no", more},
        {FactType::list, "a, b", "b a", same},
        {FactType::list, "a", "a b", less},
        {FactType::email, "a@b.example", "a@b.example", same},
    };
    for (const Comparison& row : table) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK((compare(read(row.type, row.a), read(row.type, row.b)) == row.order));
        CHECK((compare(read(row.type, row.b), read(row.type, row.a)) == 0 <=> row.order));
    }
}

TEST_CASE("versions rise as in semver")
{
    const std::vector<std::string> rising = {"0.9", "1.0.0-1", "1.0.0-2", "1.0.0-11", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
        "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.0.1", "1.2", "1.10", "2", "18446744073709551617"};
    for (std::size_t i = 0; i < rising.size(); ++i) {
        for (std::size_t k = 0; k < rising.size(); ++k) {
            CAPTURE(rising[i]);
            CAPTURE(rising[k]);
            CHECK((compare(read(FactType::version, rising[i]), read(FactType::version, rising[k])) == (i <=> k)));
        }
    }
    for (const std::string_view alike : {"1.2.0", "v1.2", "1.2.0.0", "01.02", "1.2+build"}) {
        CHECK((compare(read(FactType::version, "1.2"), read(FactType::version, alike)) == same));
    }
}

TEST_CASE("values that do not meet are unknown")
{
    CHECK((compare(read(FactType::number, "60"), read(FactType::amount, "60 EUR")) == same));
    CHECK((compare(read(FactType::number, "60"), read(FactType::date, "1970-03-02")) == unknown));
    CHECK((compare(read(FactType::text, "yes"), read(FactType::yesno, "yes")) == unknown));
    Value masked = read(FactType::text, "a");
    masked.masked = true;
    CHECK((compare(masked, read(FactType::text, "a")) == unknown));
    CHECK((compare(read(FactType::text, "a"), masked) == unknown));
}

TEST_CASE("made values are written shortly and without exponents")
{
    CHECK(number_value(0.1 + 0.2).text == "0.3");
    CHECK(number_value(-0.0).text == "0");
    CHECK(number_value(1e21).text == "1000000000000000000000");
    CHECK(number_value(1e-7).text == "0.0000001");
    CHECK(amount_value(60.5, "EUR").text == "60.5 EUR");
    CHECK(amount_value(60, "").text == "60");
    CHECK(duration_value(907510).text == "1w 3d 12h 5m 10s");
    CHECK(duration_value(-86400).text == "-1d");
    CHECK(duration_value(0).text == "0s");
    CHECK(duration_value(0.5).text == "0.5s");
    CHECK(size_value(2e9).text == "2GB");
    CHECK(size_value(2147483648.0).text == "2GiB");
    CHECK(size_value(1234567).text == "1234567B");
    CHECK(size_value(0).text == "0B");
    CHECK(yesno_value(true).text == "yes");
    CHECK(yesno_value(false).text == "no");
    CHECK(date_value(20778).text == "2026-11-21");
    CHECK(date_value(-719162).text == "0001-01-01");
}

TEST_CASE("made values read as themselves")
{
    const std::vector<double> numbers = {0, 1, -1, 0.1, -2.5, 1.0 / 3, 123456789.125, 1e15, 1e300, -1e-300, 1e305};
    for (const double number : numbers) {
        CAPTURE(number);
        const std::vector<Value> values = {number_value(number), amount_value(number, "EUR"), duration_value(number), size_value(number)};
        for (const Value& value : values) {
            CAPTURE(value.text);
            CHECK((compare(read(value.type, value.text), value) == same));
        }
    }
    CHECK(read(FactType::date, date_value(-719162).text) == date_value(-719162));
    CHECK(read(FactType::yesno, "yes") == yesno_value(true));
}
