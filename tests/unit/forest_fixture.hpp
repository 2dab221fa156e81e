// SPDX-License-Identifier: GPL-3.0-or-later
// A pack in a temporary folder, made of texts, and what its reader had to say.
#pragma once

#include <doctest/doctest.h>

#include "unknot/pack.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace unknot {

using PackFiles = std::map<std::string, std::string>;

inline const std::string pack_head = "unknot: 1\npack: sample\nversion: 1.2.3\nsource-language: en\nlanguages: [en, de]\n";

// Gone at the end of the test.
class PackFolder {
public:
    // A pack.yaml is added when there is none.
    explicit PackFolder(const PackFiles& files)
    {
        std::string name = (std::filesystem::temp_directory_path() / "unknot-pack-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        put("pack.yaml", pack_head);
        for (const auto& file : files) {
            put(file.first, file.second);
        }
    }
    ~PackFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    PackFolder(const PackFolder&) = delete;
    PackFolder& operator=(const PackFolder&) = delete;

    void put(const std::string& relative, const std::string& text) const
    {
        std::filesystem::create_directories((folder_ / relative).parent_path());
        std::ofstream(folder_ / relative, std::ios::binary) << text;
    }

    // Files are named in messages by their path in the pack.
    Pack open() const
    {
        Problems problems;
        Pack pack = Pack::open(folder_, "", Freshness::every_file, problems);
        CHECK(problems.empty());
        return pack;
    }

    const std::filesystem::path& path() const { return folder_; }

private:
    std::filesystem::path folder_;
};

// "trees/a.yaml:3:4 unknown-key", one after the other.
inline std::string told(const Problems& problems)
{
    std::string text;
    for (const auto& problem : problems) {
        const Place place = problem.place.value_or(Place{});
        text += fmt::format("{}{}:{}:{} {}", text.empty() ? "" : " | ", place.file, place.line, place.column, problem.code);
    }
    return text;
}

// A tree of that name that starts at the node `first`; `rest` begins in line 5.
inline std::string tree_text(const std::string& id, const std::string& rest)
{
    return fmt::format("unknot: 1\ntree: {}\ntitle: A tree\nstart: first\n{}", id, rest);
}

// The forest of `main`. What is given for a tree follows its head; nothing may be wrong with it.
inline Forest forest_of(
    const std::map<std::string, std::string>& trees, const std::vector<std::string>& languages = {"en"}, const PackFiles& more = {})
{
    PackFiles files = more;
    for (const auto& tree : trees) {
        files.emplace("trees/" + tree.first + ".yaml", tree_text(tree.first, tree.second));
    }
    if (files.find("pack.yaml") == files.end()) {
        files.emplace("pack.yaml", pack_head + "needs: {network: [dns, tcp, tls, http, clock], files: [/etc/hosts], commands: [uname]}\n");
    }
    const PackFolder folder(files);
    Problems problems;
    auto forest = folder.open().forest("main", languages, problems);
    for (const auto& problem : problems) {
        FAIL_CHECK(describe(problem));
    }
    REQUIRE(forest.has_value());
    return *forest;
}

} // namespace unknot
