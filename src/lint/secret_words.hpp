// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which a question asks for a secret. Private to the linter.
#pragma once

#include <span>
#include <string_view>

namespace unknot {

// Where a verb that demands something stands: before what it demands ("enter your PIN"), or anywhere ("bitte PIN eingeben").
enum class DemandPosition { before_secret, anywhere };

// All lower case.
struct SecretWords {
    std::string_view language;
    DemandPosition position;
    bool spaced;                                    // words stand between spaces; in Chinese they do not
    std::span<const std::string_view> secrets;      // nobody may ask for these in a text
    std::span<const std::string_view> codes;        // nor for these, which may be numbers
    std::span<const std::string_view> phrase_words; // "words", behind a number of them: "your 12 words"
    std::span<const std::string_view> demands;
    std::span<const std::string_view> negations; // it warns, and asks for nothing
    std::span<const std::string_view> distances; // the question is about something else ("how many words", "when you enter")
    std::span<const std::string_view> owners;    // may stand before a bare secret: "your PIN:"
};

// Null when nobody wrote lists for the language.
const SecretWords* secret_words(std::string_view language);

// Numbers of words that a recovery phrase can have.
std::span<const std::string_view> phrase_lengths();

} // namespace unknot
