// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/routing.hpp"

#include <chrono>
#include <string>
#include <vector>

using namespace unknot;

namespace {

struct SmallTree {
    std::string id;
    std::string language;
    std::string title;
    std::string summary;
    std::vector<std::string> symptoms;
    std::string nodes;
};

// A household has other troubles than a wallet, and ones that everybody can judge.
const std::vector<SmallTree>& household()
{
    static const std::vector<SmallTree> trees = {
        {"no-heat", "en", "The heating stays cold", "Find out why no radiator gets warm.",
            {"my radiator is cold", "the heating does not start", "no hot water in the shower", "boiler shows a fault", "thermostat ignored"},
            "Is the boiler on? Bleed the radiator. Look at the pressure gauge of the house."},
        {"no-heat", "de", "Die Heizung bleibt kalt", "Warum kein Heizkörper warm wird.",
            {"mein Heizkörper ist kalt", "die Heizung springt nicht an", "kein warmes Wasser in der Dusche", "der Kessel zeigt eine Störung"},
            "Ist der Kessel an? Entlüften Sie den Heizkörper im Haus."},
        {"no-heat", "zh", "暖气不热", "查明暖气片为什么不热。", {"暖气片是凉的", "暖气打不开", "淋浴没有热水", "锅炉报故障"},
            "锅炉开着吗？给房子里的暖气片放气。"},
        {"leak", "en", "Water is leaking", "Stop a leak and find its place.",
            {"water drips from the ceiling", "a pipe has burst", "the tap is dripping", "puddle under the sink", "flooded cellar"},
            "Turn the main valve of the house off. Is a radiator wet?"},
        {"leak", "de", "Wasser läuft aus", "Ein Leck stoppen und finden.",
            {"Wasser tropft von der Decke", "ein Rohr ist geplatzt", "der Wasserhahn tropft", "Pfütze unter der Spüle", "Keller überflutet"},
            "Drehen Sie den Haupthahn im Haus zu."},
        {"leak", "zh", "漏水", "止住漏水并找到位置。", {"天花板在滴水", "水管爆了", "水龙头滴水", "水槽下面有一滩水"}, "关闭房子的总阀。"},
        {"locked-out", "en", "Locked out of the house", "Get back in without breaking the door.",
            {"I lost my keys", "the key broke in the lock", "door slammed shut, keys inside", "locksmith wants a lot of money"},
            "Is a window of the house open?"},
    };
    return trees;
}

std::vector<IndexDocument> documents_of(const SmallTree& tree)
{
    IndexDocument whole;
    whole.kind = DocumentKind::tree;
    whole.pack = "home";
    whole.id = tree.id;
    whole.language = tree.language;
    whole.title = tree.title;
    std::vector<IndexDocument> documents;
    for (const std::string& symptom : tree.symptoms) {
        documents.push_back(whole);
        documents.back().kind = DocumentKind::symptom;
        documents.back().body = symptom;
    }
    whole.summary = tree.summary;
    whole.keywords = tree.symptoms;
    whole.body = tree.nodes;
    documents.push_back(whole);
    return documents;
}

std::vector<IndexDocument> guide()
{
    IndexDocument article;
    article.pack = "home";
    article.id = "bleeding";
    article.language = "en";
    article.title = "Bleeding a radiator";
    article.body = "Open the small valve of the radiator until water comes.";
    return {article};
}

SearchIndex household_index()
{
    IndexRecipe recipe;
    recipe.stamp = "home";
    recipe.items = household().size() + 1;
    recipe.documents = [](std::size_t item) { return item < household().size() ? documents_of(household()[item]) : guide(); };
    recipe.synonyms["en"] = {{"faucet", "tap"}, {"central heating system", "heating"}};
    std::vector<PackIndex> packs;
    packs.push_back(PackIndex::build_in_memory(recipe));
    return SearchIndex(packs);
}

const SearchIndex& index()
{
    static const SearchIndex made = household_index();
    return made;
}

std::string best(std::string_view text, const std::string& language = "en")
{
    const Routing routing = route(index(), text, {language});
    return routing.trees.empty() ? "" : routing.trees.front().id + "." + routing.trees.front().language;
}

} // namespace

TEST_CASE("a problem finds the tree that solves it")
{
    struct Row {
        std::string text;
        std::string language;
        std::string tree;
    };
    const std::vector<Row> table = {
        {"Help! My radiators are all cold today", "en", "no-heat.en"},
        {"boiler fault", "en", "no-heat.en"},
        {"there's a puddle under my sink, please help", "en", "leak.en"},
        {"the faucet is dripping", "en", "leak.en"},
        {"central heating system does not start", "en", "no-heat.en"},
        {"lost keys", "en", "locked-out.en"},
        {"the tap drips", "en", "leak.en"},
        {"Heizung springt nicht an", "de", "no-heat.de"},
        {"meine Heizkoerper sind kalt", "de", "no-heat.de"},
        {"Rohr geplatzt!!!", "de", "leak.de"},
        {"Kellerrohr geplatzt", "de", "leak.de"},
        {"水龙头一直滴水怎么办", "zh", "leak.zh"},
        {"暖氣片是涼的", "zh", "no-heat.zh"},
        {"为什么淋浴没热水", "zh", "no-heat.zh"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(best(row.text, row.language) == row.tree);
    }
}

TEST_CASE("a text about something else finds nothing")
{
    for (const std::string text : {"what is the weather in Lisbon", "recipe for apple pie with cinnamon", "error C2065 undeclared identifier",
             "who painted the Mona Lisa", "Wettervorhersage München", "Kuchen backen mit Hefe", "今天几号", "怎么做蛋糕", "讲个笑话", "", "   ", "?!",
             "how do I do it", "怎么办", "12345", "house", "the house of parliament in London was rebuilt"}) {
        CAPTURE(text);
        for (const std::string language : {"en", "de", "zh"}) {
            const Routing routing = route(index(), text, {language});
            CHECK(routing.match == Match::none);
            CHECK(routing.trees.empty());
            CHECK(routing.articles.empty());
        }
    }
}

TEST_CASE("how well it fits shows")
{
    const Routing strong = route(index(), "the tap is dripping", {"en"});
    CHECK(strong.match == Match::strong);
    const Routing weak = route(index(), "the tap is dripping since Herbert came", {"en"});
    CHECK(weak.match == Match::weak);
    REQUIRE_FALSE(weak.trees.empty());
    CHECK(weak.trees[0].id == "leak");
    CHECK(strong.trees[0].score > weak.trees[0].score);
    CHECK(strong.trees[0].score <= 1);
}

TEST_CASE("the words that spoke are told as they were typed")
{
    CHECK(route(index(), "My RADIATORS are so cold!", {"en"}).trees.at(0).because == std::vector<std::string>{"RADIATORS", "cold"});
    CHECK(route(index(), "Heizkoerper kalt", {"de"}).trees.at(0).because == std::vector<std::string>{"Heizkoerper", "kalt"});
    CHECK(route(index(), "我的水龙头滴水", {"zh"}).trees.at(0).because == std::vector<std::string>{"水龙头滴水"});
    CHECK(route(index(), "暖氣片是涼的", {"zh"}).trees.at(0).because.at(0) == "暖氣片");
}

TEST_CASE("languages are looked in by script and by the person")
{
    CHECK(route(index(), "the tap is dripping", {"en", "de"}).languages == std::vector<std::string>{"en"});
    CHECK(route(index(), "水龙头滴水", {"en"}).languages == std::vector<std::string>{"zh"});
    const Routing english = route(index(), "a pipe has burst", {"de"});
    CHECK(english.languages == std::vector<std::string>{"de", "en"});
    CHECK(english.trees.at(0).language == "en");
    CHECK(english.trees.at(0).title == "Water is leaking");
    CHECK(route(index(), "Wetter in Lissabon", {"de"}).languages.size() == 3);
}

TEST_CASE("articles come with a match")
{
    const Routing routing = route(index(), "my radiator is cold", {"en"});
    REQUIRE(routing.articles.size() == 1);
    CHECK(routing.articles[0].id == "bleeding");
    CHECK(routing.articles[0].snippet.find("radiator") != std::string::npos);
}

TEST_CASE("no more trees than asked for")
{
    CHECK(route(index(), "water radiator lock", {"en"}, 1).trees.size() <= 1);
    CHECK(route(index(), "tap dripping", {"en"}, 0).trees.empty());
}

TEST_CASE("any text is answered in bounded time")
{
    std::vector<std::string> hostile = {std::string("tap\0drip", 8), "\xFF\xFE\xC0", "\"tap", "tap AND (OR", "title:tap*", std::string(100'000, '-')};
    const auto repeat = [&](std::string_view piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) {
            text += piece;
        }
        hostile.push_back(text);
    };
    repeat("radiator ", 100'000);
    repeat("水龙头", 50'000);
    repeat("unknwon radiatro ", 5'000);
    repeat("heizkesselrohrdeckenwasserhahn ", 5'000);
    repeat("a-b-c.d ", 5'000);
    repeat("\xE6\xB0", 5'000);
    for (const std::string& text : hostile) {
        CAPTURE(text.substr(0, 30));
        const auto start = std::chrono::steady_clock::now();
        CHECK_NOTHROW(route(index(), text, {"en", "de", "zh"}));
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10)); // of an instrumented build on a busy machine
    }
}

TEST_CASE("an index without anything finds nothing")
{
    CHECK(route(SearchIndex({}), "the tap is dripping", {"en"}).match == Match::none);
}
