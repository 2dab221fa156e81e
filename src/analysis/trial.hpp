// SPDX-License-Identifier: GPL-3.0-or-later
// Which branches of a list can be taken, found by trying. Private to the analysis.
#pragma once

#include "analysis/candidates.hpp"
#include "analysis/knowledge.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

// Facts as a trial sets them.
class TrialFacts : public FactView {
public:
    void set(const std::string& fact, const Value* value) { values_[fact] = value; }

    const Value* find(std::string_view fact) const override;
    bool knows(std::string_view fact) const override { return find(fact) != nullptr; }
    Value today() const override { return date_value(0); } // conditions that ask for it are not tried

private:
    std::map<std::string, const Value*, std::less<>> values_;
};

// By branch: what is known where it is taken; nothing when it never is. Where the conditions can't be tried out, every branch may be
// taken, and nothing more is known than before.
std::vector<std::optional<Knowledge>> try_out(const Tree& tree, const std::vector<Branch>& branches, const Knowledge& before);

} // namespace unknot
