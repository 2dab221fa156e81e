// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/state.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace unknot {

namespace {

constexpr std::string_view chinese = "zh";

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

void PackIndex::State::open(Xapian::Database database, const Manifest& manifest)
{
    databases.push_back(std::move(database));
    languages.assign(manifest.languages.begin(), manifest.languages.end());
    has_synonyms = manifest.has_synonyms;
    has_symptoms = manifest.has_symptoms;
}

void OpenIndexes::unite()
{
    all = Xapian::Database();
    for (const Xapian::Database& part : parts) {
        all.add_database(part);
    }
    for (const RemoteIndex& remote : remotes) {
        all.add_database(remote.database);
    }
}

bool OpenIndexes::knows_word(std::string_view word, Stems& stems) const
{
    return std::any_of(languages.begin(), languages.end(),
        [&](const std::string& language) { return knows(terms::stem(language, stems.stem(word, language))); });
}

bool OpenIndexes::may_be_written(const std::string& word) const
{
    if (!remotes.empty()) {
        return true;
    }
    try {
        auto written = all.spellings_begin();
        written.skip_to(word);
        return written != all.spellings_end() && *written == word;
    } catch (const Xapian::UnimplementedError&) {
        return true;
    }
}

bool OpenIndexes::knows_pair(std::string_view pair) const
{
    return knows(terms::ideographs(chinese, pair));
}

bool OpenIndexes::knows_character(std::string_view character) const
{
    const std::string start = terms::ideographs(chinese, character);
    return knows(start) || all.allterms_begin(start) != all.allterms_end(start); // the list of terms has a cursor made for it
}

std::vector<std::string> OpenIndexes::synonyms(std::string_view words, std::string_view language) const
{
    const std::string key = terms::key_synonym(language, words);
    std::string lines;
    for (auto part = parts.begin(); part != parts.end() && have_synonyms; ++part) {
        lines += part->get_metadata(key);
    }
    for (const RemoteIndex& remote : remotes) {
        lines += remote.synonyms.count(key) > 0 ? remote.database.get_metadata(key) : std::string();
    }
    return lines_of(lines);
}

std::string OpenIndexes::first_metadata(const std::string& key) const
{
    std::string found;
    for (auto part = parts.begin(); part != parts.end() && found.empty(); ++part) {
        found = part->get_metadata(key);
    }
    for (auto remote = remotes.begin(); remote != remotes.end() && found.empty(); ++remote) {
        found = remote->database.get_metadata(key);
    }
    return found;
}

std::string OpenIndexes::sample(std::uint32_t key) const
{
    return first_metadata(terms::key_sample(key));
}

std::string OpenIndexes::written(const std::string& word) const
{
    const std::string written = first_metadata(terms::key_written(word));
    return written.empty() ? word : written;
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
