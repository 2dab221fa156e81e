// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/handoff.hpp"

#include "unknot/markdown.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unknot {

namespace {

constexpr std::string_view chosen_mask = "[hidden]";

std::string on_one_line(std::string text)
{
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// The question itself, without what is said to help with the answer.
std::string question_in(const std::string& plain)
{
    for (const std::string_view mark : {"?", "？"}) {
        const auto at = plain.find(mark);
        if (at != std::string::npos) {
            return plain.substr(0, at + mark.size());
        }
    }
    return plain;
}

class Gathering {
public:
    Gathering(const HandoverRequest& request, Redactor& redactor) : request_(request), redactor_(redactor) {}

    Handover gather()
    {
        note_problem();
        for (const auto& name : wanted_facts()) {
            add_field(name);
        }
        for (const auto& step : request_.state.path) {
            add_step(step);
        }
        add_checks();
        note_recorded_masks();
        for (const auto& count : counts_) {
            result_.masked.push_back({count.first.first, count.first.second, count.second});
        }
        return std::move(result_);
    }

private:
    // Every text on its way out: what the person hid, then the secrets.
    std::string cleaned(std::string text)
    {
        for (const auto& hidden : request_.hidden) {
            for (auto at = hidden.empty() ? std::string::npos : text.find(hidden); at != std::string::npos;
                 at = text.find(hidden, at + chosen_mask.size())) {
                text.replace(at, hidden.size(), chosen_mask);
                ++counts_[{"chosen", "text"}];
            }
        }
        Redactor::Result result = redactor_.redact(text);
        for (const auto& span : result.spans) {
            ++counts_[{span.kind, span.rule}];
        }
        return std::move(result.text);
    }

    bool hides(const std::string& name) const
    {
        return std::find(request_.hidden.begin(), request_.hidden.end(), name) != request_.hidden.end();
    }

    void note_problem()
    {
        std::string problem = request_.problem;
        for (const auto& event : request_.events) {
            if (request_.problem.empty() && event.kind == EventKind::note && event.node == "problem") {
                problem = event.value;
            }
        }
        result_.problem = cleaned(std::move(problem));
    }

    std::vector<std::string> wanted_facts()
    {
        std::vector<std::string> names;
        const auto add = [&](const std::string& name) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        };
        const auto* asked = request_.state.node == nullptr || !request_.state.node->handoff ? nullptr : &*request_.state.node->handoff;
        for (const auto& name : asked == nullptr ? std::vector<std::string>() : asked->require) {
            add(name);
            required_.insert(name);
        }
        for (const auto& name : request_.channel == nullptr ? std::vector<std::string>() : request_.channel->needed) {
            add(name);
            required_.insert(name);
        }
        for (const auto& name : asked == nullptr ? std::vector<std::string>() : asked->include) {
            add(name);
        }
        for (const auto& entry : request_.forest.trees) {
            for (const auto& fact : entry.second.facts) {
                if (fact.second.share) {
                    add(fact.first);
                }
            }
        }
        for (const auto& fact : request_.given) {
            add(fact.first);
        }
        return names;
    }

    void add_field(const std::string& name)
    {
        const auto given = request_.given.find(name);
        const auto known = request_.state.facts.find(name);
        if (given == request_.given.end() && known == request_.state.facts.end()) {
            if (required_.count(name) > 0) {
                result_.missing.push_back(name);
            }
            return;
        }
        const std::string label = handoff_label(request_.forest, name, request_.language);
        std::string value = given != request_.given.end() ? given->second : shown(name);
        if (hides(name)) {
            ++counts_[{"chosen", name}];
            value = chosen_mask;
        }
        result_.fields.push_back({name, label, cleaned(std::move(value))});
    }

    // Options by their labels.
    std::string shown(const std::string& name) const
    {
        return on_one_line(markdown_to_plain(filled_in(request_.forest, '{' + name + '}', request_.state.facts, request_.language)));
    }

    const Event* last_event(EventKind kind, const std::string& node, int occurrence) const
    {
        const Event* found = nullptr;
        for (const auto& event : request_.events) {
            if (event.kind == kind && event.node == node && event.occurrence == occurrence) {
                found = &event;
            }
        }
        return found;
    }

    void add_step(const Step& step)
    {
        const bool told = step.answer && (asks_a_person(step.node->kind) || step.node->kind == NodeKind::fix);
        if (!told) {
            return;
        }
        HandoverStep taken;
        taken.node = step.key;
        taken.kind = step.node->kind;
        const std::string text = on_one_line(markdown_to_plain(step.text));
        taken.text = cleaned(step.node->kind == NodeKind::fix ? text : question_in(text));
        taken.answer = hides(step.node->fact) ? std::string(chosen_mask) : cleaned(*step.answer);
        taken.label = hides(step.node->fact) ? std::string() : labels_of(step);
        const Event* event = last_event(EventKind::answer, step.key, step.occurrence);
        taken.at = event == nullptr ? "" : event->at;
        result_.steps.push_back(std::move(taken));
    }

    std::string labels_of(const Step& step) const
    {
        std::string labels;
        for (const auto& option : step.node->options) {
            const bool chosen = step.node->kind == NodeKind::several ? (',' + *step.answer + ',').find(',' + option.value + ',') != std::string::npos
                                                                     : option.value == *step.answer;
            if (chosen && !option.label.empty()) {
                labels += (labels.empty() ? "" : ", ") + on_one_line(markdown_to_plain(option.label.in(request_.language)));
            }
        }
        return labels;
    }

    void add_checks()
    {
        for (const auto& event : request_.events) {
            if (event.kind != EventKind::probe) {
                continue;
            }
            HandoverCheck check{event.node, probe_label(event.node), cleaned(event.value), {}, event.at};
            for (const auto& field : event.fields) {
                check.fields.emplace(field.first, cleaned(field.second));
            }
            result_.checks.push_back(std::move(check));
        }
    }

    std::string probe_label(const std::string& key) const
    {
        for (const auto& step : request_.state.path) {
            if (step.key == key && step.node->probe && !step.node->probe->label.empty()) {
                return on_one_line(markdown_to_plain(step.node->probe->label.in(request_.language)));
            }
        }
        return key;
    }

    void note_recorded_masks()
    {
        for (const auto& event : request_.events) {
            if (event.masked) {
                ++counts_[{"recorded", event.node}];
            }
        }
    }

    const HandoverRequest& request_;
    Redactor& redactor_;
    Handover result_;
    std::set<std::string> required_;
    std::map<std::pair<std::string, std::string>, int> counts_;
};

} // namespace

Handover gather_handoff(const HandoverRequest& request, Redactor& redactor)
{
    return Gathering(request, redactor).gather();
}

// Whoever declares a fact gives it a label; a question that makes one by itself is its label.
std::string handoff_label(const Forest& forest, const std::string& name, std::string_view language)
{
    const Fact* fact = handoff_fact(forest, name);
    if (fact != nullptr && !fact->label.empty()) {
        return fact->label.in(language);
    }
    for (const auto& entry : forest.trees) {
        for (const auto& node : entry.second.nodes) {
            if (node.fact == name && asks_a_person(node.kind)) {
                return question_in(on_one_line(markdown_to_plain(node.text.in(language))));
            }
        }
    }
    return name;
}

const Fact* handoff_fact(const Forest& forest, std::string_view name)
{
    for (const auto& entry : forest.trees) {
        const auto found = entry.second.facts.find(name);
        if (found != entry.second.facts.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace unknot
