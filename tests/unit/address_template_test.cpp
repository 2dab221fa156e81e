// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/address_template.hpp"
#include "unknot/percent.hpp"
#include "unknot/utf8.hpp"

using namespace unknot;

TEST_CASE("fields are encoded and what is not known stays empty")
{
    const AddressFields fields = {{"order_id", "A&B=1/2"}, {"body", "größe 助记词"}};
    CHECK(fill_address("https://shop.example/help?order={order_id}&x={other}", fields, "").address == "https://shop.example/help?order=A%26B%3D1%2F2&x=");
    CHECK(fill_address("mailto:a@shop.example?body={body}", fields, "").address == "mailto:a@shop.example?body=gr%C3%B6%C3%9Fe%20%E5%8A%A9%E8%AE%B0%E8%AF%8D");
    CHECK(fill_address("https://shop.example/{{x}", fields, "").address == "https://shop.example/{x}");
}

TEST_CASE("a template names its fields once each in their order")
{
    CHECK(fields_of_template("{b}/{a}?{b}&{{c}") == std::vector<std::string>{"b", "a"});
    CHECK(fields_of_template("plain").empty());
    CHECK(fields_of_template("open {brace").empty());
}

TEST_CASE("a subject is one line")
{
    CHECK(fill_text("Order {order_id}: {problem}", {{"order_id", "12"}, {"problem", "one\ntwo\tthree"}}) == "Order 12: one two three");
}

TEST_CASE("what is too long is cut between characters with the note at its end")
{
    std::string body;
    for (int i = 0; i < 400; ++i) {
        body += "助记词 ";
    }
    const FilledAddress filled = fill_address("https://shop.example/?s={subject}&b={body}", {{"subject", "short"}, {"body", body}}, "[cut]", 500);
    CHECK(filled.cut);
    CHECK(filled.address.size() <= 500);
    CHECK(filled.address.size() > 480);
    CHECK(filled.address.find("s=short") != std::string::npos);
    CHECK(filled.address.ends_with(percent_encoded("[cut]")));
    const auto plain = percent_decoded(filled.address);
    REQUIRE(plain);
    CHECK_FALSE(first_invalid(*plain));
}

TEST_CASE("what fits is not cut and several long values get shorter in turn")
{
    CHECK_FALSE(fill_address("https://shop.example/?b={body}", {{"body", "fits"}}, "[cut]", 200).cut);
    const std::string long_text(300, 'x');
    const FilledAddress both = fill_address("https://shop.example/?a={a}&b={b}", {{"a", long_text}, {"b", long_text}}, "[cut]", 100);
    CHECK(both.cut);
    CHECK(both.address.size() <= 100);
}
