// SPDX-License-Identifier: GPL-3.0-or-later
// How well each tree fits what a person wrote.
#pragma once

#include "routing/reading.hpp"
#include "unknot/evidence.hpp"

#include <string>
#include <vector>

namespace unknot {

struct Judgement {
    std::string pack;
    std::string id;
    std::string title;
    double score = 0; // 0 to 1
    Concepts because;
};

// Every tree that any word speaks for, best first.
std::vector<Judgement> judge(const PersonsText& text, const std::vector<Evidence>& evidence);

} // namespace unknot
