// SPDX-License-Identifier: GPL-3.0-or-later
// One help article in one language: front matter and Markdown.
#pragma once

#include "unknot/place.hpp"
#include "unknot/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t article_max_bytes = 256 * 1024;

struct Article {
    std::string id;
    std::string language;
    std::string file;
    std::string title;
    std::string summary;
    std::vector<std::string> topics;
    std::vector<std::string> keywords;
    std::vector<std::string> trees;
    std::string reviewed;
    std::vector<std::string> sources;
    std::string body;          // Markdown
    int lines_before_body = 0;
    Place place;               // of the front matter
};

// Reads an article; `id` and `language` are what its file name says. Adds Problems; returns nothing when there is no usable front matter.
std::optional<Article> read_article(const Source& source, std::string_view id, std::string_view language, Problems& problems);

} // namespace unknot
