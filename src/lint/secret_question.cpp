// SPDX-License-Identifier: GPL-3.0-or-later
// A question may well speak of secrets: whether somebody has seen one, how many words a phrase has, that nobody needs it. It asks
// for one when, in one clause, a demand meets a secret, nothing in the sentence negates it, and nothing in the clause makes the
// question one about something else ("which message came when you entered your password?"). A sentence that consists of the secret
// alone ("Your PIN:") asks for it too. Sentences end at full stops, question marks and line breaks, clauses also at commas.
//
// This finds the mistakes of well-meaning writers. It is no defence against somebody who wants to hide a demand.
#include "lint/secret_question.hpp"

#include "lint/secret_words.hpp"
#include "unknot/display.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace unknot {

namespace {

using Words = std::span<const SecretWord>;

constexpr SecretWord sentence_ends[] = {".", "!", "?", "\n", ";", "。", "！", "？", "；"};
constexpr SecretWord clause_ends[] = {",", ":", "(", ")", "–", "—", "，", "：", "、", "（", "）"};

std::size_t end_at(std::string_view text, std::size_t at, Words ends)
{
    for (const std::string_view end : ends) {
        if (text.substr(at, end.size()) == end) {
            return end.size();
        }
    }
    return 0;
}

std::vector<std::string_view> split(std::string_view text, Words ends)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = end_at(text, at, ends);
        if (length > 0) {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + length;
        }
        at += std::max<std::size_t>(length, 1);
    }
    parts.push_back(text.substr(begin));
    return parts;
}

bool is_letter(char c, bool spaced)
{
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    return ascii || (spaced && static_cast<unsigned char>(c) >= 0x80);
}

// A word ends at a hyphen only when it is the last part of a compound: an SMS-TAN is a TAN, a TAN-Verfahren is none.
bool stands_alone(std::string_view text, std::size_t at, std::size_t length, bool spaced)
{
    const bool starts = at == 0 || !is_letter(text[at], spaced) || !is_letter(text[at - 1], spaced);
    const std::size_t end = at + length;
    const bool ends = end >= text.size() || !is_letter(text[end - 1], spaced) || (!is_letter(text[end], spaced) && text[end] != '-');
    return starts && ends;
}

std::optional<std::size_t> find_word(std::string_view text, std::string_view word, bool spaced, std::size_t from = 0)
{
    for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (stands_alone(text, at, word.size(), spaced)) {
            return at;
        }
    }
    return std::nullopt;
}

bool has_any(std::string_view text, Words words, bool spaced)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return find_word(text, word, spaced).has_value(); });
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r*_`\"'";
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string_view without_owners(std::string_view text, const SecretWords& words)
{
    text = trimmed(text);
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view owner : words.owners) {
            if (text.starts_with(owner) && stands_alone(text, 0, owner.size(), words.spaced) && text.size() > owner.size()) {
                text = trimmed(text.substr(owner.size()));
                found = true;
            }
        }
    }
    return text;
}

struct Mention {
    std::size_t at = 0;
    std::string_view secret;
};

// "your 12 words": the number and the word beside each other.
void add_counted_words(std::string_view clause, const SecretWords& words, std::vector<Mention>& mentions)
{
    for (const std::string_view length : phrase_lengths()) {
        const auto at = find_word(clause, length, words.spaced);
        if (!at) {
            continue;
        }
        const auto behind = trimmed(clause.substr(*at + length.size()));
        for (const std::string_view word : words.phrase_words) {
            if (behind.starts_with(word) && stands_alone(behind, 0, word.size(), words.spaced)) {
                const auto end = static_cast<std::size_t>(behind.data() - clause.data()) + word.size();
                mentions.push_back({*at, clause.substr(*at, end - *at)});
            }
        }
    }
}

std::vector<Mention> mentions_in(std::string_view clause, const SecretWords& words, SecretScope scope)
{
    std::vector<Mention> mentions;
    const auto add_all = [&](Words secrets) {
        for (const std::string_view secret : secrets) {
            if (const auto at = find_word(clause, secret, words.spaced)) {
                mentions.push_back({*at, clause.substr(*at, secret.size())});
            }
        }
    };
    add_all(words.codes);
    if (scope == SecretScope::everything) {
        add_all(words.secrets);
        add_counted_words(clause, words, mentions);
    }
    return mentions;
}

bool is_demanded(std::string_view clause, const Mention& mention, const SecretWords& words)
{
    const std::string_view before = clause.substr(0, mention.at);
    if (without_owners(clause, words) == mention.secret) {
        return true;
    }
    const std::string_view where = words.position == DemandPosition::before_secret ? before : clause;
    const std::string_view distant = words.spaced ? before : clause;
    return has_any(where, words.demands, words.spaced) && !has_any(distant, words.distances, words.spaced);
}

// A warning stands before the secret, or in German and Chinese behind it in the same clause ("geben Sie Ihre PIN nie ein").
bool is_negated(std::string_view sentence, std::string_view clause, const Mention& mention, const SecretWords& words)
{
    const auto clause_at = static_cast<std::size_t>(clause.data() - sentence.data());
    const bool before_only = words.position == DemandPosition::before_secret;
    return has_any(sentence.substr(0, clause_at + (before_only ? mention.at : clause.size())), words.negations, words.spaced);
}

std::string secret_of_sentence(std::string_view sentence, const SecretWords& words, SecretScope scope)
{
    for (const auto clause : split(sentence, clause_ends)) {
        for (const auto& mention : mentions_in(clause, words, scope)) {
            if (is_demanded(clause, mention, words) && !is_negated(sentence, clause, mention, words)) {
                return std::string(mention.secret);
            }
        }
    }
    return {};
}

} // namespace

std::string asked_secret(std::string_view text, std::string_view language, SecretScope scope)
{
    const SecretWords* words = secret_words(language);
    if (words == nullptr) {
        return {};
    }
    const std::string folded = fold_case(text);
    for (const auto sentence : split(folded, sentence_ends)) {
        auto secret = secret_of_sentence(sentence, *words, scope);
        if (!secret.empty()) {
            return secret;
        }
    }
    return {};
}

} // namespace unknot
