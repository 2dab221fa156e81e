// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "index_fixture.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace unknot;

namespace fs = std::filesystem;

namespace {

const TestLibrary& library()
{
    static const TestLibrary items = [] {
        IndexDocument document;
        document.id = "attic";
        document.title = "The attic";
        TestLibrary made;
        for (const std::string language : {"zh", "de", "en"}) {
            document.language = language;
            made.push_back({document});
        }
        return made;
    }();
    return items;
}

IndexRecipe recipe(std::string stamp = "one")
{
    return recipe_of(library(), std::move(stamp));
}

} // namespace

TEST_CASE("an index file is opened only when it is what it should be")
{
    const TestFolder place;
    const fs::path file = place / "demo.idx";
    CHECK_FALSE(PackIndex::open(file, "one"));
    CHECK(PackIndex::build(file, recipe()).documents() == 3);
    CHECK(PackIndex::open(file, "one"));
    CHECK_FALSE(PackIndex::open(file, "two"));
    CHECK(PackIndex::open(file, "one")->languages() == std::vector<std::string>{"de", "en", "zh"});
    CHECK(files_in(place.path()) == 1);

    fs::copy_file(file, place / "copy.idx");
    CHECK_FALSE(PackIndex::open(place / "copy.idx", "one"));
    fs::create_directory(place / "folder.idx");
    CHECK_FALSE(PackIndex::open(place / "folder.idx", "one"));
}

TEST_CASE("damage is noticed before it is read")
{
    const TestFolder place;
    const fs::path file = place / "demo.idx";
    for (const std::uintmax_t at : {0UL, 20UL, 9000UL}) {
        PackIndex::build(file, recipe());
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(static_cast<std::streamoff>(at));
        stream.put('\x55');
        stream.close();
        CHECK_FALSE(PackIndex::open(file, "one"));
    }
    PackIndex::build(file, recipe());
    fs::resize_file(file, fs::file_size(file) / 2);
    CHECK_FALSE(PackIndex::open(file, "one"));
    std::ofstream(file) << "auto /etc\n";
    CHECK_FALSE(PackIndex::open(file, "one"));
    CHECK(PackIndex::build(file, recipe()).documents() == 3);
}

TEST_CASE("a build that can't write says so and leaves the old file")
{
    CHECK_THROWS_AS(PackIndex::build("/nonexistent/demo.idx", recipe()), Failure);
    const TestFolder place;
    const fs::path file = place / "demo.idx";
    PackIndex::build(file, recipe());
    IndexRecipe broken = recipe("two");
    broken.documents = [](std::size_t item) -> std::vector<IndexDocument> {
        if (item > 0) {
            throw Failure("the disk is on fire");
        }
        return library().at(item);
    };
    CHECK_THROWS_WITH_AS(PackIndex::build(file, broken), "the disk is on fire", Failure);
    CHECK(PackIndex::open(file, "one"));
    CHECK(files_in(place.path()) == 1);
}

TEST_CASE("what a killed build left behind is cleared away")
{
    const TestFolder place;
    fs::create_directories(place / "demo.idx.new.999999999/part0");
    fs::create_directory(place / "demo.idx.new.1");
    PackIndex::build(place / "demo.idx", recipe());
    CHECK_FALSE(fs::exists(place / "demo.idx.new.999999999"));
    CHECK(fs::exists(place / "demo.idx.new.1"));
}

TEST_CASE("a large pack is built in parts and answers alike")
{
    const TestFolder place;
    IndexRecipe large;
    large.stamp = "large";
    large.items = 1200;
    large.documents = [](std::size_t item) {
        IndexDocument document;
        document.id = "a" + std::to_string(item);
        document.language = item < 1150 ? "en" : "de";
        document.body = "All pages speak of umbrellas; this one of w" + std::to_string(item);
        return std::vector<IndexDocument>{document};
    };
    std::vector<PackIndex> packs;
    packs.push_back(PackIndex::build(place / "large.idx", large));
    CHECK(packs.front().documents() == 1200);
    CHECK(packs.front().languages() == std::vector<std::string>{"de", "en"});
    const SearchIndex both(packs);
    CHECK(both.search({read_query("w7"), {"en"}, 0, 10}).hits.at(0).id == "a7");
    CHECK(both.search({read_query("w1199"), {"en"}, 0, 10}).hits.at(0).id == "a1199");
    CHECK(both.search({read_query("umbrella"), {"en"}, 0, 10}).total >= 1000);
    CHECK(both.search({read_query("umbrela"), {"en"}, 0, 10}).corrected == "umbrellas");
}
