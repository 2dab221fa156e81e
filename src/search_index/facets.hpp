// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the topics and languages of everything that a search finds.
#pragma once

#include "unknot/search_index.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>
#include <xapian.h>

namespace unknot {

// A tree counts once, however many of its symptoms are found.
class Facets : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double weight) override;

    std::vector<FacetValue> topics() const;
    std::vector<FacetValue> languages() const;

private:
    using Things = std::map<std::string, std::set<std::string>>; // by value

    static std::vector<FacetValue> counted(const Things& things);

    Things topics_;
    Things languages_;
};

} // namespace unknot
