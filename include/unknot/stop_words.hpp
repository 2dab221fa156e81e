// SPDX-License-Identifier: GPL-3.0-or-later
// Words that say nothing about what a text is about: articles, pronouns, auxiliaries, negations, "please help".
#pragma once

#include <string_view>

namespace unknot {

// `word` is a token in search form; of Chinese a character or a pair. English, German and Chinese have a list; a single Latin letter is a
// stop word in every language.
bool is_stop_word(std::string_view word, std::string_view language);

} // namespace unknot
