// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/problem.hpp"
#include "unknot/receipt.hpp"

#include <fmt/format.h>

using namespace unknot;

namespace {

Happening answer(std::string key, std::string value)
{
    return {EventKind::answer, std::move(key), std::move(value), {}, false};
}

// "answer where 'card'; probe clock 'warn' skew='95'"
std::string sketch(const Receipt& receipt)
{
    std::string text;
    for (const auto& happening : receipt.happenings) {
        constexpr std::string_view kinds[] = {"fact", "answer", "withdraw", "probe"};
        text += fmt::format("{}{} {} '{}'{}", text.empty() ? "" : "; ", kinds[static_cast<int>(happening.kind)], happening.key, happening.value,
            happening.masked ? " masked" : "");
        for (const auto& field : happening.fields) {
            text += fmt::format(" {}='{}'", field.first, field.second);
        }
    }
    return text;
}

} // namespace

TEST_CASE("a receipt is the line that the command line page shows")
{
    const Receipt receipt{"wallet", "1.0.0", "payment-failure", {answer("where", "card"), answer("card_message", "do_not_honor")}};
    CHECK(write_receipt(receipt) == "wallet@1.0.0 payment-failure where=card card_message=do_not_honor");
}

TEST_CASE("each sort of happening has its sign")
{
    const Receipt receipt{"p", "1.2.3-rc.1", "t",
        {
            {EventKind::fact, "custody", "self", {}, false},
            {EventKind::probe, "clock", "warn", {{"skew", "95"}, {"note", "a, b"}}, false},
            answer("sub/where", "card,cash"),
            {EventKind::answer, "mail", "[email]", {}, true},
        }};
    CHECK(write_receipt(receipt) == "p@1.2.3-rc.1 t +custody=self clock:warn,note=a%2C%20b,skew=95 sub/where=card,cash mail=*");
}

TEST_CASE("what was written is read again")
{
    const std::string all_bytes = [] {
        std::string text;
        for (int byte = 0; byte < 256; ++byte) {
            text += static_cast<char>(byte);
        }
        return text;
    }();
    for (const std::string& value : {std::string("*"), std::string("a=b:c"), std::string("100 %"), std::string("60.5 EUR"),
             std::string("钱包 und Größe"), std::string("+1"), std::string(), all_bytes}) {
        CAPTURE(value);
        const Receipt receipt{"p", "1.0.0", "t",
            {answer("a", value), {EventKind::fact, "f", value, {}, false},
                {EventKind::probe, "x", "ok", {{"output", value}, {"free", "1,2"}}, false}}};
        const std::string line = write_receipt(receipt);
        CHECK(line.find_first_of("\n\r\t") == std::string::npos);
        const Receipt again = read_receipt(line);
        CHECK(again.pack == "p");
        CHECK(again.version == "1.0.0");
        CHECK(again.tree == "t");
        CHECK(sketch(again) == sketch(receipt));
    }
}

TEST_CASE("white space around and between the words does not matter")
{
    const Receipt receipt = read_receipt("  wallet@1.0.0\t payment-failure \r\n where=card\n");
    CHECK(receipt.tree == "payment-failure");
    CHECK(sketch(receipt) == "answer where 'card'");
    CHECK(read_receipt("wallet@1.0.0 t").happenings.empty());
}

TEST_CASE("a star alone is a redacted answer")
{
    CHECK(sketch(read_receipt("p@1.0.0 t mail=* note=%2A stars=**")) == "answer mail '*' masked; answer note '*'; answer stars '**'");
}

TEST_CASE("hex digits may be small or large")
{
    CHECK(sketch(read_receipt("p@1.0.0 t a=%c3%BC")) == "answer a 'ü'");
}

TEST_CASE("a line that is none is refused")
{
    for (const char* line : {"", "   ", "wallet@1.0.0", "wallet payment-failure", "@1.0.0 t", "wallet@ t", "p@1 t where", "p@1 t =card", "p@1 t :ok",
             "p@1 t a=%4", "p@1 t a=%zz", "p@1 t a=%", "p@1 t clock:warn,skew", "p@1 t +=x", "p@1 t +clock:ok", "p@1 t clock:", "p@1 t clock:perhaps",
             "p@1 t clock:ok,=5"}) {
        CAPTURE(line);
        CHECK_THROWS_AS(read_receipt(line), Failure);
    }
}

TEST_CASE("a refusal names the word and says what to do")
{
    try {
        read_receipt("wallet@1.0.0 t where");
        FAIL("taken");
    } catch (const Failure& failure) {
        CHECK(failure.problem().message == "expected NODE=ANSWER, NODE:STATUS or +FACT=VALUE in the receipt, found 'where'");
        CHECK(failure.problem().hint == "paste the whole line that the walk printed");
    }
}

