// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/facets.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <string_view>

namespace unknot {

void Facets::operator()(const Xapian::Document& document, double /*weight*/)
{
    const std::string thing = document.get_value(terms::value_identity);
    languages_[document.get_value(terms::value_language)].insert(thing);
    const std::string topics = document.get_value(terms::value_topics);
    for (std::size_t begin = 0; begin < topics.size();) {
        const std::size_t end = std::min(topics.find('\n', begin), topics.size());
        topics_[topics.substr(begin, end - begin)].insert(thing);
        begin = end + 1;
    }
}

std::vector<FacetValue> Facets::counted(const Things& things)
{
    std::vector<FacetValue> values;
    for (const auto& [value, found] : things) {
        values.push_back({value, found.size()});
    }
    std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    return values;
}

std::vector<FacetValue> Facets::topics() const
{
    return counted(topics_);
}

std::vector<FacetValue> Facets::languages() const
{
    return counted(languages_);
}

} // namespace unknot
