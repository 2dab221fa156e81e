// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "configuration.hpp"
#include "locations.hpp"
#include "unknot/problem.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

class Files {
public:
    Files() : folder_(fs::temp_directory_path() / ("unknot-configuration-" + std::to_string(::getpid()))) { fs::create_directories(folder_); }
    ~Files() { fs::remove_all(folder_); }

    fs::path write(const std::string& name, const std::string& text) const
    {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

Configuration read(const std::string& text)
{
    const Files files;
    return read_configuration({files.write("config.yaml", text)});
}

// "LINE:COLUMN code" of the refusal.
std::string refused(const std::string& text)
{
    try {
        read(text);
    } catch (const Failure& failure) {
        const Problem& problem = failure.problem();
        REQUIRE(problem.place);
        return std::to_string(problem.place->line) + ":" + std::to_string(problem.place->column) + " " + problem.code;
    }
    return "accepted";
}

} // namespace

TEST_CASE("every key is read")
{
    const auto read_back =
        read("language: de\ncolor: always\npager: 'less -S'\npacks: [/a, /b]\nproviders: [/c]\nretention: 90d\nallow: [network, command=uname]\n"
             "search:\n  remote: ['ssh:host:/path']\n");
    CHECK(read_back.language == "de");
    CHECK(read_back.color == ColorChoice::always);
    CHECK(read_back.pager == "less -S");
    CHECK(read_back.packs == std::vector<std::string>{"/a", "/b"});
    CHECK(read_back.providers == std::vector<std::string>{"/c"});
    CHECK(read_back.retention == "90d");
    CHECK(read_back.allow == std::vector<std::string>{"network", "command=uname"});
    REQUIRE(read_back.remote.size() == 1);
    CHECK(read_back.remote.front().text == "ssh:host:/path");
    CHECK(read("search.remote: ['tcp:host:7001', 'tcp:host:7002']\n").remote.size() == 2);
}

TEST_CASE("no file and a file of comments set nothing")
{
    CHECK(read_configuration({}).language.empty());
    for (const char* text : {"", "\n\n", "# language: de\n\n  # more", "# a\r\n"}) {
        const auto nothing = read(text);
        CHECK(nothing.language.empty());
        CHECK_FALSE(nothing.color);
        CHECK(nothing.packs.empty());
    }
}

TEST_CASE("folders are taken from the file or from home")
{
    const Files files;
    const auto read_back = read_configuration({files.write("config.yaml", "packs: [mine, ~/packs/x, '~', /abs]\n")});
    CHECK(
        read_back.packs
        == std::vector<std::string>{(files.folder() / "mine").string(), (home_folder() / "packs/x").string(), (home_folder() / "").string(), "/abs"});
}

TEST_CASE("a stronger file keeps what it says")
{
    const Files files;
    const auto strong = files.write("strong.yaml", "language: de\npacks: []\nsearch.remote: []\n");
    const auto weak = files.write("weak.yaml", "language: zh\npager: most\npacks: [/a]\nsearch: {remote: ['tcp:host:7001']}\ncolor: never\n");
    const auto read_back = read_configuration({strong, weak});
    CHECK(read_back.language == "de");
    CHECK(read_back.pager == "most");
    CHECK(read_back.packs.empty());
    CHECK(read_back.remote.empty());
    CHECK(read_back.color == ColorChoice::never);
}

TEST_CASE("faults are refused at their place")
{
    CHECK(refused("language: de\ncolour: always\n") == "2:1 unknown-key");
    CHECK(refused("color: yes\n") == "1:8 unknown-value");
    CHECK(refused("language: '../x'\n") == "1:12 wrong-value");
    CHECK(refused("retention: soon\n") == "1:12 wrong-value");
    CHECK(refused("packs: /a\n") == "1:8 wrong-type");
    CHECK(refused("search: {remotes: [x]}\n") == "1:10 unknown-key");
    CHECK(refused("search: {remote: ['tcp:host:7001', x]}\n") == "1:36 wrong-value");
    CHECK(refused("search.remote: ['ssh:host:/a b']\n") == "1:18 wrong-value");
    CHECK(refused("- a\n") == "1:1 wrong-type");
    CHECK(refused("language: de\nlanguage: en\n").substr(0, 2) == "2:");
    CHECK(refused("language:\n") == "1:1 null-value");
}

TEST_CASE("what is no readable file is refused by name")
{
    const Files files;
    CHECK_THROWS_WITH_AS(read_configuration({files.folder()}), "expected a regular file", Failure);
    CHECK_THROWS_AS(read_configuration({files.folder() / "missing.yaml"}), Failure);
    CHECK_THROWS_AS(read_configuration({files.write("large.yaml", "a: " + std::string(2 * 1024 * 1024, 'x'))}), Failure);
}
