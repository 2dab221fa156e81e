// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "index_fixture.hpp"
#include "unknot/search_index.hpp"
#include "unknot/utf8.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace unknot;

namespace fs = std::filesystem;

namespace {

IndexDocument article(std::string id, std::string language, std::string title, std::string body)
{
    IndexDocument document;
    document.pack = "demo";
    document.id = std::move(id);
    document.language = std::move(language);
    document.title = std::move(title);
    document.body = std::move(body);
    document.topics = {"demo-topic"};
    return document;
}

std::vector<IndexDocument> tree(
    const std::string& id, const std::string& language, const std::string& title, const std::vector<std::string>& symptoms)
{
    std::vector<IndexDocument> documents;
    IndexDocument whole = article(id, language, title, "Is the lamp on? Look at the fuse.");
    whole.kind = DocumentKind::tree;
    for (const std::string& symptom : symptoms) {
        IndexDocument document = article(id, language, title, symptom);
        document.kind = DocumentKind::symptom;
        documents.push_back(document);
    }
    documents.push_back(whole);
    return documents;
}

std::vector<IndexDocument> provider(const std::string& id, const std::string& title, const std::string& body)
{
    std::vector<IndexDocument> documents = {article(id, "en", title, body)};
    documents.front().kind = DocumentKind::provider;
    return documents;
}

const TestLibrary& library()
{
    static const TestLibrary items = {
        tree("kettle", "en", "The kettle stays cold", {"my kettle will not heat", "water never boils in the kettle"}),
        tree("kettle", "de", "Der Wasserkocher bleibt kalt", {"der Wasserkocher heizt nicht", "Wasser kocht nie"}),
        tree("kettle", "zh", "电水壶不热", {"水壶烧不开水", "水一直是凉的"}),
        {article("descale", "en", "Descaling a kettle", "Lime makes a kettle slow.\nFill it with vinegar & water, wait an hour, rinse twice.")},
        {article("descale", "de", "Wasserkocher entkalken",
            "Kalk macht das Gerät langsam. Füllen Sie Essig ein und spülen Sie es danach gründlich. "
            "Bluetooth-Geräte brauchen einen größeren Abstand. Die Lautstärke ist egal.")},
        {article("descale", "zh", "给水壶除垢", "水垢会让水壶变慢。把醋和水倒进壶里，等一个小时，然后冲洗两次。备份恢复的文件与此无关。")},
        {article("codes", "en", "Error codes of the display",
            "The display shows Err:522 or code E-17.\nThe radio speaks 802.11ac. See 192.168.1.1 and 0x80070005.")},
        {article("topup", "en", "Topping up the softener", "A top-up of salt lasts a month. The filter basket is separate from the water tank.")},
        {article("seven", "de", "Sieben Regeln", "Konten und Probleme: die Überweisung wurde abgelehnt, das Konto gesperrt.")},
        provider("acme", "Acme Kettles", "acme.example\nweb: https://acme.example/help"),
    };
    return items;
}

IndexRecipe recipe(std::string stamp = "one")
{
    IndexRecipe made = recipe_of(library(), std::move(stamp));
    made.synonyms["en"] = {{"limescale", "lime"}, {"filter basket", "sieve"}};
    made.synonyms["zh"] = {{"热水壶", "水壶"}};
    return made;
}

const TestFolder& folder()
{
    static const TestFolder made;
    return made;
}

const SearchIndex& index()
{
    static const SearchIndex made = [] {
        std::vector<PackIndex> packs;
        packs.push_back(PackIndex::build(folder() / "demo.idx", recipe()));
        return SearchIndex(packs);
    }();
    return made;
}

SearchResult search(std::string_view text, std::vector<std::string> languages = {"en"}, std::size_t limit = 10)
{
    return index().search({read_query(text), std::move(languages), 0, limit});
}

// `kind:id.language`, best first.
std::string found(std::string_view text, std::vector<std::string> languages = {"en"})
{
    std::string line;
    for (const SearchHit& hit : search(text, std::move(languages)).hits) {
        line += (line.empty() ? "" : " ") + std::string(name(hit.kind)) + ":" + hit.id + "." + hit.language;
    }
    return line;
}

std::string marked(const SearchHit& hit)
{
    std::string out;
    std::size_t at = 0;
    for (const MarkSpan& mark : hit.marks) {
        out += hit.snippet.substr(at, mark.first - at) + "[" + hit.snippet.substr(mark.first, mark.second - mark.first) + "]";
        at = mark.second;
    }
    return out + hit.snippet.substr(at);
}

SearchIndex index_in_memory(const std::vector<IndexDocument>& documents)
{
    IndexRecipe recipe;
    recipe.stamp = "memory";
    recipe.items = 1;
    recipe.documents = [&](std::size_t) { return documents; };
    std::vector<PackIndex> packs;
    packs.push_back(PackIndex::build_in_memory(recipe));
    return SearchIndex(packs);
}

} // namespace

TEST_CASE("queries find what they should")
{
    struct Row {
        std::string text;
        std::string language;
        std::string hits;
    };
    const std::vector<Row> table = {
        {"vinegar", "en", "article:descale.en"},
        {"VINEGAR rinsed", "en", "article:descale.en"},
        {"vinegar -water", "en", ""},
        {"vinegar lamp", "en", "tree:kettle.en article:descale.en"},
        {"\"wait an hour\"", "en", "article:descale.en"},
        {"\"hour an wait\"", "en", ""},
        {"rin*", "en", "article:descale.en"},
        {"title:descaling", "en", "article:descale.en"},
        {"title:vinegar", "en", ""},
        {"title:descal*", "en", "article:descale.en"},
        {"title:\"error codes\"", "en", "article:codes.en"},
        {"radio OR vinegar", "en", "article:descale.en article:codes.en"},
        {"acme", "en", "provider:acme.en"},
        {"acme.example", "en", "provider:acme.en"},
        {"how do I rinse it", "en", "article:descale.en"},
        {"Gerät", "de", "article:descale.de"},
        {"Geraet", "de", "article:descale.de"},
        {"gerat", "de", "article:descale.de"},
        {"GERÄTE", "de", "article:descale.de"},
        {"Bluetoothgerät", "de", "article:descale.de"},
        {"laut*", "de", "article:descale.de"},
        {"\"groesseren Abstand\"", "de", "article:descale.de"},
        {"Problem", "de", "article:seven.de"},
        {"Sperrung Konto", "de", "article:seven.de"},
        {"ablehnen", "de", "article:seven.de"},
        {"除垢", "zh", "article:descale.zh"},
        {"醋", "zh", "article:descale.zh"},
        {"\"冲洗两次\"", "zh", "article:descale.zh"},
        {"\"两次冲洗\"", "zh", ""},
        {"備份", "zh", "article:descale.zh"},
        {"烧不开水怎么办", "zh", "tree:kettle.zh"},
        {"Err:522", "en", "article:codes.en"},
        {"522", "en", "article:codes.en"},
        {"802.11ac", "en", "article:codes.en"},
        {"0X80070005", "en", "article:codes.en"},
        {"topup", "en", "article:topup.en"},
        {"top up", "en", "article:topup.en"},
        {"limescale", "en", "article:descale.en"},
        {"sieve", "en", "article:topup.en"},
        {"热水壶 醋", "zh", "article:descale.zh"},
        {"unfindable", "en", ""},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(found(row.text, {row.language}) == row.hits);
    }
}

TEST_CASE("a symptom counts for its tree")
{
    const SearchResult result = search("kettle heat");
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].kind == DocumentKind::tree);
    CHECK(result.hits[0].title == "The kettle stays cold");
    CHECK(result.hits[0].snippet == "my kettle will not heat");
    CHECK(result.total == 1);
}

TEST_CASE("the language is a preference and not a filter")
{
    CHECK(found("Wasserkocher", {"en"}) == "tree:kettle.de article:descale.de");
    CHECK(found("bluetooth", {"zh", "en"}) == "article:descale.de");
    CHECK(found("id:descale", {"zh", "de"}) == "article:descale.zh");
    CHECK(found("id:descale", {"de"}) == "article:descale.de");
    CHECK(found("id:descale", {}).size() == std::string("article:descale.de").size());
    CHECK(found("-salt kind:article", {"de"}) == "article:descale.de article:seven.de"); // though no word of it is to be there
}

TEST_CASE("Chinese in texts of other languages is found too, each in its own")
{
    const std::vector<IndexDocument> documents = {article("abroad", "de", "Zahlen in China", "Wer 支付宝 nutzt, zahlt mit dem Telefon."),
        article("pay", "zh", "支付", "支付宝可以付款。"), article("exchange", "de", "Die Börse 火币网", "Sie heißt jetzt anders.")};
    const SearchIndex index = index_in_memory(documents);
    struct Row {
        std::string query;
        std::string hits;
    };
    const std::vector<Row> table = {{"支付宝", "pay.zh"}, {"支付宝 lang:de", "abroad.de"}, {"支付宝 lang:zh", "pay.zh"},
        {"火币网", "exchange.de"}, {"火", "exchange.de"}, {"\"火币网\"", "exchange.de"}, {"title:火币网", "exchange.de"}, {"title:付宝", ""}, {"title:支付", "pay.zh"}};
    for (const Row& row : table) {
        CAPTURE(row.query);
        std::string ids;
        for (const SearchHit& hit : index.search({read_query(row.query), {"zh"}}).hits) {
            ids += (ids.empty() ? "" : " ") + hit.id + '.' + hit.language;
        }
        CHECK(ids == row.hits);
    }
}

TEST_CASE("filters are no preference")
{
    CHECK(found("kettle lang:en kind:tree") == "tree:kettle.en");
    CHECK(found("kettle kind:article") == "article:descale.en");
    CHECK(found("kettle -kind:tree") == "provider:acme.en article:descale.en");
    CHECK(found("water kind:article kind:provider") == "article:descale.en article:topup.en");
    CHECK(found("lang:zh", {"en"}) == "tree:kettle.zh article:descale.zh");
    CHECK(found("id:descale lang:de lang:zh", {"en"}) == "article:descale.de article:descale.zh");
    CHECK(found("kettle pack:other") == "");
    CHECK(found("kettle pack:demo topic:demo-topic kind:tree") == "tree:kettle.en");
    CHECK(found("kind:symptom") == "");
    CHECK(found("lang:fr kettle") == "");
}

TEST_CASE("passes follow each other")
{
    CHECK(search("vinegar rinse").pass == SearchPass::strict);

    const SearchResult relaxed = search("vinegar spaceship");
    CHECK(relaxed.pass == SearchPass::relaxed);
    CHECK(relaxed.corrected == "");
    CHECK(relaxed.total == 1);

    const SearchResult corrected = search("vinegra hour");
    CHECK(corrected.pass == SearchPass::corrected);
    CHECK(corrected.corrected == "vinegar hour");
    CHECK(corrected.hits.size() == 1);

    const SearchResult german = search("Lautsterke", {"de"});
    CHECK(german.pass == SearchPass::corrected);
    CHECK(german.corrected == "lautstärke");

    const SearchResult none = search("xylophone");
    CHECK(none.total == 0);
    CHECK(none.hits.empty());
    CHECK_FALSE(none.more);
}

TEST_CASE("what is required or excluded stays so in a relaxed search")
{
    CHECK(found("+vinegar spaceship") == "article:descale.en");
    CHECK(found("vinegar +spaceship") == "");
    CHECK(found("radio vinegar spaceship -lime") == "article:codes.en");
}

TEST_CASE("pages of hits")
{
    const SearchResult first = index().search({read_query("kettle OR radio OR salt"), {"en"}, 0, 2});
    const SearchResult second = index().search({read_query("kettle OR radio OR salt"), {"en"}, 2, 2});
    CHECK(first.total == 5);
    CHECK(first.hits.size() == 2);
    CHECK(first.more);
    CHECK(second.hits.size() == 2);
    CHECK(second.more);
    CHECK(first.hits[0].score == doctest::Approx(1));
    CHECK(second.hits[0].score < 1);
    CHECK(second.hits[0].score > 0);
    const SearchResult last = index().search({read_query("kettle OR radio OR salt"), {"en"}, 4, 2});
    CHECK(last.hits.size() == 1);
    CHECK_FALSE(last.more);
    const SearchResult beyond = index().search({read_query("kettle"), {"en"}, 1'000'000'000, 1'000'000'000});
    CHECK(beyond.hits.empty());
    CHECK_FALSE(beyond.more);
}

TEST_CASE("snippets show what was looked for")
{
    CHECK(marked(search("vinegar rinsed").hits.at(0)) == "Fill it with [vinegar] & water, wait an hour, [rinse] twice.");
    CHECK(marked(search("冲洗 小时", {"zh"}).hits.at(0))
          == "水垢会让水壶变慢。把醋和水倒进壶里，等一个[小时]，然后[冲洗]两次。备份恢复的文件与此无关。");
    CHECK(marked(search("水壶除垢", {"zh"}).hits.at(0)).find("[水壶]") != std::string::npos);
    CHECK(marked(search("rin* \"an hour\"").hits.at(0)) == "Fill it with vinegar & water, wait [an] [hour], [rinse] twice.");
    CHECK(marked(search("Geraete", {"de"}).hits.at(0)).find("[Gerät] langsam") != std::string::npos);
    CHECK(marked(search("sperren", {"de"}).hits.at(0)).find("das Konto [gesperrt]") != std::string::npos);
    CHECK(marked(search("ablehnen", {"de"}).hits.at(0)).find("wurde [abgelehnt]") != std::string::npos);
    CHECK(search("title:descaling").hits.at(0).snippet == "Lime makes a kettle slow. Fill it with vinegar & water, wait an hour, rinse twice.");
}

TEST_CASE("long texts are cut around the passage and between words")
{
    std::string body;
    for (int i = 0; i < 3000; ++i) {
        body += "padding ";
    }
    const std::vector<IndexDocument> documents = {article("long", "en", "Long", body + "the needle and the thimble are here " + body),
        article("wide", "zh", "长", std::string(body.size() / 4, ' ') + "针" + body)};
    const SearchResult result = index_in_memory(documents).search({read_query("needle thimble"), {"en"}, 0, 1});
    REQUIRE(result.hits.size() == 1);
    const std::string& snippet = result.hits[0].snippet;
    CAPTURE(snippet);
    CHECK(snippet.rfind("…padding", 0) == 0);
    CHECK(snippet.substr(snippet.size() - 10) == "padding…");
    CHECK(count_points(snippet) <= snippet_max_points + 2);
    CHECK(count_points(snippet) > snippet_max_points / 2);
    CHECK(marked(result.hits[0]).find("the [needle] and the [thimble] are") != std::string::npos);
}

TEST_CASE("several packs are one")
{
    IndexRecipe other;
    other.stamp = "x";
    other.items = 1;
    other.documents = [](std::size_t) {
        std::vector<IndexDocument> documents = {article("samovar", "fr", "Le samovar", "Le vinaigre nettoie les bouilloires.")};
        documents.front().pack = "second";
        return documents;
    };
    std::vector<PackIndex> packs;
    packs.push_back(PackIndex::build(folder() / "first.idx", recipe()));
    packs.push_back(PackIndex::build_in_memory(other));
    const SearchIndex both(packs);
    packs.clear();
    CHECK(both.languages() == std::vector<std::string>{"de", "en", "fr", "zh"});
    CHECK(both.search({read_query("bouilloire"), {"en"}, 0, 10}).hits.at(0).pack == "second");
    CHECK(both.search({read_query("vinegar"), {"fr"}, 0, 10}).hits.at(0).pack == "demo");
    CHECK(both.search({read_query("limescale"), {"en"}, 0, 10}).hits.at(0).id == "descale");
    CHECK(SearchIndex({}).search({read_query("vinegar"), {"en"}, 0, 10}).total == 0);
}

TEST_CASE("an index in memory answers the same")
{
    std::vector<PackIndex> packs;
    packs.push_back(PackIndex::build_in_memory(recipe()));
    const SearchIndex memory(packs);
    for (const std::string text : {"vinegar", "kettle", "Err:522", "水壶", "limescale", "\"wait an hour\"", "rin*", "kind:tree"}) {
        const SearchResult a = memory.search({read_query(text), {"en"}, 0, 10});
        const SearchResult b = search(text);
        CAPTURE(text);
        REQUIRE(a.hits.size() == b.hits.size());
        for (std::size_t i = 0; i < a.hits.size(); ++i) {
            CHECK(a.hits[i].id == b.hits[i].id);
        }
    }
    CHECK(memory.search({read_query("vinegra"), {"en"}, 0, 10}).total == 0);
}

TEST_CASE("no query takes long or crashes")
{
    std::vector<std::string> hostile = {std::string("ket\0tle", 7), "\xFF\xFE", "..", "kettle..water", "\"kettle", "t*", "*", "- + AND", "(((((((",
        "title:", "lang:", "a:b:c", "error 无法连接WiFi", "foo title:网络 bar", "kettle AND OR NOT", "\"\"\"\"", std::string(100'000, '('),
        std::string(5'000, '\xE6')};
    const auto repeat = [&](std::string_view piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) {
            text += piece;
        }
        hostile.push_back(text);
    };
    repeat("kettle ", 100'000);
    repeat("t* ", 100);
    repeat("k* ", 10'000);
    repeat("a OR ", 100'000);
    repeat("-water ", 10'000);
    repeat("水壶", 50'000);
    repeat("wasserkocherwasserkocherwasserkocher ", 500);
    repeat("\"kettle water ", 5'000);
    repeat("abcdefghij", 10'000);
    repeat("unknwonword ", 1'000);
    repeat("a-b.c@d ", 1'000);
    for (const std::string& text : hostile) {
        CAPTURE(text.substr(0, 40));
        const auto start = std::chrono::steady_clock::now();
        CHECK_NOTHROW(search(text, {"en", "de", "zh"}));
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10)); // of an instrumented build on a busy machine
    }
}
