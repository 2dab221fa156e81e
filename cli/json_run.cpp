// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_run.hpp"

#include "unknot/answer.hpp"

namespace unknot {

namespace {

Json text_or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

// What a script may answer here. A yes/no question's and a fix's options have no labels in the pack: their values speak.
Json options_json(const Node& node, const std::string& language)
{
    Json options = Json::array();
    for (const auto& option : node.options) {
        options.push_back({{"value", option.value}, {"label", option.label.empty() ? option.value : option.label.in(language)}});
    }
    const auto add = [&](const char* value) { options.push_back({{"value", value}, {"label", value}}); };
    if (node.kind == NodeKind::fix) {
        add("solved");
        add("not_solved");
    } else if (node.kind == NodeKind::probe) {
        add("yes");
        add("no");
    }
    return options;
}

Json node_json(const Walking& walking, const WalkState& state)
{
    const Node& node = *state.node;
    const auto& language = walking.settings.language;
    return {{"id", state.key}, {"kind", name(node.kind)}, {"text", state.text}, {"why", text_or_null(filled_in(walking.forest, node.why.in(language), state.facts, language))},
        {"input", node.input ? Json(name(node.input->type)) : Json(nullptr)}, {"options", options_json(node, language)},
        {"unknown", node.unknown.has_value() || node.kind == NodeKind::probe}};
}

Json path_json(const WalkState& state)
{
    Json path = Json::array();
    for (const auto& step : state.path) {
        path.push_back({{"node", step.key}, {"kind", name(step.node->kind)}, {"answer", step.answer ? Json(*step.answer) : Json(nullptr)},
            {"from", name(step.from)}, {"text", step.text}});
    }
    return path;
}

Json facts_json(const WalkState& state)
{
    Json facts = Json::object();
    for (const auto& fact : state.facts) {
        const Value& value = fact.second;
        if (value.type != FactType::number || value.masked) {
            facts[fact.first] = value.text;
        } else if (value.number == static_cast<double>(static_cast<std::int64_t>(value.number))) {
            facts[fact.first] = static_cast<std::int64_t>(value.number);
        } else {
            facts[fact.first] = value.number;
        }
    }
    return facts;
}

Json outcome_json(const WalkState& state)
{
    Json articles = Json::array();
    for (const auto& article : state.node->articles) {
        articles.push_back(article.id);
    }
    return {{"node", state.key}, {"class", name(state.node->outcome)}, {"text", state.text}, {"articles", articles},
        {"channel", state.node->handoff ? Json(state.node->handoff->channel) : Json(nullptr)}};
}

} // namespace

Json run_document(const Walking& walking, const WalkState& state, const std::vector<std::string>& unused)
{
    const bool done = state.standing == Standing::done;
    const auto& info = walking.pack->info();
    const auto id = walking.recording.id();
    return {{"schema", "unknot.run/1"}, {"case", id ? Json(*id) : Json(nullptr)}, {"tree", walking.forest.root}, {"pack", info.id}, {"version", info.version},
        {"lang", walking.settings.language}, {"state", done ? "done" : "asking"}, {"node", done ? Json(nullptr) : node_json(walking, state)}, {"path", path_json(state)},
        {"facts", facts_json(state)}, {"outcome", done ? outcome_json(state) : Json(nullptr)}, {"unused", unused}, {"receipt", receipt_of(walking, state)}};
}

} // namespace unknot
