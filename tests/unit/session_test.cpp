// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

#include "session.hpp"
#include "unknot/problem.hpp"

#include <fstream>
#include <unistd.h>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

// Packs on disk, gone afterwards.
class Shelf {
public:
    Shelf() : folder_(fs::temp_directory_path() / ("unknot-session-" + std::to_string(::getpid()))) { fs::create_directories(folder_); }
    ~Shelf() { fs::remove_all(folder_); }

    std::string pack(const std::string& where, const std::string& id, const std::vector<std::string>& trees) const
    {
        write(where + "/pack.yaml",
            "unknot: 1\npack: " + id + "\nversion: 1.0.0\ntitle: T\nsource-language: en\nlanguages: [en, de]\nlicense: CC0-1.0\n");
        for (const auto& tree : trees) {
            write(where + "/trees/" + tree + ".yaml", "");
        }
        return at(where);
    }
    void write(const std::string& where, const std::string& text) const
    {
        fs::create_directories((folder_ / where).parent_path());
        std::ofstream(folder_ / where) << text;
    }
    std::string at(const std::string& where) const { return (folder_ / where).string(); }

private:
    fs::path folder_;
};

std::vector<std::string> ids(const Session& session)
{
    std::vector<std::string> found;
    for (const auto& pack : session.packs()) {
        found.push_back(pack.info().id);
    }
    return found;
}

Problem refused(const Session& session, const std::string& tree)
{
    try {
        find_tree_named(session, tree);
    } catch (const Failure& failure) {
        return failure.problem();
    }
    return {};
}

} // namespace

TEST_CASE("packs are found in their order and the first of two wins")
{
    const Shelf shelf;
    Session session;
    session.options.packs = {shelf.pack("named", "one", {})};
    session.configuration.packs = {shelf.pack("configured", "two", {}), shelf.pack("again", "one", {})};
    shelf.pack("shelf/b", "four", {});
    shelf.pack("shelf/a", "three", {});
    shelf.write("shelf/notes.txt", "no pack");
    session.locations.pack_path = {shelf.at("shelf"), shelf.pack("alone", "five", {}), shelf.at("missing")};
    shelf.pack("installed/six", "six", {});
    shelf.pack("installed/two", "two", {});
    session.locations.installed = {shelf.at("nowhere"), shelf.at("installed")};
    CHECK(printed([&] { session.packs(); }, STDERR_FILENO)
          == "unknot: warning: expected a folder in UNKNOT_PACK_PATH, found '" + shelf.at("missing") + "'\n");
    CHECK(ids(session) == std::vector<std::string>{"one", "two", "three", "four", "five", "six"});
    CHECK(session.packs()[0].folder() == shelf.at("named"));
    CHECK(session.packs()[1].folder() == shelf.at("configured"));
    CHECK(session.packs()[0].freshness() == Freshness::every_file);
    CHECK(session.packs()[1].freshness() == Freshness::every_file);
    CHECK(session.packs()[2].freshness() == Freshness::every_file);
    CHECK(session.packs()[5].freshness() == Freshness::stamp);
}

TEST_CASE("a named pack is shown as the person wrote it")
{
    const Shelf shelf;
    Session session;
    session.options.packs = {shelf.pack("x", "one", {}) + "/../x/"};
    CHECK(session.packs().front().shown_as() == session.options.packs.front());
}

TEST_CASE("a broken pack is left out unless it was named")
{
    const Shelf shelf;
    shelf.write("shelf/broken/pack.yaml", "pack: [");
    shelf.pack("shelf/good", "good", {});
    Session session;
    session.configuration.packs = {shelf.at("shelf/missing")};
    session.locations.installed = {shelf.at("shelf")};
    const std::string errors = printed([&] { session.packs(); }, STDERR_FILENO);
    CHECK(errors.find(shelf.at("shelf/broken/pack.yaml") + ":1:8: error: ") != std::string::npos);
    CHECK(errors.find("'" + shelf.at("shelf/missing") + "' is no pack") != std::string::npos);
    CHECK(ids(session) == std::vector<std::string>{"good"});
    Session named;
    named.options.packs = {shelf.at("shelf/broken")};
    CHECK_THROWS_AS(named.packs(), Failure);
    named.options.packs = {shelf.at("missing")};
    CHECK_THROWS_AS(named.packs(), Failure);
}

TEST_CASE("references are taken apart")
{
    struct Expected {
        const char* text;
        const char* kind;
        const char* pack;
        const char* id;
    };
    for (const Expected& expected : {Expected{"x", "", "", "x"}, Expected{"tree:x", "tree", "", "x"}, Expected{"article:x", "article", "", "x"},
             Expected{"provider:x", "provider", "", "x"}, Expected{"wallet/x", "", "wallet", "x"}, Expected{"tree:wallet/x", "tree", "wallet", "x"},
             Expected{"topic:x", "", "", "topic:x"}, Expected{"", "", "", ""}, Expected{"a/b/c", "", "a", "b/c"}}) {
        CAPTURE(std::string(expected.text));
        const Reference reference = parse_reference(expected.text);
        CHECK(reference.kind == expected.kind);
        CHECK(reference.pack == expected.pack);
        CHECK(reference.id == expected.id);
    }
}

TEST_CASE("a tree is found by its id alone or with its pack")
{
    const Shelf shelf;
    Session session;
    session.options.packs = {shelf.pack("a", "one", {"payment-failure", "shared"}), shelf.pack("b", "two", {"shared"})};
    CHECK(find_tree_named(session, "payment-failure").pack->info().id == "one");
    CHECK(find_tree_named(session, "tree:payment-failure").id == "payment-failure");
    CHECK(find_tree_named(session, "two/shared").pack->info().id == "two");
    CHECK(refused(session, "shared").message == "several packs have a tree named 'shared'");
    CHECK(refused(session, "shared").hint == "unknot run one/shared, or two/shared");
    CHECK(refused(session, "two/payment-failure").message == "no tree named 'payment-failure' in the pack 'two'");
    CHECK(refused(session, "article:x").message == "expected a tree, found 'article:x'");
}

TEST_CASE("the nearest tree is proposed")
{
    const Shelf shelf;
    Session session;
    session.options.packs = {shelf.pack("a", "one", {"payment-failure", "account-unlock", "fees"})};
    for (const char* typed : {"paymnt", "payment-failrue", "failure", "payment"}) {
        CAPTURE(std::string(typed));
        CHECK(refused(session, typed).message == "no tree named '" + std::string(typed) + "'");
        CHECK(refused(session, typed).hint == "did you mean 'payment-failure'? 'unknot list' shows all");
    }
    CHECK(refused(session, "fee").hint == "did you mean 'fees'? 'unknot list' shows all");
    CHECK(refused(session, "something-else-entirely").hint == "'unknot list' shows all");
    CHECK(refused(Session(), "fees").message == "no tree named 'fees': no pack was found");
}

TEST_CASE("a pack is spoken in the wished language or its own")
{
    const Shelf shelf;
    Session session;
    session.options.packs = {shelf.pack("a", "one", {})};
    session.language = "de";
    CHECK(session.language_of(session.packs().front()) == "de");
    session.language = "fr";
    CHECK(session.language_of(session.packs().front()) == "en");
}

TEST_CASE("the day and the moment read as they are written")
{
    const Session session;
    CHECK(read_value(FactType::date, session.today().text) == session.today());
    const std::string now = session.now();
    REQUIRE(now.size() == 20);
    CHECK(now[10] == 'T');
    CHECK(now.back() == 'Z');
    CHECK(read_value(FactType::date, now.substr(0, 10)));
}
