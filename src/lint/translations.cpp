// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and articles that a language of the pack lacks. A missing text is shown in the source language, so these are warnings.
#include "lint/material.hpp"

#include "lint/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace unknot {

namespace {

// A date or an amount reads the same in every language.
bool has_words(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

void check_texts(const Tree& tree, const std::string& language, Report& report)
{
    for (const auto& use : texts_of(tree)) {
        if (use.text->has(language) || !has_words(use.text->source())) {
            continue;
        }
        const std::string owner = use.node == nullptr ? std::string() : fmt::format(" of the node '{}'", use.node->id);
        report.warning(use.text->place(), "missing-translation",
            fmt::format("no text in '{}' for '{}'{}", language, first_line(use.text->source()), owner),
            fmt::format("add it to trees/{}.{}.yaml", tree.id, language));
    }
    if (!tree.symptoms.empty() && tree.symptoms.find(language) == tree.symptoms.end()) {
        report.warning(report.place_of(tree.file, "symptoms"), "missing-translation", fmt::format("no symptoms in '{}'", language),
            fmt::format("add 'symptoms: […]' to trees/{}.{}.yaml", tree.id, language));
    }
}

void check_tree(const Material& material, const Tree& tree, const std::string& language, Report& report)
{
    Problems reported_already;
    if (material.pack.read(fmt::format("trees/{}.{}.yaml", tree.id, language), reported_already)) {
        check_texts(tree, language, report);
        return;
    }
    const auto texts = texts_of(tree);
    const auto count = std::count_if(texts.begin(), texts.end(), [](const TextUse& use) { return has_words(use.text->source()); });
    report.warning(tree.place, "missing-translation", fmt::format("the tree '{}' is not translated into '{}': {} texts", tree.id, language, count),
        fmt::format("add trees/{}.{}.yaml", tree.id, language));
}

// A text that is one string is meant for every language; a map by language must have them all.
void check_localized(const Text& text, const PackInfo& info, std::string_view what, Report& report)
{
    for (const auto& language : text.translations().empty() ? std::vector<std::string>() : info.languages) {
        if (!text.has(language)) {
            report.warning(
                text.place(), "missing-translation", fmt::format("no text in '{}' for {} '{}'", language, what, first_line(text.source())), {});
        }
    }
}

void check_pack_texts(const Material& material, Report& report)
{
    const PackInfo& info = material.pack.info();
    check_localized(info.title, info, "the title", report);
    for (const auto& topic : info.topics) {
        check_localized(topic.second, info, "the topic", report);
    }
    for (const auto& provider : material.providers) {
        check_localized(provider.name, info, "the name", report);
        for (const auto& sentence : provider.never) {
            check_localized(sentence, info, "the sentence", report);
        }
        for (const auto& channel : provider.channels) {
            check_localized(channel.label, info, "the label", report);
            check_localized(channel.subject, info, "the subject", report);
        }
    }
}

void check_articles(const Material& material, Report& report)
{
    const auto& languages = material.pack.info().languages;
    std::map<std::string, std::set<std::string>, std::less<>> written;
    for (const auto& article : material.pack.article_names()) {
        written[article.id].insert(article.language);
    }
    std::set<std::string> done;
    for (const auto& article : material.articles) {
        if (std::find(languages.begin(), languages.end(), article.language) == languages.end()) {
            report.warning(article.place, "unknown-language",
                fmt::format("this pack has no language '{}', so nobody will see this article", article.language),
                "add it to 'languages' in pack.yaml");
            continue;
        }
        for (const auto& language : done.insert(article.id).second ? languages : std::vector<std::string>()) {
            if (written[article.id].count(language) == 0) {
                report.warning(article.place, "missing-article-language", fmt::format("the article '{}' is not there in '{}'", article.id, language),
                    fmt::format("add articles/{}.{}.md", article.id, language));
            }
        }
    }
}

} // namespace

void check_translations(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        for (const auto& language : material.languages.find(tree.id)->second) {
            if (language != tree.source_language) {
                check_tree(material, tree, language, report);
            }
        }
    }
    check_pack_texts(material, report);
    check_articles(material, report);
}

} // namespace unknot
