// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/query.hpp"
#include "unknot/utf8.hpp"

#include <string>
#include <vector>

using namespace unknot;

namespace {

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

std::size_t terms(const Query& query)
{
    std::size_t count = 0;
    for (const QueryGroup& group : query.groups) {
        for (const QueryPiece& piece : group.alternatives) {
            for (const WordToken& token : piece.tokens) {
                count += token.kind == TokenKind::word || token.kind == TokenKind::pair || token.alone ? 1 : 0;
            }
        }
    }
    return count;
}

} // namespace

TEST_CASE("queries are read as the header says")
{
    struct Row {
        std::string text;
        std::string read;
    };
    const std::vector<Row> table = {
        {"", ""},
        {"   \t\n ", ""},
        {"card declined", "card declined"},
        {"\"recovery phrase\"", "\"recovery phrase\""},
        {"„rote Karte“ “x y”", "\"rote Karte\" \"x y\""},
        {"+card -bitcoin", "+card -bitcoin"},
        {"card AND declined", "+card +declined"},
        {"card NOT bitcoin", "card -bitcoin"},
        {"refund OR chargeback", "(refund | chargeback)"},
        {"card refund OR chargeback OR dispute late", "card (refund | chargeback | dispute) late"},
        {"a OR +b", "+(a | b)"},
        {"a OR -b", "a -b"},
        {"-a OR b", "-a b"},
        {"a or b and c", "a or b and c"},
        {"encrypt*", "encrypt*"},
        {"encrypt***", "encrypt*"},
        {"title:backup", "title:backup"},
        {"title:\"paper backup\" title:back*", "title:\"paper backup\" title:back*"},
        {"title：backup", "title:backup"},
        {"fee lang:de kind:tree", "fee lang:de kind:tree"},
        {"lang:zh-CN lang:de_AT", "lang:zh lang:de"},
        {"-kind:tree NOT pack:wallet id:fees topic:Payments", "-kind:tree -pack:wallet id:fees topic:payments"},
        {"-title:fee", "-title:fee"},
        {"C:foo Err:522", "C:foo Err:522"},
        {"title: fee", "title: fee"},
        {"钱包 密码*", "钱包 密码"},
        {"网络 OR WiFi", "(网络 | WiFi)"},
        {"\"色彩 配置\"", "\"色彩 配置\""},
        {"ＡＮＤ", ""},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(describe(read_query(row.text)) == row.read);
    }
}

TEST_CASE("operators with nothing to work on are dropped")
{
    for (const std::string text : {"AND", "OR", "NOT", "AND OR NOT", "+", "-", "*", "**", "+ - *", "\"", "\"\"", "\" \"", "++", "--", "title:\"\"",
             "lang:", "..", "()", ":", "-*"}) {
        CAPTURE(text);
        const Query query = read_query(text);
        CHECK((query.groups.empty() || text == "lang:"));
        CHECK(query.filters.empty());
    }
    CHECK(describe(read_query("OR card")) == "card");
    CHECK(describe(read_query("card AND")) == "card");
    CHECK(describe(read_query("card OR")) == "card");
    CHECK(describe(read_query("card OR OR fee")) == "(card | fee)");
    CHECK(describe(read_query("AND card AND lang:de fee")) == "+card fee lang:de");
}

TEST_CASE("quotes that are not closed end at the end")
{
    CHECK(describe(read_query("\"red card")) == "\"red card\"");
    CHECK(describe(read_query("blue\"red card")) == "blue \"red card\"");
    CHECK(describe(read_query("\"a b\"c")) == "\"a b\" c");
    CHECK(describe(read_query("“a b")) == "\"a b\"");
}

TEST_CASE("what is too much is left out and said")
{
    CHECK_FALSE(read_query("card").shortened);
    for (const std::string& text : {repeated("word ", 100'000), repeated("钱包密码", 5000), repeated("\"a b\" ", 9000), repeated("a.b.c.d ", 500),
             repeated("t* ", 100), repeated("x OR ", 100'000), repeated("-x ", 10'000)}) {
        CAPTURE(text.substr(0, 12));
        const Query query = read_query(text);
        CHECK(query.shortened);
        CHECK(terms(query) <= query_max_terms);
        CHECK(terms(query) >= query_max_terms - 1);
    }
    CHECK(read_query(repeated("lang:de ", 1000)).filters.size() <= query_max_terms);
    CHECK(read_query("card " + repeated("t* ", 20)).groups.back().alternatives.front().kind == PieceKind::words);
}

TEST_CASE("any bytes are a query")
{
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text = {static_cast<char>(first), static_cast<char>(second), 'x', ' ', static_cast<char>(second)};
            for (const QueryGroup& group : read_query(text).groups) {
                REQUIRE_FALSE(group.alternatives.empty());
                REQUIRE_FALSE(group.alternatives.front().tokens.empty());
            }
        }
    }
    CHECK(describe(read_query(std::string("red\0card", 8))) == "red card");
    CHECK(read_query("\xFF\xC0").groups.empty());
}

TEST_CASE("a query is cut between characters")
{
    const Query query = read_query(std::string(query_max_bytes - 1, ' ') + "钱包");
    CHECK(query.groups.empty());
    CHECK(query.shortened);
}
