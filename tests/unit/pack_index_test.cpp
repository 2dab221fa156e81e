// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "index_fixture.hpp"
#include "unknot/pack_index.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

using namespace unknot;

namespace fs = std::filesystem;

namespace {

void write_article(const fs::path& folder, const std::string& id, const std::string& words)
{
    std::ofstream(folder / ("articles/" + id + ".en.md"))
        << "---\ntitle: " + id + "\nsummary: Short.\ntopics: [x]\nreviewed: 2026-11-21\nsources: ['https://home.example']\n---\n" + words + "\n";
}

class SmallPack {
public:
    SmallPack()
    {
        fs::create_directories(top_ / "pack/articles");
        std::ofstream(top_ / "pack/pack.yaml")
            << "unknot: 1\npack: home\nversion: 1.0.0\ntitle: Home\nsource-language: en\nlanguages: [en]\nlicense: CC0-1.0\nreviewed: 2026-11-21\n";
        write_article(top_ / "pack", "attic", "A ladder leads up.");
    }

    Pack open(Freshness freshness = Freshness::every_file) const
    {
        Problems ignored;
        return Pack::open(top_ / "pack", "pack", freshness, ignored);
    }
    fs::path cache() const { return top_ / "deep/cache"; }
    fs::path folder() const { return top_ / "pack"; }

private:
    TestFolder top_;
};

std::size_t hits(PackIndex index, std::string_view text)
{
    std::vector<PackIndex> packs;
    packs.push_back(std::move(index));
    return SearchIndex(packs).search({read_query(text), {"en"}, 0, 10}).total;
}

} // namespace

TEST_CASE("an index is built once and opened afterwards")
{
    const SmallPack small;
    Problems problems;
    CHECK(index_state(small.open(), small.cache()) == IndexState::missing);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 1);
    CHECK(problems.empty());
    REQUIRE(index_state(small.open(), small.cache()) == IndexState::current);
    const fs::path file = index_file(small.open(), small.cache());
    CHECK(file.filename().string().rfind("home-", 0) == 0);
    CHECK(file.extension() == ".idx");
    CHECK((fs::status(small.cache()).permissions() & fs::perms::others_all) == fs::perms::none);

    fs::permissions(file, fs::perms::owner_read); // a mark that a new file would not have
    index_for_pack(small.open(), small.cache(), problems);
    CHECK((fs::status(file).permissions() & fs::perms::owner_write) == fs::perms::none);
    index_for_pack(small.open(), small.cache(), problems, {true, {}});
    CHECK((fs::status(file).permissions() & fs::perms::owner_write) != fs::perms::none);
}

TEST_CASE("a changed pack is indexed anew")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    write_article(small.folder(), "cellar", "A lantern hangs there.");
    CHECK(index_state(small.open(), small.cache()) == IndexState::changed);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lantern") == 1);
    fs::remove(small.folder() / "articles/attic.en.md");
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 0);
}

TEST_CASE("a damaged index is made anew")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    std::ofstream(index_file(small.open(), small.cache()), std::ios::binary) << std::string(100'000, '\x5A');
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 1);
    CHECK(problems.empty());
}

TEST_CASE("broken files are told when the index is built")
{
    const SmallPack small;
    std::ofstream(small.folder() / "articles/broken.en.md") << "nothing\n";
    Problems problems;
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 1);
    CHECK(has_errors(problems));
    problems.clear();
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 1);
    CHECK(problems.empty());
}

TEST_CASE("a cache that can't be written is one warning and search goes on")
{
    const SmallPack small;
    std::ofstream(small.folder() / "file") << "not a folder";
    Problems problems;
    CHECK(hits(index_for_pack(small.open(), small.folder() / "file/cache", problems), "ladder") == 1);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == Severity::warning);
    CHECK(problems[0].code == "index-not-kept");
}

TEST_CASE("two folders with one pack have two indexes")
{
    const SmallPack one;
    const SmallPack other;
    CHECK(index_file(one.open(), "/c") != index_file(other.open(), "/c"));
    CHECK(index_file(one.open(), "/c") == index_file(one.open(), "/c"));
}

TEST_CASE("changed files go into a small index beside the large one")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    const fs::path file = index_file(small.open(), small.cache());
    fs::permissions(file, fs::perms::owner_read); // a mark that a new file would not have

    write_article(small.folder(), "attic", "A rope leads up.");
    write_article(small.folder(), "cellar", "A lantern hangs there.");
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 0);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "rope") == 1);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lantern") == 1);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lanten") == 1); // its words can be meant
    CHECK(files_in(small.cache()) == 3);

    fs::remove(small.folder() / "articles/attic.en.md");
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "rope") == 0);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lantern") == 1);
    fs::remove(small.folder() / "articles/cellar.en.md");
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lantern") == 0);
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "lantern") == 0);
    CHECK(files_in(small.cache()) == 2);
    CHECK((fs::status(file).permissions() & fs::perms::owner_write) == fs::perms::none);
    CHECK(problems.empty());
}

TEST_CASE("words are corrected to old ones and to those that an edit brought")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    write_article(small.folder(), "cellar", "A ladder and a quokka. A ladder leads down.");
    const auto corrected = [&](std::string_view text) {
        std::vector<PackIndex> packs;
        packs.push_back(index_for_pack(small.open(), small.cache(), problems));
        const SearchResult result = SearchIndex(packs).search({read_query(text), {"en"}, 0, 10});
        return result.corrected + ' ' + std::to_string(result.total);
    };
    CHECK(corrected("laddr") == "ladder 2");
    CHECK(corrected("quokkq") == "quokka 1");
    Problems ignored;
    const auto is_spelled = index_for_pack(small.open(), small.cache(), ignored).dictionary();
    CHECK(is_spelled("ladder"));
    CHECK_FALSE(is_spelled("quokka"));
    CHECK_FALSE(is_spelled("zebra"));
    CHECK(is_spelled("leads"));
}

TEST_CASE("after many changes the whole pack is indexed anew")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    for (int i = 0; i < 50; ++i) {
        write_article(small.folder(), "room" + std::to_string(i), "A chair.");
    }
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "chair") == 50);
    CHECK(files_in(small.cache()) == 2);
}

TEST_CASE("changed synonyms are in the index at once")
{
    const SmallPack small;
    Problems problems;
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "stepladder") == 0);
    std::ofstream(small.folder() / "synonyms.yaml") << "unknot: 1\nsynonyms:\n  en: [[ladder, stepladder]]\n";
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "stepladder") == 1);
}

TEST_CASE("an installed pack and the same folder in use share one index")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(Freshness::stamp), small.cache(), problems);
    CHECK(index_state(small.open(Freshness::every_file), small.cache()) == IndexState::current);
    write_article(small.folder(), "attic", "A rope leads up.");
    CHECK(hits(index_for_pack(small.open(Freshness::every_file), small.cache(), problems), "rope") == 1);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "rope") == 1);
    CHECK(index_state(small.open(Freshness::stamp), small.cache()) == IndexState::current);
}

TEST_CASE("an edit in place in an installed pack shows to whoever looks at every file")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(Freshness::stamp), small.cache(), problems);
    const fs::file_time_type before = fs::last_write_time(small.folder() / "articles");
    write_article(small.folder(), "attic", "A rope leads up.");
    REQUIRE(fs::last_write_time(small.folder() / "articles") == before);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "rope") == 0);
    CHECK(index_state(small.open(Freshness::stamp), small.cache()) == IndexState::changed);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems, {false, {}, Freshness::every_file}), "rope") == 1);
    CHECK(index_state(small.open(Freshness::stamp), small.cache()) == IndexState::current);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "rope") == 1);
}

TEST_CASE("an update that is lost is made again")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    write_article(small.folder(), "attic", "A rope leads up.");
    index_for_pack(small.open(), small.cache(), problems);
    for (const fs::directory_entry& entry : fs::directory_iterator(small.cache())) {
        if (entry.path().extension() == ".changes") {
            fs::remove(entry.path());
        }
    }
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "rope") == 1);
    std::ofstream(fs::path(index_file(small.open(), small.cache())).replace_extension(".files")) << "nonsense";
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "rope") == 1);
    CHECK(problems.empty());
}

TEST_CASE("equal packs give equal bytes")
{
    const SmallPack one;
    const SmallPack other;
    Problems problems;
    fs::last_write_time(other.folder() / "articles/attic.en.md", fs::file_time_type::clock::now() - std::chrono::hours(9));
    prebuild_index(one.open(), problems);
    prebuild_index(other.open(), problems);
    const auto bytes = [](const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    CHECK(bytes(one.folder() / "search.idx").size() > 1000);
    CHECK(bytes(one.folder() / "search.idx") == bytes(other.folder() / "search.idx"));
}

TEST_CASE("the index that a pack carries is used while it fits")
{
    if (::geteuid() != 0) {
        MESSAGE("only root can install a pack");
        return;
    }
    const SmallPack small;
    Problems problems;
    prebuild_index(small.open(), problems);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "ladder") == 1);
    CHECK_FALSE(fs::exists(index_file(small.open(), small.cache())));
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "ladder") == 1);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), fs::path(), problems), "ladder") == 1); // nowhere to write

    write_article(small.folder(), "cellar", "A lantern hangs there.");
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "lantern") == 1);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "ladder") == 1);
    fs::permissions(small.folder() / "search.idx", fs::perms::others_write, fs::perm_options::add);
    CHECK(hits(index_for_pack(small.open(Freshness::stamp), small.cache(), problems), "ladder") == 1);
    CHECK(fs::exists(index_file(small.open(), small.cache()))); // not root's alone: never trusted
}

TEST_CASE("who watches a build can end it, and the old index stays")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    for (int i = 0; i < 50; ++i) {
        write_article(small.folder(), "room" + std::to_string(i), "A chair.");
    }
    struct Enough {};
    CHECK_THROWS_AS(index_for_pack(small.open(), small.cache(), problems, {false, [](std::size_t, std::size_t) { throw Enough(); }}), Enough);
    CHECK(files_in(small.cache()) == 2);
    std::size_t last = 0;
    std::size_t all = 0;
    index_for_pack(small.open(), small.cache(), problems, {false, [&](std::size_t done, std::size_t items) {
        CHECK(done >= last);
        last = done;
        all = items;
    }});
    CHECK(last == 51);
    CHECK(all == 51);
}
