// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/index_document.hpp"

#include "unknot/markdown.hpp"
#include "unknot/tree_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace unknot {

namespace {

// Markdown without its marks and without `{fact}`, which has a value only in a walk.
std::string plain(std::string_view markdown)
{
    std::string text = markdown_to_plain(markdown);
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
        const std::size_t close = text.find_first_of("{} \n", open + 1);
        if (close != std::string::npos && text[close] == '}') {
            text.replace(open, close + 1 - open, "…");
        }
        ++open;
    }
    return text;
}

void add_line(std::string& body, std::string_view markdown)
{
    std::string line = markdown.empty() ? std::string() : plain(markdown);
    if (!line.empty()) {
        body += line;
        body += line.back() == '\n' ? "" : "\n";
    }
}

void add_line(std::string& body, const Text& text, std::string_view language)
{
    add_line(body, text.in(language));
}

void add_node(std::string& body, const Node& node, std::string_view language)
{
    add_line(body, node.text, language);
    for (const Text& step : node.steps) {
        add_line(body, step, language);
    }
    add_line(body, node.why, language);
    for (const Option& option : node.options) {
        add_line(body, option.label, language);
    }
    if (node.probe) {
        add_line(body, node.probe->label, language);
        add_line(body, node.probe->remedy, language);
    }
}

std::vector<std::string> symptoms_in(const Tree& tree, std::string_view language)
{
    std::vector<std::string> symptoms;
    const auto found = tree.symptoms.find(language);
    if (found != tree.symptoms.end()) {
        for (const Text& symptom : found->second) {
            symptoms.push_back(plain(symptom.in(language)));
        }
    }
    return symptoms;
}

IndexDocument tree_document(const Tree& tree, std::string_view pack, const std::string& language)
{
    IndexDocument document;
    document.kind = DocumentKind::tree;
    document.pack = pack;
    document.id = tree.id;
    document.language = language;
    document.title = tree.title.in(language);
    document.summary = plain(tree.summary.in(language));
    document.keywords = symptoms_in(tree, language);
    document.topics = tree.topics;
    document.reviewed = tree.reviewed;
    for (const Node& node : tree.nodes) {
        add_node(document.body, node, language);
    }
    return document;
}

IndexDocument phrase_document(const IndexDocument& whole, DocumentKind kind, const std::string& phrase)
{
    IndexDocument document;
    document.kind = kind;
    document.pack = whole.pack;
    document.id = whole.id;
    document.language = whole.language;
    document.title = whole.title;
    document.topics = whole.topics;
    document.reviewed = whole.reviewed;
    document.body = phrase;
    return document;
}

std::vector<std::string> joined(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::string> all = a;
    all.insert(all.end(), b.begin(), b.end());
    return all;
}

std::string provider_body(const Provider& provider, std::string_view language)
{
    std::string body;
    for (const auto& [platform, names] : provider.accounts) {
        for (const std::string& account : names) {
            add_line(body, fmt::format("{}: {}", platform, account));
        }
    }
    for (const Channel& channel : provider.channels) {
        add_line(body, channel.label, language);
        add_line(body, fmt::format("{}: {}", channel.type, channel.to));
    }
    for (const Text& line : provider.never) {
        add_line(body, "✗ " + line.in(language)); // a snippet must not read as if it did so
    }
    return body;
}

// A tree's texts. What its conditions mean in a walk with other trees is not asked, so what is wrong there shows nowhere here.
std::optional<Tree> read_texts(const Pack& pack, const IndexItem& item, Problems& problems)
{
    Problems found;
    Problems ignored;
    std::optional<Tree> tree;
    std::optional<Source> source = pack.read(fmt::format("trees/{}.yaml", item.id), found);
    const std::optional<TreeDraft> draft = source ? draft_tree(std::move(*source), item.id, found) : std::nullopt;
    if (draft && !has_errors(found)) {
        tree = finish_tree(*draft, Vocabulary(), pack.info().source_language, ignored);
        for (const std::string& language : pack.info().languages) {
            const auto translation =
                language == tree->source_language ? std::nullopt : pack.read(fmt::format("trees/{}.{}.yaml", item.id, language), found);
            if (translation) {
                read_translation(*translation, language, *tree, found);
            }
        }
    }
    problems.insert(problems.end(), found.begin(), found.end());
    return tree;
}

} // namespace

std::string_view name(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::article: return "article";
    case DocumentKind::tree: return "tree";
    case DocumentKind::symptom: return "symptom";
    case DocumentKind::provider: return "provider";
    case DocumentKind::elsewhere: return "elsewhere";
    }
    return "article";
}

DocumentKind found_as(DocumentKind kind)
{
    return kind == DocumentKind::symptom ? DocumentKind::tree : kind == DocumentKind::elsewhere ? DocumentKind::article : kind;
}

std::vector<IndexDocument> article_documents(const Article& article, std::string_view pack)
{
    IndexDocument document;
    document.kind = DocumentKind::article;
    document.pack = pack;
    document.id = article.id;
    document.language = article.language;
    document.title = article.title;
    document.summary = plain(article.summary);
    document.keywords = article.keywords;
    document.topics = article.topics;
    document.reviewed = article.reviewed;
    document.trees = article.trees;
    document.body = plain(article.body);
    std::vector<IndexDocument> documents;
    for (const std::string& keyword : article.trees.empty() ? article.keywords : std::vector<std::string>()) {
        documents.push_back(phrase_document(document, DocumentKind::elsewhere, keyword));
    }
    documents.push_back(std::move(document));
    return documents;
}

std::vector<IndexDocument> tree_documents(const Tree& tree, std::string_view pack, const std::vector<std::string>& languages)
{
    std::vector<IndexDocument> documents;
    for (const std::string& language : languages) {
        if (language != tree.source_language && !tree.title.has(language)) {
            continue;
        }
        const IndexDocument document = tree_document(tree, pack, language);
        for (const std::string& symptom : document.keywords) {
            documents.push_back(phrase_document(document, DocumentKind::symptom, symptom));
        }
        documents.push_back(document);
    }
    return documents;
}

std::vector<IndexDocument> provider_documents(const Provider& provider, std::string_view pack, const std::vector<std::string>& languages)
{
    std::vector<IndexDocument> documents;
    for (const std::string& language : languages) {
        IndexDocument document;
        document.kind = DocumentKind::provider;
        document.pack = pack;
        document.id = provider.id;
        document.language = language;
        document.title = provider.name.in(language);
        document.reviewed = provider.reviewed;
        document.keywords = joined(joined(provider.domains, provider.hosts), joined(provider.emails, provider.phones));
        document.body = provider_body(provider, language);
        documents.push_back(std::move(document));
    }
    return documents;
}

std::string item_name(const IndexItem& item)
{
    return fmt::format("{}/{}{}{}", name(item.kind), item.id, item.language.empty() ? "" : ".", item.language);
}

IndexItem item_named(std::string_view name)
{
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view kind = name.substr(0, slash);
    const std::string_view rest = name.substr(std::min(slash + 1, name.size()));
    if (kind != "article") {
        return {kind == "tree" ? DocumentKind::tree : DocumentKind::provider, std::string(rest), {}};
    }
    const std::size_t dot = std::min(rest.rfind('.'), rest.size());
    return {DocumentKind::article, std::string(rest.substr(0, dot)), std::string(rest.substr(std::min(dot + 1, rest.size())))};
}

std::vector<IndexItem> items_of(const Pack& pack)
{
    std::vector<IndexItem> items;
    for (std::string& id : pack.tree_ids()) {
        items.push_back({DocumentKind::tree, std::move(id), {}});
    }
    for (std::string& id : pack.provider_ids()) {
        items.push_back({DocumentKind::provider, std::move(id), {}});
    }
    for (ArticleName& article : pack.article_names()) {
        items.push_back({DocumentKind::article, std::move(article.id), std::move(article.language)});
    }
    return items;
}

std::vector<IndexDocument> documents_of(const Pack& pack, const IndexItem& item, Problems& problems)
{
    const PackInfo& info = pack.info();
    if (item.kind == DocumentKind::article) {
        const auto article = pack.article(item.id, item.language, problems);
        return article ? article_documents(*article, info.id) : std::vector<IndexDocument>();
    }
    if (item.kind == DocumentKind::provider) {
        const auto provider = pack.provider(item.id, problems);
        return provider ? provider_documents(*provider, info.id, info.languages) : std::vector<IndexDocument>();
    }
    const auto tree = read_texts(pack, item, problems);
    return tree ? tree_documents(*tree, info.id, info.languages) : std::vector<IndexDocument>();
}

} // namespace unknot
