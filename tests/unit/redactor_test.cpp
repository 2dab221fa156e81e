// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

using namespace unknot;

namespace {

const std::string phrase12 = "laptop elephant near animal harbor grape version blade symbol goddess remove return";
const std::string phrase15 = "refuse large voice market dentist entire expect excess sell bronze pistol multiply match term uphold";
const std::string phrase18 = "ghost visa uniform used often over return current install ripple veteran toilet horn brother exclude monkey act kiwi";
const std::string phrase21 = "atom oven leaf idle merge link wear walk test they perfect salad express pass other congress sister copper "
                             "evolve time carbon";
const std::string phrase24 = "sand title clean cash zone someone stereo total reopen crater hip trash kingdom test fame craft must glory now pause "
                             "venue shoe pudding screen";
const std::string wif = "L5WJkYYatRx79LJtLVkjxatqhQhTKSGAEYr3JACzdUU6GgrrnbqV";
const std::string card = "4012345678901239";
const std::string base64_line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

std::string redacted(const std::string& text)
{
    return Redactor().redact(text).text;
}

std::vector<std::string> split(const std::string& words)
{
    std::vector<std::string> parts(1);
    for (const char c : words) {
        if (c == ' ') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string joined(const std::string& words, const std::string& before, const std::string& after)
{
    std::string text;
    int number = 0;
    for (const std::string& word : split(words)) {
        ++number;
        text += fmt::format(fmt::runtime(before), number) + word + after;
    }
    return text;
}

std::string upper(std::string text)
{
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

// Text of about `size` bytes from copies of a piece.
std::string repeated(const std::string& piece, std::size_t size)
{
    std::string text;
    while (text.size() < size) {
        text += piece;
    }
    return text;
}

} // namespace

TEST_CASE("recovery phrases of every length are found")
{
    for (const std::string& phrase : {phrase12, phrase15, phrase18, phrase21, phrase24}) {
        CAPTURE(phrase);
        const std::vector<SecretSpan> spans = find_secrets("my words: " + phrase + ".");
        REQUIRE(spans.size() == 1);
        CHECK(spans[0].kind == "phrase");
        CHECK(spans[0].rule == "bip39-english");
        CHECK(spans[0].checked);
        CHECK(spans[0].start == 10);
        CHECK(spans[0].end == 10 + phrase.size());
    }
}

TEST_CASE("a phrase is found however it is written")
{
    const std::vector<std::string> forms = {
        upper(phrase12),
        joined(phrase12, "", "\n"),
        joined(phrase12, "", "\r\n"),
        joined(phrase12, "", ", "),
        joined(phrase12, "", ","),
        joined(phrase12, "", "\t"),
        joined(phrase12, "{}. ", "\n"),
        joined(phrase12, "{}.", " "),
        joined(phrase12, "{}) ", "\n"),
        joined(phrase12, "({}) ", " "),
        joined(phrase12, "{:02}: ", "\n"),
        joined(phrase12, "{} ", "\n"),
        joined(phrase12, "{}.    ", "\n\n"),
        joined(phrase12, "> ", "\n"),
        joined(phrase12, "- ", "\n"),
        joined(phrase12, "\"", "\", "),
        joined(phrase12, "", "\xC2\xA0"),
        joined(phrase12, "", "\xE3\x80\x81"),
        joined(phrase12, "", " \xE2\x80\x8B"),
        "\xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D\xE6\x98\xAF" + phrase12 + "\xE3\x80\x82",
    };
    for (const std::string& form : forms) {
        CAPTURE(form);
        const std::string text = redacted(form);
        CHECK(text.find("[phrase-1]") != std::string::npos);
        for (const std::string& word : split(phrase12)) {
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("the stand-in replaces all from the first word to the last")
{
    CHECK(redacted("1. " + phrase12 + "\n") == "1. [phrase-1]\n");
    CHECK(redacted("words:\n" + joined(phrase12, "{}. ", "\n") + "thanks") == "words:\n1. [phrase-1]\nthanks");
}

TEST_CASE("words of the list around a phrase do not hide it")
{
    for (const std::string& phrase : {phrase12, phrase15, phrase18, phrase21, phrase24}) {
        const std::string text = redacted("seed phrase " + phrase + " please help");
        CAPTURE(text);
        CHECK(text.find("[phrase-1]") != std::string::npos);
        for (const std::string& word : split(phrase)) {
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("a label outside the quotation marks stays")
{
    CHECK(redacted("found '" + phrase12 + "'") == "found '[phrase-1]'");
    CHECK(redacted("seed phrase \"" + phrase12 + "\" please help") == "seed phrase \"[phrase-1]\" please help");
}

TEST_CASE("a window that is right by chance leaves no part of the phrase")
{
    // The first line is a right phrase too, by its last word; the real one begins and ends within lines.
    const std::string text = redacted("seed phrase absent laptop elephant near animal harbor grape version blade symbol\n"
                                      "goddess remove return. thanks");
    CHECK(text == "[phrase-1]. thanks");
}

TEST_CASE("secrets that overlap are covered to the end of the last one")
{
    CHECK(redacted("-----BEGIN PRIVATE KEY-----\n" + base64_line + "\n" + phrase12 + ".") == "[key-1].");
}

TEST_CASE("one phrase in several spellings has one stand-in")
{
    CHECK(redacted(phrase12 + ". " + upper(phrase12) + ". " + joined(phrase12, "{}. ", "\n")) == "[phrase-1]. [phrase-1]. 1. [phrase-1]\n");
}

TEST_CASE("two phrases in lines under each other leave no word")
{
    const std::string text = redacted(phrase24 + "\n" + phrase12 + "\n" + phrase18);
    for (const std::string& word : split(phrase24 + " " + phrase12 + " " + phrase18)) {
        CHECK(text.find(word) == std::string::npos);
    }
}

TEST_CASE("eleven words of the list are masked without a right checksum")
{
    const std::vector<std::string> texts = {
        "laptop elephant near animal harbor grape version blade symbol goddess remove remove",
        "laptop elephant near animal harbor grape version blade symbol goddess remove",
        "laptop elephant near animal harbor graep version blade symbol goddess remove",
        "laptop elephant near animal harbor grape version blade symbol goddess the remove return",
    };
    for (const std::string& text : texts) {
        CAPTURE(text);
        const std::vector<SecretSpan> spans = find_secrets(text);
        REQUIRE(spans.size() == 1);
        CHECK_FALSE(spans[0].checked);
        CHECK(redacted(text) == "[phrase-1]");
    }
}

TEST_CASE("shorter runs stay")
{
    const std::vector<std::string> texts = {
        "laptop elephant near animal harbor grape version blade symbol goddess",
        "laptop elephant near animal harbor the grape version blade symbol goddess",
        "laptop elephant near animal harbor grape version blade symbol the of goddess remove return",
        "laptop elephant near animal harbor grape. version blade symbol goddess remove return",
        "laptop elephant near animal harbor grape 123 version blade symbol goddess remove return",
        "laptop_elephant_near_animal_harbor_grape_version_blade_symbol_goddess_remove_return",
    };
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}

TEST_CASE("private keys are found")
{
    struct Key {
        std::string rule;
        std::string text;
    };
    const std::vector<Key> keys = {
        {"wif", "5KhAuuuvShYWwT8DzS6Ny6QyoK4Gw2C8yzWgwdye5BkkLVcxNta"},
        {"wif", "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"},
        {"wif", wif},
        {"wif", "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617"},
        {"wif", "93ToVejU2vceuWdWcmzHqgxwSyQz6BjLKwNe2GL9QvVo7VL91Lt"},
        {"wif", "cVsJDTYSKVeNJmn9iuZsKuPuKdzrytMrJazWQafW8b86XS21uzDd"},
        {"extended-key", "xprv9xfr4auc2mB5YgV1vBJbxTLdc9KCB6a9sfjEPFUYVd5agHSrDHdqQp5CEGrXFpzkLaeH13wFvUAJgSYVL5GrPsgjkW54Qe8ywuRcGeWWkdv"},
        {"extended-key", "yprvAHW7NFaXBSiZPyg8kY6EAYS8n7Te7iZennFTAeNRsdTTjPG5TwoQ2sjLFUp7FjefkDm5kXXpP8WrZjA43mgsC7NLcqmUzYxUDdVFfHRte3A"},
        {"extended-key", "zprvAcLNfvFSL8G3FGsFatsrNdXdx5c64LZ9htmfx3GKFdqLnV5JibxxewPUGgmhFeJb9rstW18NqnsQT1mcmU6szM3wVBTuaTmxVMYu3s1iBgZ"},
        {"extended-key", "tprv8fLnqvDwS31A9ViYakA786xcvGjQQccADDeMFftzyba4TtBwCeyavZSe9T2BGCP4i2B419Z25pk79J6ETHcoCvxLH9HN4zs2s1B2iPAihUF"},
        {"extended-key", "uprv8zB49atraiYdznufR6wjLC486EsrMEbf8LAa34ntMbwwWz1ATK99Yd6nAeymG72z7fHrkd9aYV6f2ahoAz2p1Adw9UyneugX8jEg6y11Ytv"},
        {"extended-key", "vprv9K1KTFZmjQ67r66nFTjMYH9dGD2JHrbA3SgnpTgmjcKpa5pPhyJiAgkvBrwMG1guXJQfW6k919TCusKMtgSpoQKY1pgDEpW1QTJKVXHtH94"},
        {"extended-key", "ZprvAoETo9ysu5pQfr2dXZLqChsSfseMGhEk2ARLsJXrdQfkQfeDV1MEk4FQ5PjAp5XVPKwsNb8Vj1FuaBPP4hFq8qAcKeaJysExP5pmdhacAtJ"},
    };
    for (const Key& key : keys) {
        CAPTURE(key.text);
        const std::vector<SecretSpan> spans = find_secrets("key=" + key.text + ";");
        REQUIRE(spans.size() == 1);
        CHECK(spans[0].kind == "key");
        CHECK(spans[0].rule == key.rule);
        CHECK(spans[0].checked);
        CHECK(redacted("p2wpkh:" + key.text + "\n") == "p2wpkh:[key-1]\n");
        std::string wrong = key.text;
        wrong[20] = wrong[20] == 'x' ? 'y' : 'x';
        CHECK(redacted(wrong) == wrong);
        CHECK(redacted("a" + key.text) == "a" + key.text);
    }
}

TEST_CASE("PEM keys are masked from BEGIN to END")
{
    for (const std::string label : {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY",
                                    "PGP PRIVATE KEY BLOCK"}) {
        CAPTURE(label);
        const std::string body = base64_line + "\n" + base64_line + "\nAbc=\n";
        const std::string key = "-----BEGIN " + label + "-----\n" + body + "-----END " + label + "-----";
        CHECK(redacted("before\n" + key + "\nafter") == "before\n[key-1]\nafter");
        const std::vector<SecretSpan> spans = find_secrets(key);
        REQUIRE(spans.size() == 1);
        CHECK(spans[0].rule == "pem");
        CHECK_FALSE(spans[0].checked);
    }
}

TEST_CASE("a PEM key that was cut off is masked to the end of its block")
{
    struct Cut {
        std::string body;
        std::string rest;
    };
    const std::vector<Cut> cuts = {
        {"\n" + base64_line + "\n" + base64_line, ""},
        {"\n" + base64_line + "\n" + base64_line + "\nAbc=", "\n\nand that was it. bye"},
        {"\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n" + base64_line, " :-("},
        {" " + base64_line + " " + base64_line + " Abc=", " so what now"},
        {"\\n" + base64_line + "\\n" + base64_line, "\"}"},
        {"\n> " + base64_line + "\n> Abc=", "\n> regards"},
        {"\n" + base64_line, "\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"},
        {"\n" + base64_line, ".\n-----END CERTIFICATE-----"},
    };
    for (const Cut& cut : cuts) {
        CAPTURE(cut.body);
        CHECK(redacted("-----BEGIN PRIVATE KEY-----" + cut.body + cut.rest) == "[key-1]" + cut.rest);
    }
}

TEST_CASE("card numbers of known issuers are found")
{
    const std::vector<std::string> numbers = {
        "4012345678909",    "4012345678901239", "4012345678901234565", "5101234567890126", "2221012345678902",    "2720012345678908",
        "340123456789014",  "370123456789017",  "6011012345678907",    "6440123456789010", "6501234567890123455", "3528012345678900",
        "3589012345678906", "6201234567890123", "6201234567890123452", "5018012345671",    "6759012345678903",    "6304012345678901237",
        "30001234567891",   "36012345678901",   "38012345678909",      "4111111111111111", "5555555555554444",    "378282246310005",
    };
    for (const std::string& number : numbers) {
        CAPTURE(number);
        CHECK(redacted("card " + number + ".") == "card [card-1].");
        std::string wrong = number;
        wrong.back() = wrong.back() == '0' ? '1' : '0';
        CHECK((wrong == number || redacted(wrong) == wrong));
    }
}

TEST_CASE("card numbers are found in groups and beside other digits")
{
    struct Written {
        std::string text;
        std::string wanted;
    };
    const std::vector<Written> table = {
        {"4111 1111 1111 1111", "[card-1]"},
        {"4111-1111-1111-1111", "[card-1]"},
        {"3782 822463 10005", "[card-1]"},
        {"3601 234567 8901", "[card-1]"},
        {"41 11 11 11 11 11 11 11", "[card-1]"},
        {"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card-1]"},
        {"4111\xC2\xA0" "1111\xC2\xA0" "1111\xC2\xA0" "1111", "[card-1]"},
        {"4111 1111 1111 1111 12/27 123", "[card-1] 12/27 123"},
        {"2026-11-21 4111111111111111 100", "2026-11-21 [card-1] 100"},
        {"order 17 4111 1111 1111 1111", "order 17 [card-1]"},
        {"visa-4111-1111-1111-1111", "visa-[card-1]"},
        {"4111111111111111 5555555555554444", "[card-1] [card-2]"},
        {"4111111111111111, 4111-1111-1111-1111", "[card-1], [card-1]"},
        {"(4111111111111111)", "([card-1])"},
        {"\xE5\x8D\xA1" "4111111111111111\xE5\x8F\xB7", "\xE5\x8D\xA1[card-1]\xE5\x8F\xB7"},
    };
    for (const Written& row : table) {
        CAPTURE(row.text);
        CHECK(redacted(row.text) == row.wanted);
    }
}

TEST_CASE("stand-ins are counted for each kind and kept for the life of a redactor")
{
    Redactor redactor;
    CHECK(redactor.redact(phrase12 + ". " + wif + " " + card).text == "[phrase-1]. [key-1] [card-1]");
    CHECK(redactor.redact(phrase15 + ". " + phrase12).text == "[phrase-2]. [phrase-1]");
    CHECK(redactor.redact("4012 3456 7890 1239").text == "[card-1]");
}

TEST_CASE("spans are in order and in bytes of the input")
{
    const std::string text = "\xC3\xA4 " + card + " \xE5\x8D\xA1 " + wif;
    const Redactor::Result result = Redactor().redact(text);
    REQUIRE(result.spans.size() == 2);
    CHECK(text.substr(result.spans[0].start, result.spans[0].end - result.spans[0].start) == card);
    CHECK(text.substr(result.spans[1].start, result.spans[1].end - result.spans[1].start) == wif);
}

TEST_CASE("redacting twice changes nothing more")
{
    const std::string once = redacted("seed phrase " + phrase24 + "\n" + card + " " + wif + "\n-----BEGIN PRIVATE KEY-----\n" + base64_line);
    CHECK(once.find('[') != std::string::npos);
    CHECK(redacted(once) == once);
}

TEST_CASE("any bytes survive")
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 200; ++round) {
        std::string noise;
        for (int i = 0; i < 300; ++i) {
            noise += static_cast<char>(byte(random));
        }
        CHECK(redacted(noise) == noise);
        noise += "\n";
        CHECK(redacted(noise + card + "\n" + noise) == noise + "[card-1]\n" + noise);
    }
}

TEST_CASE("every cut and every changed byte of a text with secrets is survived")
{
    const std::string text = phrase12 + "\n" + wif + "\n4012 3456 7890 1239\n-----BEGIN PRIVATE KEY-----\nA-B: c\n" + base64_line +
                             "\n-----END PRIVATE KEY-----\n";
    for (std::size_t i = 0; i < text.size(); ++i) {
        redacted(text.substr(0, i));
        redacted(text.substr(i));
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 0x80);
        CHECK_FALSE(redacted(changed) == changed);
    }
}

TEST_CASE("long repetitive texts are done in linear time")
{
    // Anything quadratic would take minutes here; the test only has to end.
    for (const std::string piece : {"abandon ", "1 ", "4111 ", "4", "DE89 4111 1111 1111 1111 ", "-----BEGIN PRIVATE KEY-----",
                                    "-----BEGIN PRIVATE KEY-----a: ", "-----BEGIN PRIVATE KEY-----\n\\n> ", "-", "a", " ", "xprv", "5",
                                    "abandon\n1. "}) {
        CAPTURE(piece);
        const std::string text = repeated(piece, 200'000);
        CHECK(redacted(text).size() <= text.size() * 2);
    }
}
