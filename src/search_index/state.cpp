// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/state.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot {

namespace {

constexpr std::size_t long_word = 6; // bytes; from here on two edits still make the same word
constexpr std::size_t longest_respelled = 30;

bool is_plain_word(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

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
    return knows(terms::word(word)) || std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
        return knows(terms::stem(language, stems.stem(word, language)));
    });
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

std::optional<std::string> OpenIndexes::respelled(std::string_view word) const
{
    if (word.size() < 4 || word.size() > longest_respelled || !is_plain_word(word)) {
        return std::nullopt;
    }
    std::string near;
    try {
        near = all.get_spelling_suggestion(std::string(word), word.size() < long_word ? 1 : 2);
    } catch (const Xapian::UnimplementedError&) {
        return std::nullopt; // an index in memory
    }
    if (near.empty()) {
        return std::nullopt;
    }
    for (const Xapian::Database& part : parts) {
        const std::string written = part.get_metadata(terms::key_written(near));
        if (!written.empty()) {
            return written;
        }
    }
    return near;
}

void fail(std::string_view what, const Xapian::Error& error)
{
    const char* cause = error.get_error_string();
    throw Failure(fmt::format("{}: {}", what, cause == nullptr ? error.get_msg() : std::string(cause)), "unknot index update");
}

} // namespace unknot
