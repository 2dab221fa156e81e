// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/pack_files.hpp"

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
        std::string name = (fs::temp_directory_path() / "unknot-files-XXXXXX").string();
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

    Pack open() const
    {
        Problems problems;
        return Pack::open(folder_, "home", Freshness::every_file, problems);
    }
    std::string folders() const { return folder_state(open()); }
    std::string files() const { return file_state(open()); }

private:
    fs::path folder_;
    fs::file_time_type start_ = fs::file_time_type::clock::now();
};

} // namespace

TEST_CASE("an unchanged pack keeps its state")
{
    const SmallPack pack;
    CHECK(pack.folders() == pack.folders());
    CHECK(pack.files() == pack.files());
    CHECK(file_sizes(pack.open()) == "articles/a.en.md\t3\narticles/b.en.md\t3\npack.yaml\t" + std::to_string(std::string(pack_yaml).size()) + '\n');
}

TEST_CASE("a state that is known is not made again, and any other is made whole")
{
    const SmallPack pack;
    const std::string files = pack.files();
    CHECK_FALSE(file_state_unlike(files, pack.open()));
    const std::string first = files.substr(0, files.find('\n') + 1);
    const std::string others[] = {"", first, first.substr(0, 5), files + "trees/x.yaml\t1.0 1\n", "a\t1.0 1\n" + files, files.substr(first.size()), "x" + files.substr(1)};
    for (const std::string& other : others) {
        CAPTURE(other);
        CHECK(file_state_unlike(other, pack.open()) == files);
    }
}

TEST_CASE("a file that is added, removed or a changed pack.yaml shows in both")
{
    const SmallPack pack;
    const std::string folders = pack.folders();
    const std::string files = pack.files();
    std::ofstream(pack / "articles/c.en.md") << "three";
    const std::string more_folders = pack.folders();
    const std::string more_files = pack.files();
    CHECK(more_folders != folders);
    CHECK(more_files != files);
    pack.set_age("articles", 1);
    fs::remove(pack / "articles/c.en.md");
    CHECK(pack.folders() != more_folders);
    CHECK(pack.files() == files);
    pack.set_age("articles", 1);
    pack.set_age("pack.yaml", 2);
    CHECK(pack.folders() != folders);
    CHECK(pack.files() != files);
}

TEST_CASE("an edit in place shows only file by file")
{
    const SmallPack pack;
    const std::string folders = pack.folders();
    const std::string files = pack.files();
    const std::string sizes = file_sizes(pack.open());
    pack.set_age("articles/a.en.md", 3);
    CHECK(pack.folders() == folders);
    CHECK(pack.files() != files);
    CHECK(file_sizes(pack.open()) == sizes);
}

TEST_CASE("a new folder or synonyms show, and hidden files and folders don't")
{
    const SmallPack pack;
    const std::string folders = pack.folders();
    const std::string files = pack.files();
    fs::create_directories(pack / "articles/old.en.md");
    std::ofstream(pack / "articles/.a.en.md.swp") << "typing";
    CHECK(pack.files() == files);
    fs::create_directory(pack / "trees");
    CHECK(pack.folders() != folders);
    std::ofstream(pack / "synonyms.yaml") << "unknot: 1\n";
    CHECK(pack.files() != files);
}

TEST_CASE("what differs between two states")
{
    using Names = std::vector<std::string>;
    const std::string before = "articles/a.en.md\t1.0 5\narticles/b.en.md\t1.0 5\ntrees/x.yaml\t2.0 9\n";
    CHECK(changed_files(before, before).empty());
    CHECK(changed_files("", "").empty());
    CHECK(changed_files(before, "articles/a.en.md\t1.0 5\narticles/b.en.md\t1.1 5\ntrees/x.yaml\t2.0 9\n") == Names{"articles/b.en.md"});
    CHECK(changed_files(before, "articles/b.en.md\t1.0 5\ntrees/x.yaml\t2.0 9\n") == Names{"articles/a.en.md"});
    CHECK(changed_files(before, "trees/x.yaml\t2.0 9\narticles/b.en.md\t1.0 5\narticles/a.en.md\t1.0 5\n").empty());
    CHECK(changed_files("articles/b.en.md\t1.0 5\n", before) == Names{"articles/a.en.md", "trees/x.yaml"});
    CHECK(changed_files(before, "") == Names{"articles/a.en.md", "articles/b.en.md", "trees/x.yaml"});
    CHECK(changed_files("articles/a.en.md\t1.0 5\npack.yaml\t1.0 1\n", "pack.yaml\t1.0 2\ntrees/y.yaml\t1.0 1\n")
          == Names{"articles/a.en.md", "pack.yaml", "trees/y.yaml"});
}

TEST_CASE("what differs in the middle of a long state")
{
    std::string before;
    for (int i = 0; i < 1000; ++i) {
        before += "articles/" + std::to_string(i) + ".en.md\t1.0 5\n";
    }
    for (const int at : {0, 1, 250, 500, 998, 999}) {
        CAPTURE(at);
        const std::string name = "articles/" + std::to_string(at) + ".en.md";
        const std::size_t line = before.find(name + '\t');
        std::string after = before;
        after.replace(line + name.size(), 6, "\t1.1 5");
        CHECK(changed_files(before, after) == std::vector<std::string>{name});
        CHECK(changed_files(before, std::string(before).erase(line, name.size() + 7)) == std::vector<std::string>{name});
    }
}

TEST_CASE("files and the items that they belong to")
{
    const auto name_of = [](std::string_view file) {
        const auto item = item_of(file);
        return item ? item_name(*item) : std::string("none");
    };
    CHECK(name_of("articles/card.en.md") == "article/card.en");
    CHECK(name_of("trees/fees.yaml") == "tree/fees");
    CHECK(name_of("trees/fees.de.yaml") == "tree/fees");
    CHECK(name_of("providers/acme.yaml") == "provider/acme");
    CHECK(name_of("pack.yaml") == "none");
    CHECK(name_of("articles/notes.txt") == "none");
    CHECK(name_of("articles/plain.md") == "none");
    CHECK(name_of("trees/.yaml") == "none");
}
