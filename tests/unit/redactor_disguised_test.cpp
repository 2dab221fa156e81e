// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that do not stand there as they are: encoded as base64, cut to four letters a word, as a row of numbers, with a wrong character.
#include <doctest/doctest.h>

#include "phrase_fixture.hpp"
#include "redactor/fold.hpp"
#include "unknot/redactor.hpp"

#include <fmt/format.h>

using namespace unknot;

namespace {

const std::string phrase = "laptop elephant near animal harbor grape version blade symbol goddess remove return";

std::string redacted(const std::string& text)
{
    return Redactor(Masking::secrets_and_personal).redact(text).text;
}

std::string base64(const std::string& text, const std::string& last_two = "+/")
{
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last_two;
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out += at + i <= text.size() ? digits[bits >> (18 - 6 * i) & 63U] : '=';
        }
    }
    return out;
}

std::string in_lines(std::string text, std::size_t width, const std::string& line_break)
{
    for (std::size_t at = width; at < text.size(); at += width + line_break.size()) {
        text.insert(at, line_break);
    }
    return text;
}

std::string abbreviated(const std::vector<std::string>& words, const std::string& separator)
{
    std::vector<std::string> cut;
    for (const std::string& word : words) {
        cut.push_back(std::string(fold_word(word).view()).substr(0, 4));
    }
    return joined(cut, separator);
}

std::string numbers(const std::string& bytes, const std::string& separator)
{
    std::string text;
    for (const char byte : bytes) {
        text += (text.empty() ? "" : separator) + std::to_string(static_cast<unsigned char>(byte));
    }
    return text;
}

std::string from_hexadecimal(const std::string& digits)
{
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

// RFC 8032, section 7.1, test 2.
const std::string seed_and_key = from_hexadecimal("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                                                  "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
const std::string same_in_base58 = "2Y4QjyJVZf9tTmTPP1SY9ACpFYTo7brW9iCQ8SunQht5yQ2r1U9KsVv5aMsCGnzj3NR8KG9P3NY7FKBiYbbTJ2no";

} // namespace

TEST_CASE("a run of base64 that holds a secret is masked whole, by the secret's name")
{
    for (const std::string& text : {phrase, "my words: " + phrase + ".", "x" + phrase, "xx" + phrase}) {
        CHECK(redacted("data: " + base64(text) + " end") == "data: [phrase-1] end");
        CHECK(redacted("seed=" + base64(text, "-_") + "\n") == "seed=[phrase-1]\n");
        CHECK(redacted("/" + base64(text) + "\n") == "[phrase-1]\n");
        for (const std::size_t width : {60U, 64U, 76U}) {
            CHECK(redacted(in_lines(base64(text + " " + text), width, "\n") + "\n\nBye") == "[phrase-1]\n\nBye");
            CHECK(redacted(in_lines(base64(text + " " + text), width, "\r\n")) == "[phrase-1]");
        }
    }
    CHECK(redacted(same_in_base58.substr(0, 86) + "xx\n" + base64(phrase) + "\n") == same_in_base58.substr(0, 86) + "xx\n[phrase-1]\n");
    CHECK(redacted(std::string(64, 'f') + "\n" + base64(phrase).substr(0, 60) + "\n" + base64(phrase).substr(60))
          == std::string(64, 'f') + "\n[phrase-1]");
    CHECK(redacted(phrase + ", " + base64("again: " + phrase)) == "[phrase-1], [phrase-1]");
    CHECK(redacted(base64("user: bob\npassword: hunter2-and-more\n")) == "[password-1]");
    CHECK(redacted(base64("please pay to DE89 3704 0044 0532 0130 00")) == "[iban-1 DE…3000]");
    CHECK(redacted(base64(
              "\xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D\xEF\xBC\x9A" + joined(phrase_of(WordList::chinese_simplified, reference_entropies[12]), "")))
          == "[phrase-1]");
}

TEST_CASE("a secret deep in a long run of base64 is found, also between two pieces of it")
{
    const std::string line = "a line of a log that says that nothing has happened since\n";
    for (const std::size_t before : {std::size_t{0}, std::size_t{100}, 24 * 1024 / line.size() - 1, 24 * 1024 / line.size(), std::size_t{1500}}) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i) {
            text += line;
        }
        const std::string run = base64(text + phrase + "\n" + text);
        CAPTURE(before);
        const std::string out = redacted("> " + run + " <");
        CHECK(out.find("[phrase-1]") != std::string::npos);
        CHECK(out.find(base64(text + phrase).substr(text.size() / 3 * 4 + 8, 60)) == std::string::npos);
    }
}

TEST_CASE("base64 that holds no secret stays, and so do pictures, hashes, paths and rulers")
{
    for (const std::string& text :
        {base64("an ordinary sentence about nothing that anybody would hide"), base64("my address is bob@example.org, thank you"),
            base64(base64("laptop elephant near animal harbor grape version blade symbol goddess remove return")), base64(std::string(300, '\0')),
            base64("\x89PNG\r\n\x1A\n" + phrase), std::string("/usr/lib/x86_64-linux-gnu/cmake/yaml-cpp/yaml-cpp-config.cmake"),
            std::string(120, '-'), std::string(120, '_'), std::string(120, 'A'), std::string("f572d396fae9206628714fb2ce00f72e94f2258f"),
            std::string("sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==")}) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}

TEST_CASE("phrases cut to the first four letters of each word are masked where the checksum holds")
{
    for (const WordList list : {WordList::english, WordList::spanish, WordList::french, WordList::italian, WordList::czech, WordList::portuguese}) {
        for (const std::string& entropy : reference_entropies) {
            const std::vector<std::string> words = phrase_of(list, entropy);
            for (const std::string separator : {" ", ", ", "\n", " - "}) {
                const std::string cut = abbreviated(words, separator);
                CAPTURE(cut);
                CHECK(redacted("backup plate: " + cut + ".") == "backup plate: [phrase-1].");
            }
        }
    }
    const std::vector<std::string> words = phrase_of(WordList::english, reference_entropies[12]);
    CHECK(redacted(joined(words, " ") + ": " + abbreviated(words, " ")) == "[phrase-1]: [phrase-1]");
    CHECK(redacted("LEGA WINN THAN YEAR WAVE SAUS WORT USEF LEGA WINN THAN YELL") == "[phrase-1]");
    CHECK(redacted("1. lega\n2. winn\n3. than\n4. year\n5. wave\n6. saus\n7. wort\n8. usef\n9. lega\n10. winn\n11. than\n12. yell\n")
          == "1. [phrase-1]\n");
}

TEST_CASE("short words that are no abbreviated phrase stay")
{
    for (const std::string text : {"lega winn than year wave saus wort usef lega winn than lega", // the checksum is wrong
             "lega winn than year wave saus wort usef lega winn yell",                            // eleven
             "lega winn than year wave saus xxxx wort usef lega winn than yell",                  // a foreign word
             "lega winn than year wave saus. wort usef lega winn than yell",                      // two sentences
             "they have seen that this one was not the best way out for you and them but also mine",
             "dead beef cafe babe face feed fade deed bead dada baba abba cede dead beef cafe"}) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}

TEST_CASE("Solana's keys are known by the public key in them, in base58 and as an array")
{
    CHECK(redacted("key " + same_in_base58 + ".") == "key [key-1].");
    CHECK(redacted("[" + numbers(seed_and_key, ",") + "]") == "[[key-1]]");
    CHECK(redacted("id.json: [\n    " + numbers(seed_and_key, ",\n    ") + "\n]\n") == "id.json: [\n    [key-1]\n]\n");
    CHECK(redacted(same_in_base58 + " [" + numbers(seed_and_key, ", ") + "]") == "[key-1] [[key-1]]");
    for (const SecretSpan& span : find_secrets("[" + numbers(seed_and_key, ",") + "] " + same_in_base58)) {
        CHECK(span.rule == "solana");
        CHECK(span.checked);
    }
}

TEST_CASE("signatures of transactions and other arrays stay")
{
    std::string wrong = same_in_base58;
    wrong.back() = wrong.back() == 'o' ? 'p' : 'o';
    std::string other = seed_and_key;
    other.back() = '\0';
    for (const std::string& text : {wrong, std::string("5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQkrKZJhW1qtyBCq7f3oy3Ln4oTo3ZFtXx"),
             "[" + numbers(other, ",") + "]", "[" + numbers(seed_and_key.substr(0, 63), ",") + "]", "[" + numbers(seed_and_key + "a", ",") + "]",
             "[" + numbers(seed_and_key, ";") + "]", std::string("[1, 2, 3] [256,") + numbers(seed_and_key.substr(1), ",") + "]", std::string("[")}) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}

TEST_CASE("one wrong character in an unspaced Chinese phrase does not save it")
{
    const std::string label = "\xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D\xEF\xBC\x9A"; // the phrase:
    for (const WordList list : {WordList::chinese_simplified, WordList::chinese_traditional}) {
        for (std::size_t i = 12; i < reference_entropies.size(); ++i) {
            const std::vector<std::string> words = phrase_of(list, reference_entropies[i]);
            for (std::size_t at = 1; at + 1 < words.size(); ++at) {
                std::vector<std::string> wrong = words;
                wrong[at] = "\xE9\xBE\x98"; // of no list
                const std::string text = label + joined(wrong, "") + "\xE3\x80\x82";
                CAPTURE(text);
                CHECK(redacted(text) == label + "[phrase-1]\xE3\x80\x82");
            }
        }
    }
    for (const std::string text : {"助记词：是一个可以恢复龘您所有的资金的词。", "我今天在龘店里买了一些水果和蔬菜。", "助记词：纳龘。"}) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}
