// SPDX-License-Identifier: GPL-3.0-or-later
// The stem of a word, by language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <xapian.h>

namespace unknot {

// Not for several threads at once.
class Stems {
public:
    // `word` is in search form. A language without a stemmer, Chinese for one, gives the word itself; so do words with a digit.
    std::string stem(std::string_view word, std::string_view language);

private:
    const Xapian::Stem& stemmer(std::string_view language);

    std::map<std::string, Xapian::Stem, std::less<>> stemmers_;
};

} // namespace unknot
