// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of the search index stand on: a folder that goes away, and a recipe for a few documents.
#pragma once

#include "unknot/search_index.hpp"

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace unknot {

class TestFolder {
public:
    TestFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "unknot-index-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

using TestLibrary = std::vector<std::vector<IndexDocument>>; // documents by item

// The library must live on.
inline IndexRecipe recipe_of(const TestLibrary& library, std::string stamp)
{
    IndexRecipe made;
    made.stamp = std::move(stamp);
    made.items = library.size();
    made.documents = [&library](std::size_t item) { return library.at(item); };
    return made;
}

inline std::ptrdiff_t files_in(const std::filesystem::path& folder)
{
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

} // namespace unknot
