// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/tokens.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace unknot;

namespace {

// The tokens as one line: code and joined in brackets, each after its position.
std::string line(std::string_view text)
{
    std::string out;
    for (const WordToken& token : tokens(text)) {
        const bool extra = token.kind == TokenKind::code || token.kind == TokenKind::joined || token.kind == TokenKind::pair;
        out += (out.empty() ? "" : " ") + std::to_string(token.position) + (extra ? "[" + token.text + "]" : ":" + token.text);
    }
    return out;
}

} // namespace

TEST_CASE("texts become words")
{
    struct Row {
        std::string text;
        std::string words;
    };
    const std::vector<Row> table = {
        {"", ""},
        {" \n.,!? ", ""},
        {"My card, declined!", "0:my 1:card 2:declined"},
        {"GRÖSSE Größe groß", "0:grosse 1:grosse 2:gross"},
        {"o\u0308l café", "0:ol 1:cafe"},
        {"ＵＳＢ ﬁle ２", "0:usb 1:file 2:2"},
        {"don't wallet’s geht's", "0:dont 1:wallet 2:geht"},
        {"'quoted' words'", "0:quoted 1:words"},
        {"802.11ac", "0[802.11ac] 0:802 1:11ac"},
        {"0x80070005", "0:0x80070005"},
        {"Err:522", "0[err:522] 0:err 1:522"},
        {"Err：522", "0[err:522] 0:err 1:522"},
        {"192.168.1.1 up", "0[192.168.1.1] 0:192 1:168 2:1 3:1 4:up"},
        {"E-Mail top-up", "0[e-mail] 0[email] 0:e 1:mail 2[top-up] 2[topup] 2:top 3:up"},
        {"a@b.example", "0[a@b.example] 0:a 1:b 2:example"},
        {"End. Next", "0:end 1:next"},
        {"--flag -x a..b", "0:flag 1:x 2:a 3:b"},
        {"钱", "0:钱"},
        {"钱包丢了", "0:钱 0[钱包] 1:包 1[包丢] 2:丢 2[丢了] 3:了"},
        {"error 无法连接WiFi", "0:error 1:无 1[无法] 2:法 2[法连] 3:连 3[连接] 4:接 5:wifi"},
        {"钱，包", "0:钱 1:包"},
        {"bad\xFFword", "0:bad 1:word"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(line(row.text) == row.words);
    }
}

TEST_CASE("offsets lead back to the original text")
{
    const std::string text = "Die Größe, 钱包 o\u0308l Err：522";
    std::vector<std::string> spans;
    for (const WordToken& token : tokens(text)) {
        spans.push_back(text.substr(token.begin, token.end - token.begin));
    }
    CHECK(spans == std::vector<std::string>{"Die", "Größe", "钱", "钱包", "包", "o\u0308l", "Err：522", "Err", "522"});
}

TEST_CASE("a character that stands alone says so")
{
    const std::vector<WordToken> found = tokens("钱 钱包");
    REQUIRE(found.size() == 4);
    CHECK(found[0].alone);
    CHECK_FALSE(found[1].alone);
    CHECK_FALSE(found[3].alone);
}

TEST_CASE("what nobody types is no word")
{
    CHECK(tokens(std::string(65, 'x')).empty());
    CHECK(tokens(std::string(64, 'x')).size() == 1);
    const std::string long_code = std::string(40, 'a') + "-" + std::string(40, 'b');
    CHECK(tokens(long_code).size() == 2);
}

TEST_CASE("reading stops at the budget")
{
    std::string many;
    for (int i = 0; i < 1000; ++i) {
        many += "word-a 钱包 ";
    }
    for (std::size_t budget = 0; budget < 20; ++budget) {
        CHECK(tokens(many, budget).size() == budget);
    }
}

TEST_CASE("any bytes give valid tokens with spans inside the text")
{
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text = {'a', static_cast<char>(first), static_cast<char>(second), 'b'};
            for (const WordToken& token : tokens(text)) {
                REQUIRE_FALSE(first_invalid(token.text).has_value());
                REQUIRE(token.begin < token.end);
                REQUIRE(token.end <= text.size());
            }
        }
    }
}

TEST_CASE("Chinese is recognised")
{
    CHECK(looks_chinese("wifi 连不上"));
    CHECK_FALSE(looks_chinese("Größe. ， "));
    CHECK_FALSE(looks_chinese("\xE4\xB8"));
}

namespace {

// Where the sieved tokens of a text stand, with what they are.
std::vector<std::string> sieved(std::string_view text, const std::vector<std::string>& words)
{
    TokenSieve sieve;
    for (const std::string& word : words) {
        sieve.add(word);
    }
    std::vector<std::string> found;
    for (const WordToken& token : sieved_tokens(text, sieve)) {
        found.push_back(token.text + '@' + std::to_string(token.begin) + '-' + std::to_string(token.end));
    }
    return found;
}

} // namespace

TEST_CASE("a sieve leaves out words that begin otherwise")
{
    using Found = std::vector<std::string>;
    CHECK(sieved("Karte top-up Kosten kann kar", {"karte"}) == Found{"karte@0-5", "kar@25-28"});
    CHECK(sieved("Karte top-up Kosten kann", {"ka"}) == Found{"karte@0-5", "kann@20-24"});
    CHECK(sieved("Größe Gras grob gr g", {"grosse"}) == Found{"grosse@0-7", "grob@13-17", "gr@18-20", "g@21-22"});
    CHECK(sieved("Karte top-up Kosten kann", {"k"}) == Found{"karte@0-5", "kosten@13-19", "kann@20-24"});
    CHECK(sieved("e-mail Ende Kür k\xCC\x88 o'clock o2", {"email", "kur", "oclock"})
          == Found{"e-mail@0-6", "email@0-6", "e@0-1", "kur@12-16", "k@17-20", "oclock@21-28"});
    CHECK(sieved("Karte top-up Kosten", {"up"}) == Found{"up@10-12"});
    CHECK(sieved("Karte top-up Kosten", {"topup"}) == Found{"top-up@6-12", "topup@6-12", "top@6-9"});
    CHECK(sieved("don't buy it's fühlen, fü\xCC\x88hlen t", {"t", "hlen"}) == Found{"t@34-35"});
    CHECK(sieved("Straße Übersicht Größe", {"ubersicht"}) == Found{"ubersicht@8-18"});
    CHECK(sieved("", {"a"}).empty());
    CHECK(sieved("x", {}).empty());
}

TEST_CASE("a sieve leaves out Chinese that begins otherwise")
{
    using Found = std::vector<std::string>;
    CHECK(sieved("无线网络 Err:522 网", {"网络"}) == Found{"网络@6-12"});
    CHECK(sieved("无线网络 Err:522 网", {"络"}) == Found{"络@9-12"});
    CHECK(sieved("无线网络 Err:522 网", {"网"}) == Found{"网@6-9", "网络@6-12", "网@21-24"}); // a prefix is looked for in the same way
    CHECK(sieved("网络网络", {"网络", "络网"}) == Found{"网络@0-6", "络网@3-9", "网络@6-12"});
    CHECK(sieved("㐀网 网㐀", {"网络"}) == Found{"㐀@0-3", "㐀网@0-6", "网㐀@7-13", "㐀@10-13"}); // rare characters pass
}

TEST_CASE("a sieve turns no wanted token away, whatever stands beside it")
{
    const std::vector<std::string> pieces = {"a", "B", "t", "ä", "É", "k\xCC\x88", "'", "’", "-", ".", " ", "\n", "，", "网", "络", "㐀", "７", "9", "\xFF", "\xE4\xB8"};
    std::mt19937 random(20261122);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            text += pieces[random() % pieces.size()];
        }
        CAPTURE(text);
        const std::vector<WordToken> all = tokens(text);
        for (const WordToken& wanted : all) {
            std::vector<std::string> expected;
            for (const WordToken& token : all) {
                if (token.text == wanted.text) {
                    expected.push_back(token.text + '@' + std::to_string(token.begin) + '-' + std::to_string(token.end));
                }
            }
            const auto found = sieved(text, {wanted.text});
            for (const std::string& one : expected) {
                CHECK(std::find(found.begin(), found.end(), one) != found.end());
            }
        }
    }
}
