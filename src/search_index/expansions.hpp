// SPDX-License-Identifier: GPL-3.0-or-later
// What a prefix stands for, and which parts of a Chinese run may be words that have synonyms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

class Expansions {
public:
    explicit Expansions(const Xapian::Database& database) : database_(database) {}

    // Any of the most frequent terms that begin so, counted as one term. Terms are looked through up to a bound, in their order.
    const Xapian::Query& of(const std::string& prefix);

private:
    const Xapian::Database& database_;
    std::map<std::string, Xapian::Query> known_;
};

// Parts of a run, two to six characters long.
std::vector<std::string> possible_words(std::string_view run);

} // namespace unknot
