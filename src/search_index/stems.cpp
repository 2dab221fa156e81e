// SPDX-License-Identifier: GPL-3.0-or-later
// Snowball's German stemmer in Xapian 1.4 leaves apart what people who ask for help write in all forms: Konto and Konten, Problem and Probleme,
// gesperrt and Sperrung and sperren, abgelehnt and ablehnen. So German words go through three more steps: a few plurals are made singular before
// it; afterwards -ung is taken off, and the ge- and -t of participles, also behind a separable prefix. English has its irregular verbs.
// A wrong step costs little: both sides, documents and queries, take it.
#include "search_index/stems.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unknot {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 14> german_endings = {{{"konten", "konto"}, {"kontos", "konto"}, {"probleme", "problem"}, {"problemen", "problem"},
    {"problems", "problem"}, {"systeme", "system"}, {"systemen", "system"}, {"systems", "system"}, {"viren", "virus"}, {"backups", "backup"},
    {"modems", "modem"}, {"apps", "app"}, {"zertifikaten", "zertifikat"}, {"verluste", "verlust"}}};
constexpr std::array<std::string_view, 13> separable = {"", "ab", "an", "auf", "aus", "ein", "fort", "her", "hin", "um", "vor", "weg", "zu"};

constexpr std::array<Pair, 24> english_verbs = {{{"lost", "lose"}, {"losing", "lose"}, {"stole", "steal"}, {"stolen", "steal"}, {"sent", "send"},
    {"paid", "pay"}, {"froze", "freeze"}, {"frozen", "freeze"}, {"forgot", "forget"}, {"forgotten", "forget"}, {"withdrew", "withdraw"},
    {"withdrawn", "withdraw"}, {"withdrawal", "withdraw"}, {"withdrawals", "withdraw"}, {"bought", "buy"}, {"broke", "break"}, {"broken", "break"},
    {"spent", "spend"}, {"sold", "sell"}, {"left", "leave"}, {"wrote", "write"}, {"written", "write"}, {"chosen", "choose"}, {"chose", "choose"}}};

constexpr std::size_t most_known = 5000; // words whose stems are kept
constexpr std::size_t shortest_rest = 4; // bytes that must remain of a German word

bool has_digit(std::string_view word)
{
    return std::any_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string german_singular(std::string word)
{
    for (const auto& [plural, singular] : german_endings) {
        if (word.size() >= plural.size() && word.compare(word.size() - plural.size(), plural.size(), plural) == 0) {
            return word.substr(0, word.size() - plural.size()) + std::string(singular);
        }
    }
    return word;
}

std::string without_end(std::string word, std::string_view end)
{
    if (word.size() >= end.size() + shortest_rest && word.compare(word.size() - end.size(), end.size(), end) == 0) {
        word.resize(word.size() - end.size());
    }
    return word;
}

// `gesperrt` -> `sperr`, `abgelehnt` -> `ablehn`, `angekomm` -> `ankomm`.
std::string without_participle(const std::string& word)
{
    for (const std::string_view prefix : separable) {
        const std::size_t verb = prefix.size() + 2;
        if (word.size() < verb + shortest_rest || word.compare(0, prefix.size(), prefix) != 0 || word.compare(prefix.size(), 2, "ge") != 0) {
            continue;
        }
        const bool weak = word.back() == 't' && word.size() > verb + shortest_rest;
        if (weak || !prefix.empty()) {
            const std::string rest = word.substr(verb, word.size() - verb - (weak ? 1 : 0));
            return std::string(prefix) + (weak ? without_end(rest, "e") : rest);
        }
    }
    return word;
}

std::string_view english_infinitive(std::string_view word)
{
    const auto found = std::find_if(english_verbs.begin(), english_verbs.end(), [&](const Pair& verb) { return verb.first == word; });
    return found == english_verbs.end() ? word : found->second;
}

// Later versions of Xapian do under the plain name what this one does under its own: `groesse` is `Größe`.
std::string german_stemmer()
{
    const std::string known = Xapian::Stem::get_available_languages();
    return known.find("german2") == std::string::npos ? "german" : "german2";
}

Xapian::Stem make_stemmer(std::string_view language)
{
    constexpr bool none_is_fine = true; // Chinese has no stemmer, and an exception for it would cost more than the search
    return Xapian::Stem(language == "de" ? german_stemmer() : std::string(language), none_is_fine);
}

std::string stem_of(std::string_view word, std::string_view language, const Xapian::Stem& snowball)
{
    if (language == "de") {
        return without_participle(without_end(snowball(german_singular(std::string(word))), "ung"));
    }
    return snowball(std::string(language == "en" ? english_infinitive(word) : word));
}

constexpr std::size_t telling = 3; // bytes of a beginning

std::string beginning_of(std::string_view word)
{
    return std::string(word.substr(0, telling));
}

// The last letter of a stem may be another one in the word: `try` is `tri`.
std::string common_beginning(std::string_view stem)
{
    return beginning_of(stem.substr(0, std::max<std::size_t>(2, stem.size() - 1)));
}

void add_english(std::string_view stem, std::vector<std::string>& found)
{
    for (const auto& [form, infinitive] : english_verbs) {
        if (infinitive.starts_with(stem) || stem.starts_with(infinitive)) {
            found.push_back(beginning_of(form));
        }
    }
}

// Participles, and umlauts that are written as two letters.
void add_german(std::string_view stem, std::vector<std::string>& found)
{
    for (const std::string_view prefix : separable) {
        if (stem.starts_with(prefix)) {
            found.push_back(beginning_of(std::string(prefix) + "ge" + std::string(stem.substr(prefix.size()))));
        }
    }
    for (std::size_t at = 0; at < std::min<std::size_t>(2, stem.size()); ++at) {
        if (stem[at] == 'a' || stem[at] == 'o' || stem[at] == 'u') {
            found.push_back(beginning_of(std::string(stem.substr(0, at + 1)) + 'e' + std::string(stem.substr(at + 1))));
        }
    }
}

} // namespace

std::vector<std::string> Stems::beginnings(std::string_view stem, std::string_view language)
{
    if (language == "en" || language == "de") {
        std::vector<std::string> found = {common_beginning(stem)};
        language == "en" ? add_english(stem, found) : add_german(stem, found);
        return found;
    }
    return {std::string(stem.substr(0, 2))};
}

Stems::Language& Stems::language(std::string_view name)
{
    const auto found = languages_.find(name);
    return found != languages_.end() ? found->second : languages_.emplace(std::string(name), Language{make_stemmer(name)}).first->second;
}

std::string Stems::stem(std::string_view word, std::string_view language_name)
{
    if (has_digit(word)) {
        return std::string(word);
    }
    Language& spoken = language(language_name);
    const auto found = spoken.known.find(word);
    if (found != spoken.known.end()) {
        return found->second;
    }
    if (spoken.known.size() == most_known) {
        spoken.known.clear();
    }
    return spoken.known.emplace(word, stem_of(word, language_name, spoken.snowball)).first->second;
}

} // namespace unknot
