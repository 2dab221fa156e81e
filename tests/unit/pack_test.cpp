// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"

#include <sys/stat.h>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

const std::string good_tree = "nodes:\n  first: {end: resolved}\n";

Problems problems_of(const PackFolder& folder, const std::string& root = "main", const std::vector<std::string>& languages = {"en"})
{
    Problems problems;
    const auto forest = folder.open().forest(root, languages, problems);
    CHECK(forest.has_value() == !has_errors(problems));
    return problems;
}

// The problems of reading pack.yaml that is `rest` behind the head's first line.
std::string info_faults(const std::string& text)
{
    Problems problems;
    read_pack_info({"pack.yaml", text, 0}, problems);
    return told(problems);
}

std::string refusal(const PackFolder& folder)
{
    Problems problems;
    try {
        Pack::open(folder.path(), "my pack", Freshness::stamp, problems);
    } catch (const Failure& failure) {
        return (failure.problem().place ? failure.problem().place->file + ": " : "") + failure.problem().message;
    }
    return "opened";
}

} // namespace

TEST_CASE("the head of a pack is read")
{
    Problems problems;
    const auto info = read_pack_info({"pack.yaml", R"(unknot: 1
pack: wallet
version: 1.0.0-rc.1
title: {en: Wallets, de: Geldbörsen}
topics: {payments: {en: Payments, de: Zahlungen}, keys: Keys}
source-language: en
languages: [en, de]
license: CC-BY-SA-4.0
homepage: https://example.org
reviewed: 2026-11-21
expires: 2027-11-21
needs: {network: [dns, http], files: [~/.config/x], commands: [uname -a, [systemctl, is-active, tor]]}
)",
                                         0},
        problems);
    CHECK(told(problems).empty());
    REQUIRE(info);
    CHECK(info->id == "wallet");
    CHECK(info->version == "1.0.0-rc.1");
    CHECK(info->title.in("de") == "Geldbörsen");
    CHECK(info->title.in("zh") == "Wallets");
    CHECK(info->topics.at("payments").in("de") == "Zahlungen");
    CHECK(info->topics.at("keys").in("de") == "Keys");
    CHECK(info->languages == std::vector<std::string>{"en", "de"});
    CHECK(info->expires == "2027-11-21");
    CHECK(info->needs.network == std::vector<std::string>{"dns", "http"});
    CHECK(info->needs.files == std::vector<std::string>{"~/.config/x"});
    CHECK(info->needs.commands == std::vector<std::string>{"uname -a", "systemctl is-active tor"});
}

TEST_CASE("faults of a pack's head are told at their place")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const std::string head = "unknot: 1\npack: a\nversion: 1.0.0\nsource-language: en\n";
    const Case table[] = {
        {head, ""},
        {"- a\n", "pack.yaml:1:1 wrong-type"},
        {"pack: a\nversion: 1.0.0\nsource-language: en\n", "pack.yaml:1:1 missing-key"},
        {"unknot: 2\npack: a\nversion: 1.0.0\nsource-language: en\n", "pack.yaml:1:9 format-version"},
        {"unknot: 1\nversion: 1.0.0\nsource-language: en\n", "pack.yaml:1:1 missing-key"},
        {"unknot: 1\npack: A b\nversion: 1.0.0\nsource-language: en\n", "pack.yaml:2:7 bad-id"},
        {"unknot: 1\npack: a\nsource-language: en\n", "pack.yaml:1:1 missing-key"},
        {"unknot: 1\npack: a\nversion: '1.0'\nsource-language: en\n", "pack.yaml:3:10 wrong-value"},
        {"unknot: 1\npack: a\nversion: 1.0.0\n", "pack.yaml:1:1 missing-key"},
        {head + "reviewed: yesterday\n", "pack.yaml:5:11 wrong-value"},
        {head + "expires: 2027-02-30\n", "pack.yaml:5:10 wrong-value"},
        {head + "lisence: MIT\n", "pack.yaml:5:1 unknown-key"},
        {head + "languages: en\n", "pack.yaml:5:12 wrong-type"},
        {head + "title: [a]\n", "pack.yaml:5:8 wrong-type"},
        {head + "title: {en: [a]}\n", "pack.yaml:5:13 wrong-type"},
        {head + "topics: [a]\n", "pack.yaml:5:9 wrong-type"},
        {head + "topics: {a: }\n", "pack.yaml:5:10 null-value"},
        {head + "needs: {network: [ping]}\n", "pack.yaml:5:19 unknown-value"},
        {head + "needs: {files: x}\n", "pack.yaml:5:16 wrong-type"},
        {head + "needs: {commands: [{a: b}, [[c]]]}\n", "pack.yaml:5:20 wrong-type | pack.yaml:5:29 wrong-type"},
        {head + "needs: {sudo: true}\n", "pack.yaml:5:9 unknown-key"},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(info_faults(row.text) == row.expected);
    }
}

TEST_CASE("the source language is one of the languages")
{
    Problems problems;
    const auto info = read_pack_info({"pack.yaml", "unknot: 1\npack: a\nversion: 1.0.0\nsource-language: de\nlanguages: [en]\n", 0}, problems);
    CHECK(info->languages == std::vector<std::string>{"de", "en"});
}

TEST_CASE("a folder that is no pack is refused")
{
    const PackFolder folder({});
    CHECK(refusal(folder) == "opened");
    fs::remove(folder.path() / "pack.yaml");
    CHECK(refusal(folder) == "'my pack' is no pack: it has no pack.yaml");
    fs::create_directory(folder.path() / "pack.yaml");
    CHECK(refusal(folder) == "my pack/pack.yaml: expected a regular file");
    fs::remove(folder.path() / "pack.yaml");
    folder.put("pack.yaml", "unknot: 1\npack: [\n");
    CHECK(refusal(folder).find("my pack/pack.yaml: ") == 0);
    folder.put("pack.yaml", "unknot: 7\npack: a\nversion: 1.0.0\nsource-language: en\n");
    CHECK(refusal(folder) == "my pack/pack.yaml: expected format version 1 for 'unknot', found '7'");
}

TEST_CASE("a pack opens in spite of faults that leave it usable")
{
    const PackFolder folder({{"pack.yaml", pack_head + "colour: red\n"}, {"trees/main.yaml", tree_text("main", good_tree)}});
    Problems problems;
    const Pack pack = Pack::open(folder.path(), "", Freshness::stamp, problems);
    CHECK(told(problems) == "pack.yaml:6:1 unknown-key");
    CHECK(pack.info().id == "sample");
    CHECK(pack.freshness() == Freshness::stamp);
    CHECK(pack.folder() == folder.path());
    CHECK(pack.tree("main", {"en"}, problems).has_value());
}

TEST_CASE("files are found by their names and others are ignored")
{
    const PackFolder folder({{"trees/b-tree.yaml", ""}, {"trees/a.yaml", ""}, {"trees/a.de.yaml", ""}, {"trees/Upper.yaml", ""},
        {"trees/.hidden.yaml", ""}, {"trees/notes.txt", ""}, {"trees/more/c.yaml", ""}, {"trees/.yaml", ""}, {"articles/card.en.md", ""},
        {"articles/card.de.md", ""}, {"articles/bank.zh.md", ""}, {"articles/README.md", ""}, {"articles/a.b.en.md", ""}, {"articles/x..md", ""},
        {"providers/shop.yaml", ""}, {"providers/Shop 2.yaml", ""}, {"tests/a.yaml", ""}, {"tests/a b.yaml", ""}});
    fs::create_directory(folder.path() / "trees/folder.yaml");
    const Pack pack = folder.open();
    CHECK(pack.tree_ids() == std::vector<std::string>{"a", "b-tree"});
    CHECK(pack.article_names() == std::vector<ArticleName>{{"bank", "zh"}, {"card", "de"}, {"card", "en"}});
    CHECK(pack.provider_ids() == std::vector<std::string>{"shop"});
    CHECK(pack.scenario_files() == std::vector<std::string>{"a"});
    CHECK(pack.has_tree("a"));
    CHECK_FALSE(pack.has_tree("c"));
    CHECK_FALSE(pack.has_tree("folder"));
    CHECK_FALSE(pack.has_tree("a.de"));
    CHECK_FALSE(pack.has_tree("../trees/a"));
    CHECK(pack.has_article("card"));
    CHECK_FALSE(pack.has_article("bank"));
    CHECK(pack.has_provider("shop"));
    CHECK_FALSE(pack.has_provider("bank"));
}

TEST_CASE("a pack without folders has nothing in them")
{
    const PackFolder folder({});
    const Pack pack = folder.open();
    Problems problems;
    CHECK(pack.tree_ids().empty());
    CHECK(pack.article_names().empty());
    CHECK_FALSE(pack.tree("main", {"en"}, problems));
    CHECK_FALSE(pack.forest("../trees/main", {"en"}, problems));
    CHECK_FALSE(pack.article("a", "en", problems));
    CHECK_FALSE(pack.provider("../pack", problems));
    CHECK(pack.synonyms(problems).empty());
    CHECK(problems.empty());
}

TEST_CASE("what is no plain file inside the pack is refused and does not hang")
{
    const PackFolder outside({{"elsewhere.yaml", tree_text("linked", good_tree)}});
    const PackFolder folder({{"trees/main.yaml", tree_text("main", good_tree)}});
    const auto tree_problems = [&](const std::string& id) {
        Problems problems;
        CHECK_FALSE(folder.open().tree(id, {"en"}, problems));
        return told(problems);
    };
    fs::create_symlink(outside.path() / "elsewhere.yaml", folder.path() / "trees/linked.yaml");
    CHECK(tree_problems("linked") == "trees/linked.yaml:0:0 leaves-pack");
    fs::create_directory(folder.path() / "trees/folder.yaml");
    CHECK(tree_problems("folder") == "trees/folder.yaml:0:0 no-regular-file");
    REQUIRE(::mkfifo((folder.path() / "trees/pipe.yaml").c_str(), 0600) == 0);
    CHECK(tree_problems("pipe") == "trees/pipe.yaml:0:0 no-regular-file");
    fs::create_symlink("/dev/zero", folder.path() / "trees/zero.yaml");
    CHECK(tree_problems("zero") == "trees/zero.yaml:0:0 no-regular-file");
    fs::create_symlink(folder.path() / "trees/gone", folder.path() / "trees/dangling.yaml");
    CHECK(tree_problems("dangling") == "trees/dangling.yaml:0:0 unreadable");
    fs::create_symlink("round.yaml", folder.path() / "trees/round.yaml");
    CHECK(tree_problems("round") == "trees/round.yaml:0:0 unreadable");
    CHECK(tree_problems("missing").empty());
}

TEST_CASE("a link that stays inside the pack is a file like others")
{
    const PackFolder folder({{"texts/main.yaml", tree_text("main", good_tree)}});
    fs::create_directory(folder.path() / "trees");
    fs::create_symlink("../texts/main.yaml", folder.path() / "trees/main.yaml");
    CHECK(told(problems_of(folder)).empty());
    const PackFolder other({});
    fs::create_directory_symlink(folder.path(), other.path() / "pack");
    Problems problems;
    for (const auto* name : {"pack", "pack/"}) {
        CHECK(Pack::open(other.path() / name, "p", Freshness::stamp, problems).tree("main", {"en"}, problems).has_value());
    }
    CHECK(problems.empty());
}

TEST_CASE("a folder that is a link out of the pack is refused file by file")
{
    const PackFolder outside({{"trees/main.yaml", tree_text("main", good_tree)}});
    const PackFolder folder({});
    fs::create_directory_symlink(outside.path() / "trees", folder.path() / "trees");
    CHECK(told(problems_of(folder)) == "trees/main.yaml:0:0 leaves-pack");
}

TEST_CASE("a file of more than 1 MiB is refused and one of 1 MiB is not")
{
    const std::string tree = tree_text("main", good_tree);
    const auto padded = [&](std::size_t size) { return tree + "#" + std::string(size - tree.size() - 2, 'x') + "\n"; };
    CHECK(told(problems_of(PackFolder({{"trees/main.yaml", padded(1024 * 1024)}}))).empty());
    const Problems problems = problems_of(PackFolder({{"trees/main.yaml", padded(1024 * 1024 + 1)}}));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place->file == "trees/main.yaml");
    CHECK(told(problems_of(PackFolder({{"trees/main.yaml", padded(5'000'000)}}))) == told(problems));
}

TEST_CASE("synonyms are read by language")
{
    const PackFolder folder(PackFiles{
        {"synonyms.yaml", "unknot: 1\nsynonyms:\n  en: [[recovery phrase, seed phrase], [2fa, second factor]]\n  de: [[Karte, Debitkarte]]\n"}});
    Problems problems;
    const Synonyms synonyms = folder.open().synonyms(problems);
    CHECK(problems.empty());
    CHECK(synonyms.at("en")[1] == std::vector<std::string>{"2fa", "second factor"});
    CHECK(synonyms.at("de").size() == 1);
    const auto faults = [](const std::string& text) {
        Problems found;
        read_synonyms({"s", text, 0}, found);
        return told(found);
    };
    CHECK(faults("unknot: 1\n") == "s:1:1 missing-key");
    CHECK(faults("synonyms: {}\n") == "s:1:1 missing-key");
    CHECK(faults("unknot: 1\nsynonyms: {en: a, de: [b], zh: [[{c: d}]]}\nmore: 1\n")
          == "s:2:16 wrong-type | s:2:24 wrong-type | s:2:34 wrong-type | s:3:1 unknown-key");
}
