// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/index_stamp.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace unknot;

namespace fs = std::filesystem;

namespace {

const char* const pack_yaml =
    "unknot: 1\npack: home\nversion: 1.0.0\ntitle: Home\nsource-language: en\nlanguages: [en]\nlicense: CC0-1.0\nreviewed: 2026-11-21\n";

// A pack of three files, all of them one hour old.
class SmallPack {
public:
    SmallPack()
    {
        std::string name = (fs::temp_directory_path() / "unknot-stamp-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        fs::create_directories(folder_ / "articles");
        std::ofstream(folder_ / "pack.yaml") << pack_yaml;
        std::ofstream(folder_ / "articles/a.en.md") << "one";
        std::ofstream(folder_ / "articles/b.en.md") << "two";
        for (const std::string file : {"pack.yaml", "articles/a.en.md", "articles/b.en.md", "articles"}) {
            set_age(file, 1);
        }
    }
    ~SmallPack() { fs::remove_all(folder_); }
    SmallPack(const SmallPack&) = delete;
    SmallPack& operator=(const SmallPack&) = delete;

    fs::path operator/(const std::string& name) const { return folder_ / name; }

    void set_age(const std::string& file, int hours) const { fs::last_write_time(folder_ / file, start_ - std::chrono::hours(hours)); }

    std::string stamp(Freshness freshness) const
    {
        Problems problems;
        return stamp_of(Pack::open(folder_, "home", freshness, problems));
    }

private:
    fs::path folder_;
    fs::file_time_type start_ = fs::file_time_type::clock::now();
};

} // namespace

TEST_CASE("an unchanged pack keeps its stamp")
{
    const SmallPack pack;
    for (const Freshness freshness : {Freshness::stamp, Freshness::every_file}) {
        CHECK(pack.stamp(freshness) == pack.stamp(freshness));
        CHECK(pack.stamp(freshness).size() == 32);
    }
}

TEST_CASE("a file that is added or removed shows in both")
{
    for (const Freshness freshness : {Freshness::stamp, Freshness::every_file}) {
        const SmallPack pack;
        const std::string before = pack.stamp(freshness);
        std::ofstream(pack / "articles/c.en.md") << "three";
        const std::string added = pack.stamp(freshness);
        CHECK(added != before);
        fs::remove(pack / "articles/a.en.md");
        CHECK(pack.stamp(freshness) != added);
        CHECK(pack.stamp(freshness) != before);
    }
}

TEST_CASE("a changed pack.yaml shows in both")
{
    for (const Freshness freshness : {Freshness::stamp, Freshness::every_file}) {
        const SmallPack pack;
        const std::string before = pack.stamp(freshness);
        pack.set_age("pack.yaml", 2);
        CHECK(pack.stamp(freshness) != before);
    }
}

TEST_CASE("an edit in place shows only file by file")
{
    const SmallPack pack;
    const std::string folders = pack.stamp(Freshness::stamp);
    const std::string files = pack.stamp(Freshness::every_file);
    pack.set_age("articles/a.en.md", 3);
    CHECK(pack.stamp(Freshness::stamp) == folders);
    const std::string touched = pack.stamp(Freshness::every_file);
    CHECK(touched != files);
    std::ofstream(pack / "articles/b.en.md") << "longer";
    pack.set_age("articles/b.en.md", 1);
    CHECK(pack.stamp(Freshness::every_file) != touched);
}

TEST_CASE("a new folder or synonyms show")
{
    const SmallPack pack;
    const std::string before = pack.stamp(Freshness::stamp);
    fs::create_directory(pack / "trees");
    const std::string trees = pack.stamp(Freshness::stamp);
    CHECK(trees != before);
    std::ofstream(pack / "synonyms.yaml") << "unknot: 1\n";
    CHECK(pack.stamp(Freshness::stamp) != trees);
}
