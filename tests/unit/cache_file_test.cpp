// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/cache_file.hpp"

#include <fstream>
#include <iterator>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("a cache is made with all above it and is nobody else's to read")
{
    const PackFolder place({});
    const fs::path cache = place.path() / "a" / "b" / "unknot";
    make_cache(cache);
    CHECK(fs::status(cache).permissions() == fs::perms::owner_all);
    make_cache(cache);
    CHECK(fs::is_directory(cache));
}

TEST_CASE("a file is replaced as a whole and nothing is left beside it")
{
    const PackFolder place({});
    make_cache(place.path() / "cache");
    const fs::path file = place.path() / "cache" / "notes";
    REQUIRE(replace_file(file, {"one ", "two\n"}));
    CHECK(contents_of(file) == "one two\n");
    REQUIRE(replace_file(file, {std::string_view("\0three", 6)}));
    CHECK(contents_of(file) == std::string("\0three", 6));
    CHECK(files_in(place.path() / "cache") == 1);
}

TEST_CASE("a file that cannot be replaced stays, and the new one does not")
{
    const PackFolder place({});
    fs::create_directories(place.path() / "cache" / "notes" / "kept");
    CHECK_FALSE(replace_file(place.path() / "cache" / "notes", {"text"}));
    CHECK(fs::is_directory(place.path() / "cache" / "notes" / "kept"));
    CHECK(files_in(place.path() / "cache") == 1);
    CHECK_FALSE(replace_file(place.path() / "nowhere" / "notes", {"text"}));
}

TEST_CASE("a file is read as far as was asked for")
{
    const PackFolder place({});
    const fs::path file = place.path() / "notes";
    CHECK_FALSE(read_beginning(file, 10));
    CHECK_FALSE(read_beginning(place.path(), 10));
    REQUIRE(replace_file(file, {}));
    CHECK(read_beginning(file, 10) == "");
    std::string long_one;
    for (int i = 0; i < 10'000; ++i) {
        long_one += std::to_string(i) + ' ';
    }
    REQUIRE(replace_file(file, {long_one}));
    for (const std::size_t most : std::initializer_list<std::size_t>{0, 1, 8191, 8192, 8193, 40'000, long_one.size(), long_one.size() + 1}) {
        CHECK(read_beginning(file, most) == long_one.substr(0, most));
    }
    CHECK(read_beginning(file, std::string::npos) == long_one);
}
