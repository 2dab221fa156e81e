// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the judged trees are worth telling, out of those of several languages.
#pragma once

#include "routing/judging.hpp"
#include "unknot/routing.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unknot {

// Chinese first for a text with Chinese in it, last for any other; between them the person's languages, then what else there is.
std::vector<std::string> languages_for(std::string_view text, const std::vector<std::string>& wanted, const std::vector<std::string>& there);

// The trees that are near enough to the best one. None when that is not about the text, or when the text is about something that no tree solves.
std::vector<Judgement> worth_telling(std::vector<Judgement> judged, std::size_t limit, const RoutingWeights& weights);

// What the text is about instead, when no tree solves it; null otherwise.
const Judgement* elsewhere(const std::vector<Judgement>& judged, const RoutingWeights& weights);

Match match_of(const std::vector<Judgement>& told, const RoutingWeights& weights);

} // namespace unknot
