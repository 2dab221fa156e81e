// SPDX-License-Identifier: GPL-3.0-or-later
// Streams: however the bytes are divided, and wherever in the windows a secret lies, the same comes out.
#include <doctest/doctest.h>

#include "phrase_fixture.hpp"
#include "redactor/plain_view.hpp"
#include "redactor/sieve.hpp"
#include "unknot/redactor.hpp"

#include <random>

using namespace unknot;

namespace {

const std::string card = "4012345678901239";
const std::string phrase = "laptop elephant near animal harbor grape version blade symbol goddess remove return";

const std::string text =
    "my phrase: " + phrase + ".\nL5WJkYYatRx79LJtLVkjxatqhQhTKSGAEYr3JACzdUU6GgrrnbqV\n" + card
    + " DE89 3704 0044 0532 0130 00\n-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n"
      "-----END PRIVATE KEY-----\npassword: hunter2 PIN 1234 bob@example.org +49 151 23456789\n"
      "\xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D\xEF\xBC\x9A"
    + joined(phrase_of(WordList::chinese_simplified, reference_entropies[12]), "") + "\xE3\x80\x82 caf\xE9 end\n";

std::string streamed(const std::vector<std::string>& pieces)
{
    Redactor redactor(Masking::secrets_and_personal);
    RedactingStream stream(redactor);
    std::string out;
    for (const std::string& piece : pieces) {
        out += stream.push(piece).text;
    }
    return out + stream.finish().text;
}

std::string whole(const std::string& given)
{
    return Redactor(Masking::secrets_and_personal).redact(given).text;
}

// Prose of the given length whose lines are all different.
std::string prose(std::size_t size)
{
    std::string made;
    for (int line = 0; made.size() < size; ++line) {
        made += "line " + std::to_string(line) + " of the log says that nothing happened\n";
    }
    made.resize(size);
    return made;
}

} // namespace

TEST_CASE("a stream split at every byte gives what the whole gives")
{
    const std::string wanted = whole(text);
    CHECK(wanted.find(card) == std::string::npos);
    for (std::size_t at = 0; at <= text.size(); ++at) {
        REQUIRE(streamed({text.substr(0, at), text.substr(at)}) == wanted);
    }
    std::vector<std::string> bytes;
    for (const char byte : text) {
        bytes.emplace_back(1, byte);
    }
    CHECK(streamed(bytes) == wanted);
}

TEST_CASE("a secret is found wherever it lies in the windows")
{
    const std::size_t edge = Sieve::window;
    for (std::size_t offset = 0; offset <= 160; offset += 7) {
        const std::string before = prose(edge - 120 + offset) + ".\n";
        const std::string given = before + phrase + ".\n" + card + "\n" + prose(Sieve::margin);
        const std::string out = streamed({given.substr(0, edge), given.substr(edge)});
        CAPTURE(offset);
        CHECK(out == before + "[phrase-1].\n[card-1]\n" + prose(Sieve::margin));
    }
}

TEST_CASE("long streams are the same as a whole and in pieces of any size")
{
    std::string given;
    for (int round = 0; round < 30; ++round) {
        given += prose(100'000) + "\n" + text;
    }
    const std::string wanted = whole(given);
    for (const std::size_t size : {std::size_t{1000}, std::size_t{65536}, Sieve::window, Sieve::window + Sieve::margin, given.size()}) {
        std::vector<std::string> pieces;
        for (std::size_t at = 0; at < given.size(); at += size) {
            pieces.push_back(given.substr(at, size));
        }
        CHECK(streamed(pieces) == wanted);
    }
}

TEST_CASE("offsets are those of the whole input")
{
    Redactor redactor;
    RedactingStream stream(redactor);
    const std::string given = prose(3 * Sieve::window) + "\n" + card + "\n";
    std::vector<SecretSpan> spans = stream.push(given).spans;
    for (const SecretSpan& span : stream.finish().spans) {
        spans.push_back(span);
    }
    REQUIRE(spans.size() == 1);
    CHECK(given.substr(spans[0].start, spans[0].end - spans[0].start) == card);
    CHECK(find_secrets(given).at(0).start == spans[0].start);
}

TEST_CASE("bytes without secrets pass as they are")
{
    std::mt19937 random(11);
    std::uniform_int_distribution<int> byte(0, 255);
    std::string noise(3'000'000, '\0');
    for (char& c : noise) {
        c = static_cast<char>(byte(random));
    }
    Redactor redactor;
    RedactingStream stream(redactor);
    std::string out = stream.push(noise).text;
    out += stream.finish().text;
    CHECK(out == noise);
    CHECK(whole(std::string("\0\xFF\xFE\xC3", 4)) == std::string("\0\xFF\xFE\xC3", 4));
}

TEST_CASE("a run longer than any window is masked to its last word")
{
    std::string run;
    while (run.size() < 2 * Sieve::window) {
        run += "zebra ";
    }
    const std::string out = streamed({run + "\n"});
    CHECK(out.find("zebra") == std::string::npos);
}

TEST_CASE("terminal sequences and full-width forms are seen through and kept")
{
    CHECK(whole("\x1B[31m4012\x1B[0m345678901239\x1B[0m!") == "\x1B[31m[card-1]\x1B[0m!");
    CHECK(whole("\xEF\xBC\x94\xEF\xBC\x90"
                "12345678901239")
          == "[card-1]");
    CHECK(whole("40123456\xE2\x80\x8B"
                "78901239.")
          == "[card-1].");
    CHECK(whole("\x1B[1mplain\x1B[0m \xEF\xBC\x8C \xC2\xAD") == "\x1B[1mplain\x1B[0m \xEF\xBC\x8C \xC2\xAD");
    const PlainView view("a\x1B[0mb");
    CHECK(view.text() == "ab");
    CHECK(view.raw_end(1) == 1);
    CHECK(view.raw_start(1) == 5);
}
