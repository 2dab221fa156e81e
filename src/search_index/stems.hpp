// SPDX-License-Identifier: GPL-3.0-or-later
// The stem of a word, by language.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace unknot {

// Not for several threads at once.
class Stems {
public:
    // `word` is in search form. A language without a stemmer, Chinese for one, gives the word itself; so do words with a digit.
    std::string stem(std::string_view word, std::string_view language);

    // How words with that stem begin, up to three bytes of each: what a text can be passed over by.
    static std::vector<std::string> beginnings(std::string_view stem, std::string_view language);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };

    struct Language {
        Xapian::Stem snowball;
        std::unordered_map<std::string, std::string, Hash, std::equal_to<>> known = {}; // of the words before: few words make up most of a text
    };

    Language& language(std::string_view name);

    std::map<std::string, Language, std::less<>> languages_;
};

} // namespace unknot
