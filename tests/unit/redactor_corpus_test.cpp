// SPDX-License-Identifier: GPL-3.0-or-later
// tests/corpus: every secret is found, by its kind and with its bounds, and nothing else is. Prints recall and precision by kind.
#include <doctest/doctest.h>

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

} // namespace

TEST_CASE("the corpus is redacted without a miss and without a false alarm")
{
    std::map<std::string, Count> counts;
    for (const std::string& line : lines_of("secrets.txt")) {
        CAPTURE(line);
        const std::string kind = line.substr(0, line.find('\t'));
        std::string text = line.substr(line.find('\t') + 1);
        std::size_t start = 0;
        std::size_t end = 0;
        cut(text, "⟦", start);
        cut(text, "⟧", end);
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
    const std::vector<std::string> harmless = lines_of("harmless.txt");
    CHECK(harmless.size() >= 200);
    for (const std::string& text : harmless) {
        CAPTURE(text);
        for (const SecretSpan& span : find_secrets(text, Masking::secrets_and_personal)) {
            ++counts[span.kind].false_alarms;
            FAIL_CHECK(span.rule << ": " << text.substr(span.start, span.end - span.start));
        }
    }
    for (const auto& entry : counts) {
        const Count& count = entry.second;
        const int reported = count.found + count.false_alarms;
        MESSAGE(fmt::format("{:<9} recall {:5.1f} % ({} of {}), precision {:5.1f} % ({} of {}; {} texts hold none)", entry.first,
            100.0 * count.found / std::max(count.secrets, 1), count.found, count.secrets, 100.0 * count.found / std::max(reported, 1), count.found,
            reported, harmless.size()));
    }
}
