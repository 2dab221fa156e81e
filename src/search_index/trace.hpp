// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages of a search did, for a person who asks why.
#pragma once

#include "unknot/search_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

class Trace {
public:
    explicit Trace(bool wanted) : wanted_(wanted) {}

    bool wanted() const { return wanted_; }

    // Each note once: passes and languages repeat what they do.
    void note(std::string_view stage, std::string text);

    std::vector<SearchStage> take() { return std::move(stages_); }

private:
    bool wanted_;
    std::vector<SearchStage> stages_;
};

} // namespace unknot
