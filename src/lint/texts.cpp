// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/texts.hpp"

namespace unknot {

namespace {

class Collector {
public:
    void add(const Text& text, TextRole role, const Node* node = nullptr)
    {
        if (!text.empty()) {
            uses_.push_back({&text, role, node});
        }
    }

    void add(const Node& node)
    {
        add(node.text, TextRole::body, &node);
        for (const auto& step : node.steps) {
            add(step, TextRole::body, &node);
        }
        add(node.why, TextRole::why, &node);
        for (const auto& option : node.options) {
            add(option.label, TextRole::option, &node);
        }
        if (node.input) {
            add(node.input->example, TextRole::example, &node);
            add(node.input->error, TextRole::error, &node);
        }
        if (node.probe) {
            add(node.probe->label, TextRole::probe_label, &node);
            add(node.probe->remedy, TextRole::remedy, &node);
        }
    }

    std::vector<TextUse> take() { return std::move(uses_); }

private:
    std::vector<TextUse> uses_;
};

} // namespace

std::vector<TextUse> texts_of(const Tree& tree)
{
    Collector collector;
    collector.add(tree.title, TextRole::title);
    collector.add(tree.summary, TextRole::summary);
    for (const auto& fact : tree.facts) {
        collector.add(fact.second.label, TextRole::fact_label);
    }
    for (const auto& node : tree.nodes) {
        collector.add(node);
    }
    return collector.take();
}

std::vector<Wording> wordings(const Text& text, const std::string& source_language)
{
    std::vector<Wording> all{{source_language, &text.source(), &text.place()}};
    for (const auto& translation : text.translations()) {
        all.push_back({translation.first, &translation.second, &text.place_in(translation.first)});
    }
    return all;
}

} // namespace unknot
