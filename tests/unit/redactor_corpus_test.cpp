// SPDX-License-Identifier: GPL-3.0-or-later
// tests/corpus and the reference phrases of BIP39: every secret is found, by its kind and with its bounds, and nothing else is. Prints a table of
// recall and precision by kind.
#include <doctest/doctest.h>

#include "phrase_fixture.hpp"
#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>

using namespace unknot;

namespace {

std::vector<std::string> lines_of(const std::string& file)
{
    std::ifstream stream(std::string(UNKNOT_SOURCE_DIR "/tests/corpus/") + file);
    REQUIRE(stream.good());
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.rfind("# ", 0) == 0) {
            continue;
        }
        for (std::size_t at = line.find("\\n"); at != std::string::npos; at = line.find("\\n", at)) {
            line.replace(at, 2, "\n");
        }
        lines.push_back(line);
    }
    return lines;
}

struct Count {
    int secrets = 0;
    int found = 0;
    int false_alarms = 0;
};

std::string cut(std::string& text, const std::string& mark, std::size_t& at)
{
    at = text.find(mark);
    REQUIRE(at != std::string::npos);
    return text.erase(at, mark.size());
}

using Counts = std::map<std::string, Count>;

// A text with the secret from `start` to `end`.
void count_secret(const std::string& kind, const std::string& text, std::size_t start, std::size_t end, Counts& counts)
{
    CAPTURE(text);
    ++counts[kind].secrets;
    bool found = false;
    for (const SecretSpan& span : find_secrets(text, Masking::secrets_and_personal)) {
        CAPTURE(span.rule);
        CAPTURE(text.substr(span.start, span.end - span.start));
        const bool right = span.kind == kind && span.start == start && span.end == end;
        CHECK(right);
        found = found || right;
        counts[span.kind].false_alarms += right ? 0 : 1;
    }
    CHECK(found);
    counts[kind].found += found ? 1 : 0;
}

std::string table(const Counts& counts, std::size_t harmless)
{
    std::string rows = fmt::format("{:<9} {:>8} {:>6} {:>8} {:>9} {:>10}", "kind", "secrets", "found", "recall", "reported", "precision");
    for (const auto& entry : counts) {
        const Count& count = entry.second;
        const int reported = count.found + count.false_alarms;
        rows += fmt::format("\n{:<9} {:>8} {:>6} {:>6.1f} % {:>9} {:>8.1f} %", entry.first, count.secrets, count.found,
            100.0 * count.found / std::max(count.secrets, 1), reported, 100.0 * count.found / std::max(reported, 1));
    }
    return rows + fmt::format("\nand {} texts that hold none", harmless);
}

} // namespace

TEST_CASE("the corpus is redacted without a miss and without a false alarm")
{
    Counts counts;
    for (const std::string& line : lines_of("secrets.txt")) {
        std::string text = line.substr(line.find('\t') + 1);
        std::size_t start = 0;
        std::size_t end = 0;
        cut(text, "⟦", start);
        cut(text, "⟧", end);
        count_secret(line.substr(0, line.find('\t')), text, start, end, counts);
    }
    for (std::size_t list = 0; is_bip39(static_cast<WordList>(list)); ++list) {
        for (const std::string& entropy : reference_entropies) {
            const std::string phrase = joined(phrase_of(static_cast<WordList>(list), entropy), " ");
            count_secret("phrase", "xx: " + phrase + ".", 4, 4 + phrase.size(), counts);
        }
    }
    const std::vector<std::string> harmless = lines_of("harmless.txt");
    CHECK(harmless.size() >= 200);
    for (const std::string& text : harmless) {
        CAPTURE(text);
        for (const SecretSpan& span : find_secrets(text, Masking::secrets_and_personal)) {
            ++counts[span.kind].false_alarms;
            FAIL_CHECK(span.rule << ": " << text.substr(span.start, span.end - span.start));
        }
    }
    MESSAGE(table(counts, harmless.size()));
}
