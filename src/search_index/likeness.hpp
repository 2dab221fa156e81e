// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a symptom was asked for: the share of the squared weights of its words, rare words counting more. Together with the same share of the
// question it makes the cosine of the two.
#pragma once

#include "search_index/state.hpp"
#include "search_index/terms.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <xapian.h>

namespace unknot {

class Likeness {
public:
    explicit Likeness(const OpenIndexes& indexes);

    // The weight of a term, squared: the logarithm of how many symptoms there are for one that has it.
    double weight(const std::string& term);

    // The share of the document's words that are among `asked`, terms of its symptom part.
    double of(Xapian::docid symptom, std::string_view language, const std::set<std::string>& asked);

private:
    const OpenIndexes& indexes_;
    double symptoms_; // of one language, about
    std::map<std::string, double> known_;
};

} // namespace unknot
