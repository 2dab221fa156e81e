// SPDX-License-Identifier: GPL-3.0-or-later
// A line for each: the revision, the stamp, what there is besides pages, then the languages.
#include "search_index/manifest.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot {

namespace {

constexpr std::string_view with_synonyms = "synonyms";
constexpr std::string_view with_symptoms = "symptoms";

std::string taken_line(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

Manifest manifest_in(std::string_view text)
{
    Manifest manifest;
    manifest.revision = taken_line(text);
    manifest.stamp = taken_line(text);
    const std::string besides = taken_line(text);
    manifest.has_synonyms = besides.find(with_synonyms) != std::string::npos;
    manifest.has_symptoms = besides.find(with_symptoms) != std::string::npos;
    while (!text.empty()) {
        manifest.languages.insert(taken_line(text));
    }
    return manifest;
}

std::string text_of(const Manifest& manifest)
{
    std::string text = fmt::format("{}\n{}\n{} {}\n", manifest.revision, manifest.stamp, manifest.has_synonyms ? with_synonyms : "",
        manifest.has_symptoms ? with_symptoms : "");
    for (const std::string& language : manifest.languages) {
        text += language + '\n';
    }
    return text;
}

} // namespace

Manifest read_manifest(const Xapian::Database& database)
{
    return manifest_in(database.get_metadata(std::string(terms::key_manifest)));
}

void write_manifest(Xapian::WritableDatabase& database, const Manifest& manifest)
{
    database.set_metadata(std::string(terms::key_manifest), text_of(manifest));
}

std::string ManifestMerger::resolve_duplicate_metadata(const std::string& key, std::size_t count, const std::string texts[])
{
    if (!key.ends_with(terms::key_manifest)) { // Xapian 1.4 hands over the key of its own table, which has two bytes in front
        return texts[0];
    }
    Manifest merged = manifest_in(texts[0]);
    for (std::size_t i = 1; i < count; ++i) {
        Manifest other = manifest_in(texts[i]);
        merged.has_symptoms = merged.has_symptoms || other.has_symptoms;
        merged.languages.merge(other.languages);
    }
    return text_of(merged);
}

} // namespace unknot
