// SPDX-License-Identifier: GPL-3.0-or-later
// What of the knowledge can be searched: each article, tree and provider as plain words in one language. Knows nothing of the index.
#pragma once

#include "unknot/article.hpp"
#include "unknot/pack.hpp"
#include "unknot/problem.hpp"
#include "unknot/provider.hpp"
#include "unknot/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// A symptom is one phrase of a tree, found as that tree: its id and title are the tree's. So is `elsewhere` a keyword of an article that belongs to
// no tree: what people ask for that no tree here solves, found as that article.
enum class DocumentKind { article, tree, symptom, provider, elsewhere };
std::string_view name(DocumentKind kind);
DocumentKind found_as(DocumentKind kind); // article, tree or provider

struct IndexDocument {
    DocumentKind kind = DocumentKind::article;
    std::string pack;
    std::string id;
    std::string language;
    std::string title;
    std::string summary;
    std::vector<std::string> keywords;
    std::vector<std::string> topics;
    std::string reviewed; // YYYY-MM-DD, empty when not given
    std::vector<std::string> trees; // an article: the trees that it belongs to
    std::string body;               // plain text
};

// The article, and each keyword when it belongs to no tree.
std::vector<IndexDocument> article_documents(const Article& article, std::string_view pack);

// The tree and its symptoms in each of the languages that it has a title in.
std::vector<IndexDocument> tree_documents(const Tree& tree, std::string_view pack, const std::vector<std::string>& languages);

// The provider in each of the languages: names and addresses are searched whatever the language is.
std::vector<IndexDocument> provider_documents(const Provider& provider, std::string_view pack, const std::vector<std::string>& languages);

// A file of a pack, or a tree's file with its translations.
struct IndexItem {
    DocumentKind kind = DocumentKind::article;
    std::string id;
    std::string language; // of an article
};

// One name for each item of a pack: `tree/ID`, `provider/ID`, `article/ID.LANGUAGE`.
std::string item_name(const IndexItem& item);
IndexItem item_named(std::string_view name); // what item_name() gave

// Everything that a pack has to index, by its file names; sorted.
std::vector<IndexItem> items_of(const Pack& pack);

// The documents of one item. None when the file is broken: then its Problems are added. Faults that only matter to a walk are not looked for.
std::vector<IndexDocument> documents_of(const Pack& pack, const IndexItem& item, Problems& problems);

} // namespace unknot
