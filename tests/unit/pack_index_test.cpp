// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/pack_index.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

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
        std::string name = (fs::temp_directory_path() / "unknot-pack-index-XXXXXX").string();
        top_ = ::mkdtemp(name.data());
        fs::create_directories(top_ / "pack/articles");
        std::ofstream(top_ / "pack/pack.yaml")
            << "unknot: 1\npack: home\nversion: 1.0.0\ntitle: Home\nsource-language: en\nlanguages: [en]\nlicense: CC0-1.0\nreviewed: 2026-11-21\n";
        write_article(top_ / "pack", "attic", "A ladder leads up.");
    }
    ~SmallPack() { fs::remove_all(top_); }
    SmallPack(const SmallPack&) = delete;
    SmallPack& operator=(const SmallPack&) = delete;

    Pack open() const
    {
        Problems ignored;
        return Pack::open(top_ / "pack", "pack", Freshness::every_file, ignored);
    }
    fs::path cache() const { return top_ / "deep/cache"; }
    fs::path folder() const { return top_ / "pack"; }

private:
    fs::path top_;
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
    CHECK_FALSE(is_indexed(small.open(), small.cache()));
    CHECK(hits(index_for_pack(small.open(), small.cache(), problems), "ladder") == 1);
    CHECK(problems.empty());
    REQUIRE(is_indexed(small.open(), small.cache()));
    const fs::path file = index_file(small.open(), small.cache());
    CHECK(file.filename().string().rfind("home-", 0) == 0);
    CHECK(file.extension() == ".idx");
    CHECK((fs::status(small.cache()).permissions() & fs::perms::others_all) == fs::perms::none);

    fs::permissions(file, fs::perms::owner_read);   // a mark that a new file would not have
    index_for_pack(small.open(), small.cache(), problems);
    CHECK((fs::status(file).permissions() & fs::perms::owner_write) == fs::perms::none);
    index_for_pack(small.open(), small.cache(), problems, Rebuild::always);
    CHECK((fs::status(file).permissions() & fs::perms::owner_write) != fs::perms::none);
}

TEST_CASE("a changed pack is indexed anew")
{
    const SmallPack small;
    Problems problems;
    index_for_pack(small.open(), small.cache(), problems);
    write_article(small.folder(), "cellar", "A lantern hangs there.");
    CHECK_FALSE(is_indexed(small.open(), small.cache()));
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
