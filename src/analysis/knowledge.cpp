// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/knowledge.hpp"

namespace unknot {

bool is_finite(const Fact& fact)
{
    return fact.type == FactType::choice || fact.type == FactType::yesno;
}

Possible anything(const Fact& fact)
{
    if (!is_finite(fact)) {
        return {std::string(not_known), std::string(some_value)};
    }
    Possible possible(fact.values.begin(), fact.values.end());
    if (fact.type == FactType::yesno) {
        possible.insert({"yes", "no"});
    } else {
        possible.emplace(other_value);
    }
    possible.emplace(not_known);
    return possible;
}

Knowledge ignorance(const Tree& tree)
{
    Knowledge knowledge;
    for (const auto& fact : tree.facts) {
        knowledge.emplace(fact.first, anything(fact.second));
    }
    return knowledge;
}

bool join(Knowledge& into, const Knowledge& other)
{
    bool grew = false;
    for (const auto& fact : other) {
        Possible& possible = into[fact.first];
        const auto before = possible.size();
        possible.insert(fact.second.begin(), fact.second.end());
        grew = grew || possible.size() != before;
    }
    return grew;
}

} // namespace unknot
