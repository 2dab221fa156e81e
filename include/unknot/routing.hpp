// SPDX-License-Identifier: GPL-3.0-or-later
// A problem in the person's own words -> the trees that solve it. A text about something else finds none, not the least bad tree.
#pragma once

#include "unknot/search_index.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t routing_max_bytes = 4000; // of the text; the rest is not read

// strong: start with the first tree. weak: perhaps one of these. none: nothing here is about that.
enum class Match { strong, weak, none };
std::string_view name(Match match);

struct RoutedTree {
    std::string id;
    std::string pack;
    std::string language;
    std::string title;
    double score = 0;                 // 0 to 1: how much of what the person said it is about; comparable between texts
    std::vector<std::string> because; // the person's words that spoke for it, as typed, in their order
};

struct RoutedArticle {
    std::string id;
    std::string pack;
    std::string language;
    std::string title;
    double score = 0; // of the best one: 1
    std::string snippet;
};

struct Routing {
    Match match = Match::none;
    std::vector<std::string> languages;  // that were looked in, in this order
    std::vector<RoutedTree> trees;       // best first
    std::vector<RoutedArticle> articles; // best first; when the match is none only what says who else can help
};

// `languages`: the person's, best first. A text with Chinese in it is looked for in Chinese first; other languages follow when the first one
// has no strong match. Failure when an index was damaged since it was opened.
Routing route(const SearchIndex& index, std::string_view text, const std::vector<std::string>& languages, std::size_t limit = 5);

} // namespace unknot
