// SPDX-License-Identifier: GPL-3.0-or-later
// Articles, trees and providers as one sheet of Markdown.
#pragma once

#include "unknot/article.hpp"
#include "unknot/provider.hpp"
#include "unknot/tree.hpp"

#include <string>
#include <vector>

namespace unknot {

struct Sheet {
    std::string language;
    std::string title;
    std::string summary;
    std::string body;       // Markdown
    std::vector<std::string> topics;
    std::string reviewed;
    std::vector<std::string> sources;
};

Sheet article_sheet(const Article& article);
Sheet tree_sheet(const Tree& tree, const std::string& language);   // every node with the ways on from it
Sheet provider_sheet(const Provider& provider, const std::string& language);

// Title, summary, body, and the line that says when it was reviewed and by which sources.
std::string sheet_markdown(const Sheet& sheet);

} // namespace unknot
