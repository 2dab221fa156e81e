// SPDX-License-Identifier: GPL-3.0-or-later
// Which facts a node sets, by its form alone: needed before any condition can be read.
#include "tree_reader/node_reader.hpp"

namespace unknot {

namespace {

std::vector<std::string> option_values(const YamlNode& node)
{
    std::vector<std::string> values;
    if (const YamlNode* options = node.find("options")) {
        for (const auto& option : options->entries) {
            values.push_back(option.key.text);
        }
    }
    return values;
}

void question_fact(const YamlNode& node, Fact& fact)
{
    const YamlNode* input = node.find("input");
    const YamlNode* many = node.find("many");
    if (node.find("options") != nullptr) {
        fact.type = many != nullptr && many->text == "true" ? FactType::list : FactType::choice;
        fact.values = option_values(node);
    } else if (input != nullptr) {
        fact.type = fact_type(input->text).value_or(FactType::text);
    } else {
        fact.type = FactType::yesno;
        fact.values = {"yes", "no"};
    }
}

} // namespace

std::optional<Fact> fact_of_node(const YamlEntry& entry)
{
    const YamlNode& node = entry.value;
    const auto key = kind_key(node);
    Fact fact;
    const YamlNode* save = node.find("save");
    fact.name = save != nullptr ? save->text : entry.key.text;
    fact.place = entry.key.place;
    fact.type = FactType::choice;
    if (key == "ask") {
        question_fact(node, fact);
    } else if (key == "probe") {
        fact.values = {"ok", "warn", "fail", "error", "skipped"};
    } else if (key == "fix") {
        fact.values = {"solved", "not_solved"};
    } else if (key == "call") {
        fact.values = {"resolved", "workaround", "unresolved", "escalate", "danger"};
    } else {
        return std::nullopt;
    }
    return fact;
}

} // namespace unknot
