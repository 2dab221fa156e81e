// SPDX-License-Identifier: GPL-3.0-or-later
// How well each tree fits what a person wrote.
#pragma once

#include "routing/reading.hpp"
#include "unknot/evidence.hpp"

#include <array>
#include <string>
#include <vector>

namespace unknot {

// Found by cross-validation on the practice queries: tests/bench/routing.cpp.
struct RoutingWeights {
    double nearest = 0.2;                                    // share of the score that the likest symptom has
    double further = 0.3;                                    // and those of the next ones
    double doubt = 0.2;                                     // information at which a text that is covered whole is believed by half
    std::array<double, 4> parts = {0.5, 0.5, 0.5, 0.25};     // how well a word is covered that stands in a symptom, title, summary, node
    double elsewhere = 1.0;                                  // of the score of what no tree solves, which has no nodes to speak for it
    double weak = 0.3;                                      // below, a tree is not about the text
    double strong = 0.5;                                     // from here on, it is
    double worth_showing = 0.4;                              // of the best tree's score
};

struct Judgement {
    std::string pack;
    std::string id;
    std::string title;
    double score = 0; // 0 to 1
    Concepts because;
    DocumentKind kind = DocumentKind::tree; // tree, or article for what no tree solves
};

// Every tree that any word speaks for, and every article about what no tree solves, best first.
std::vector<Judgement> judge(const PersonsText& text, const std::vector<Evidence>& evidence, const RoutingWeights& weights);

} // namespace unknot
