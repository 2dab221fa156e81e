// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/choice.hpp"

#include "unknot/tokens.hpp"

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

} // namespace

std::vector<std::string> languages_for(std::string_view text, const std::vector<std::string>& wanted, const std::vector<std::string>& there)
{
    std::vector<std::string> order;
    for (const std::vector<std::string>& list : {wanted, there}) {
        std::copy_if(list.begin(), list.end(), std::back_inserter(order),
            [&](const std::string& language) { return contains(there, language) && !contains(order, language); });
    }
    const bool chinese = looks_chinese(text);
    std::stable_partition(order.begin(), order.end(), [&](const std::string& language) { return (language == "zh") == chinese; });
    return order;
}

std::vector<Judgement> worth_telling(std::vector<Judgement> judged, std::size_t limit, const RoutingWeights& weights)
{
    const bool elsewhere = !judged.empty() && judged.front().kind != DocumentKind::tree;
    const double best = judged.empty() || elsewhere ? 0 : judged.front().score;
    const double least = best < weights.weak ? best + 1 : best * weights.worth_showing;
    const auto end = std::find_if(judged.begin(), judged.end(), [&](const Judgement& one) { return one.score < least; });
    judged.erase(end, judged.end());
    judged.erase(std::remove_if(judged.begin(), judged.end(), [](const Judgement& one) { return one.kind != DocumentKind::tree; }), judged.end());
    judged.resize(std::min(judged.size(), limit));
    return judged;
}

Match match_of(const std::vector<Judgement>& told, const RoutingWeights& weights)
{
    if (told.empty()) {
        return Match::none;
    }
    return told.front().score >= weights.strong ? Match::strong : Match::weak;
}

const Judgement* elsewhere(const std::vector<Judgement>& judged, const RoutingWeights& weights)
{
    const bool found = !judged.empty() && judged.front().kind != DocumentKind::tree && judged.front().score >= weights.weak;
    return found ? &judged.front() : nullptr;
}

} // namespace unknot
