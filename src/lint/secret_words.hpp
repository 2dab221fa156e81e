// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which a question asks for a secret. Private to the linter.
#pragma once

#include "inline_word.hpp"

#include <span>
#include <string_view>

namespace unknot {

// Where a verb that demands something stands: before what it demands ("enter your PIN"), or anywhere ("bitte PIN eingeben").
enum class DemandPosition { before_secret, anywhere };

using SecretWord = InlineWord<31>;

// All lower case.
struct SecretWords {
    std::string_view language;
    DemandPosition position;
    bool spaced;                              // words stand between spaces; in Chinese they do not
    std::span<const SecretWord> secrets;      // nobody may ask for these in a text
    std::span<const SecretWord> codes;        // nor for these, which may be numbers
    std::span<const SecretWord> phrase_words; // "words", behind a number of them: "your 12 words"
    std::span<const SecretWord> demands;
    std::span<const SecretWord> negations; // it warns, and asks for nothing
    std::span<const SecretWord> distances; // the question is about something else ("how many words", "when you enter")
    std::span<const SecretWord> owners;    // may stand before a bare secret: "your PIN:"
};

// Null when nobody wrote lists for the language.
const SecretWords* secret_words(std::string_view language);

// Numbers of words that a recovery phrase can have.
std::span<const SecretWord> phrase_lengths();

} // namespace unknot
