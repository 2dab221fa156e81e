// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who reads only one of the shipped pack's languages meets no other on any path: every scenario, and so every edge, is walked in each
// language, and every text that a walk can show is there in it.
#include <doctest/doctest.h>

#include "lint/texts.hpp"
#include "unknot/pack.hpp"
#include "unknot/rehearsal.hpp"
#include "unknot/scenario.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace unknot;

namespace {

const Pack& shipped()
{
    static const Pack pack = [] {
        Problems problems;
        Pack opened = Pack::open(std::filesystem::path(UNKNOT_SOURCE_DIR) / "knowledge", "knowledge", Freshness::every_file, problems);
        REQUIRE_FALSE(has_errors(problems));
        return opened;
    }();
    return pack;
}

// What the walks of every scenario go through in a language.
Footprint walked_in(const std::string& language)
{
    Footprint footprint;
    for (const std::string& id : shipped().scenario_files()) {
        Problems problems;
        const auto source = shipped().read("tests/" + id + ".yaml", problems);
        REQUIRE(source);
        auto file = read_scenarios(*source, id, problems);
        const auto forest = shipped().forest(id, shipped().info().languages, problems);
        CAPTURE(id);
        REQUIRE(file);
        REQUIRE(forest);
        REQUIRE_FALSE(has_errors(problems));
        for (Scenario& scenario : file->scenarios) {
            scenario.language = language;
            const Verdict verdict = rehearse(*forest, scenario, Value(), footprint);
            CAPTURE(language);
            CAPTURE(verdict.name);
            CAPTURE(verdict.reason);
            CHECK(verdict.ok);
        }
    }
    return footprint;
}

// Letters that belong to no language: names, numbers, addresses, code.
bool has_words(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

std::size_t english_words(const std::string& text)
{
    static const std::set<std::string> telling = {"the", "and", "you", "your", "with", "that", "this", "from", "have", "are", "what", "which", "when", "they"};
    std::set<std::string> found;
    for (const WordToken& token : tokens(text)) {
        if (telling.count(token.text) > 0) {
            found.insert(token.text);
        }
    }
    return found.size();
}

} // namespace

TEST_CASE("every way of the shipped pack can be walked in each language without a text of another")
{
    for (const std::string& language : shipped().info().languages) {
        const Footprint footprint = walked_in(language);
        std::size_t shown = 0;
        for (const std::string& id : shipped().tree_ids()) {
            Problems problems;
            const auto tree = shipped().tree(id, shipped().info().languages, problems);
            REQUIRE(tree);
            const auto walked = footprint.nodes.find(id);
            REQUIRE(walked != footprint.nodes.end());
            for (const TextUse& use : texts_of(*tree)) {
                if ((use.node != nullptr && walked->second.count(use.node->id) == 0) || !has_words(use.text->source())) {
                    continue;
                }
                ++shown;
                CAPTURE(language);
                CAPTURE(id);
                CAPTURE(use.text->source());
                CHECK((language == tree->source_language || use.text->has(language)));
                if (language != "en") {
                    CHECK(english_words(use.text->in(language)) < 3);
                }
            }
            CHECK(walked->second.size() == tree->nodes.size());
        }
        CHECK(shown > 2500);
    }
}

TEST_CASE("every article of the shipped pack is there in each language, and in no other")
{
    std::set<std::string> ids;
    std::set<std::pair<std::string, std::string>> there;
    for (const ArticleName& name : shipped().article_names()) {
        ids.insert(name.id);
        there.emplace(name.id, name.language);
    }
    CHECK(ids.size() >= 64);
    for (const std::string& id : ids) {
        for (const std::string& language : shipped().info().languages) {
            CAPTURE(id);
            CAPTURE(language);
            CHECK(there.count({id, language}) == 1);
            Problems problems;
            const auto article = shipped().article(id, language, problems);
            REQUIRE(article);
            if (language != "en") {
                CHECK(english_words(article->title + " " + article->summary) == 0);
                CHECK(english_words(article->body) < 4);
            }
        }
    }
}
