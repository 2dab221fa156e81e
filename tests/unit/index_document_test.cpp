// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/index_document.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace unknot;

namespace fs = std::filesystem;

namespace {

Text text(std::string english, std::string german = {})
{
    Text made(std::move(english));
    if (!german.empty()) {
        made.translate("de", std::move(german));
    }
    return made;
}

Tree lamp()
{
    Tree tree;
    tree.id = "lamp";
    tree.source_language = "en";
    tree.title = text("The lamp is **dark**", "Die Lampe ist dunkel");
    tree.summary = text("Make it shine.", "Sie soll leuchten.");
    tree.topics = {"light"};
    tree.symptoms["en"] = {text("no light"), text("bulb is dead")};
    tree.symptoms["de"] = {text("kein Licht")};
    Node ask;
    ask.id = "plug";
    ask.kind = NodeKind::choice;
    ask.text = text("Is it *plugged* in for {days} days?", "Steckt der Stecker?");
    ask.why = text("No plug, no light.");
    ask.options.push_back({"yes", text("It is"), {}, {}, false, {}});
    Node fix;
    fix.id = "swap";
    fix.kind = NodeKind::fix;
    fix.steps = {text("Take the bulb out"), text("Put a new one in")};
    tree.nodes = {ask, fix};
    return tree;
}

void write(const fs::path& file, const std::string& content)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << content;
}

} // namespace

TEST_CASE("a tree is found by all of its texts in each language that it has")
{
    const std::vector<IndexDocument> documents = tree_documents(lamp(), "home", {"en", "de", "zh"});
    REQUIRE(documents.size() == 5);
    const IndexDocument& english = documents.at(2);
    CHECK(english.kind == DocumentKind::tree);
    CHECK(english.pack == "home");
    CHECK(english.id == "lamp");
    CHECK(english.language == "en");
    CHECK(english.summary.find("Make it shine.") == 0);
    CHECK(english.topics == std::vector<std::string>{"light"});
    CHECK(english.keywords.size() == 2);
    for (const std::string words : {"Is it plugged in for … days?", "No plug, no light.", "It is", "Take the bulb out", "Put a new one in"}) {
        CAPTURE(words);
        CHECK(english.body.find(words) != std::string::npos);
    }
    CHECK(documents.at(4).language == "de");
    CHECK(documents.at(4).title == "Die Lampe ist dunkel");
    CHECK(documents.at(4).body.find("Steckt der Stecker?") == 0);
}

TEST_CASE("a symptom is a small document with its tree's name")
{
    const std::vector<IndexDocument> documents = tree_documents(lamp(), "home", {"en", "de"});
    const IndexDocument& symptom = documents.at(1);
    CHECK(symptom.kind == DocumentKind::symptom);
    CHECK(symptom.id == "lamp");
    CHECK(symptom.title == documents.at(2).title);
    CHECK(symptom.body.find("bulb is dead") == 0);
    CHECK(documents.at(3).body.find("kein Licht") == 0);
    CHECK(documents.at(3).language == "de");
}

TEST_CASE("an article keeps its front matter and loses its marks")
{
    Article article;
    article.id = "bulbs";
    article.language = "en";
    article.title = "Bulbs";
    article.summary = "All about them.";
    article.keywords = {"led"};
    article.topics = {"light"};
    article.body = "## Kinds\n\nSee [the lamp](tree:lamp) & `E27`.\n";
    const std::vector<IndexDocument> documents = article_documents(article, "home");
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].kind == DocumentKind::elsewhere); // it belongs to no tree
    CHECK(documents[0].id == "bulbs");
    CHECK(documents[0].body == "led");
    CHECK(found_as(documents[0].kind) == DocumentKind::article);
    const IndexDocument& document = documents[1];
    CHECK(document.kind == DocumentKind::article);
    CHECK(document.keywords == std::vector<std::string>{"led"});
    CHECK(document.body.find("Kinds") == 0);
    CHECK(document.body.find("the lamp") != std::string::npos);
    CHECK(document.body.find("](") == std::string::npos);
    CHECK(document.body.find('#') == std::string::npos);
    article.trees = {"lamp"};
    CHECK(article_documents(article, "home").size() == 1);
}

TEST_CASE("a provider is found by its addresses in every language")
{
    Provider provider;
    provider.id = "lux";
    provider.name = text("Lux");
    provider.domains = {"lux.example"};
    provider.emails = {"help@lux.example"};
    provider.accounts["forge"] = {"luxteam"};
    Channel channel;
    channel.type = "chat";
    channel.to = "https://lux.example/chat";
    provider.channels = {channel};
    provider.never = {text("Calls you first", "Ruft Sie zuerst an")};
    const std::vector<IndexDocument> documents = provider_documents(provider, "home", {"en", "de"});
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].kind == DocumentKind::provider);
    CHECK(documents[0].keywords == std::vector<std::string>{"lux.example", "help@lux.example"});
    CHECK(documents[0].body.find("luxteam") != std::string::npos);
    CHECK(documents[0].body.find("https://lux.example/chat") != std::string::npos);
    CHECK(documents[0].body.find("Calls you first") != std::string::npos);
    CHECK(documents[1].body.find("Ruft Sie zuerst an") != std::string::npos);
}

TEST_CASE("a broken file of a pack is left out and the rest is there")
{
    std::string name = (fs::temp_directory_path() / "unknot-documents-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    write(folder / "pack.yaml",
        "unknot: 1\npack: home\nversion: 1.0.0\ntitle: Home\nsource-language: en\nlanguages: [en, de]\nlicense: CC0-1.0\nreviewed: 2026-11-21\n");
    write(folder / "articles/good.en.md",
        "---\ntitle: Good\nsummary: Fine.\ntopics: [x]\nreviewed: 2026-11-21\nsources: ['https://home.example']\n---\nWords.\n");
    write(folder / "articles/bad.en.md", "no front matter\n");
    write(folder / "trees/good.yaml", "unknot: 1\ntree: good\ntitle: A tree\nsummary: Short.\ntopics: [x]\nsymptoms: [it creaks]\nreviewed: "
                                      "2026-11-21\nsources: ['https://home.example']\n"
                                      "start: a\nnodes:\n  a: {say: Listen., to: b}\n  b: {end: resolved}\n");
    write(folder / "trees/bad.yaml", "tree: [\n");
    Problems problems;
    const Pack pack = Pack::open(folder, "home", Freshness::every_file, problems);
    REQUIRE(problems.empty());
    std::vector<std::string> found;
    for (const IndexItem& item : items_of(pack)) {
        for (const IndexDocument& document : documents_of(pack, item, problems)) {
            found.push_back(std::string(unknot::name(document.kind)) + ":" + document.id);
        }
    }
    CHECK(found == std::vector<std::string>{"symptom:good", "tree:good", "article:good"});
    CHECK(has_errors(problems));
    for (const std::string file : {"bad.yaml", "bad.en.md"}) {
        CHECK(std::any_of(problems.begin(), problems.end(),
            [&](const Problem& problem) { return problem.place && problem.place->file.find(file) != std::string::npos; }));
    }
    fs::remove_all(folder);
}
