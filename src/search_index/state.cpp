// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/state.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot {

namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

bool OpenIndexes::knows_word(std::string_view word, Stems& stems) const
{
    return std::any_of(languages.begin(), languages.end(),
        [&](const std::string& language) { return knows(terms::stem(language, stems.stem(word, language))); });
}

bool OpenIndexes::knows_character(std::string_view character) const
{
    const std::string start = terms::word(character);
    return all.allterms_begin(start) != all.allterms_end(start);
}

std::vector<std::string> OpenIndexes::synonyms(std::string_view words, std::string_view language) const
{
    std::vector<std::string> found;
    for (const Xapian::Database& part : parts) {
        for (std::string& line : lines_of(part.get_metadata(terms::key_synonym(language, words)))) {
            found.push_back(std::move(line));
        }
    }
    return found;
}

std::string OpenIndexes::written(const std::string& word) const
{
    for (const Xapian::Database& part : parts) {
        std::string written = part.get_metadata(terms::key_written(word));
        if (!written.empty()) {
            return written;
        }
    }
    return word;
}

std::set<Xapian::docid> OpenIndexes::replaced_documents() const
{
    std::set<Xapian::docid> documents;
    for (const std::string& term : replaced) {
        for (auto post = all.postlist_begin(term); post != all.postlist_end(term); ++post) {
            documents.insert(*post);
        }
    }
    return documents;
}

void fail(std::string_view what, const Xapian::Error& error)
{
    const char* cause = error.get_error_string();
    throw Failure(fmt::format("{}: {}", what, cause == nullptr ? error.get_msg() : std::string(cause)), "unknot index update");
}

} // namespace unknot
