// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr double unsaid_symptoms = 50; // of something else, as if they were there: the words of a small pack's few symptoms are still words

} // namespace

Likeness::Likeness(const OpenIndexes& indexes) : indexes_(indexes)
{
    const auto all = static_cast<double>(indexes.all.get_termfreq(terms::document_kind(DocumentKind::symptom)));
    symptoms_ = all / static_cast<double>(std::max<std::size_t>(1, indexes.languages.size()));
}

double Likeness::weight(const std::string& term)
{
    const auto [found, is_new] = known_.try_emplace(term, 0);
    if (is_new) {
        const double information = std::log((symptoms_ + unsaid_symptoms) / (static_cast<double>(indexes_.all.get_termfreq(term)) + 0.5));
        found->second = std::max(0.01, information * std::abs(information));
    }
    return found->second;
}

double Likeness::of(Xapian::docid symptom, std::string_view language, const std::set<std::string>& asked)
{
    const std::string start = terms::part(terms::Part::symptom, language, "");
    double all = 0;
    double said = 0;
    auto term = indexes_.all.termlist_begin(symptom);
    for (term.skip_to(start); term != indexes_.all.termlist_end(symptom); ++term) {
        const std::string name = *term;
        if (name.compare(0, start.size(), start) != 0) {
            break;
        }
        all += weight(name);
        said += asked.count(name) > 0 ? weight(name) : 0;
    }
    return all > 0 ? said / all : 0;
}

} // namespace unknot
