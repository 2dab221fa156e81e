// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_case.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

std::string_view state_name(CaseState state)
{
    return state == CaseState::done ? "done" : "open";
}

Json text_or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

} // namespace

std::string_view event_kind_name(EventKind kind)
{
    switch (kind) {
    case EventKind::fact: return "fact";
    case EventKind::answer: return "answer";
    case EventKind::withdraw: return "back";
    case EventKind::probe: return "probe";
    case EventKind::note: return "note";
    case EventKind::handoff: return "handoff";
    }
    return "";
}

std::string event_value(const Event& event)
{
    std::string value = event.value;
    for (const auto& field : event.fields) {
        value += fmt::format(",{}={}", field.first, field.second);
    }
    return value;
}

Json case_head_json(const CaseHead& head)
{
    return {{"case", head.id}, {"tree", head.tree}, {"pack", head.pack}, {"version", head.version}, {"state", state_name(head.state)},
        {"outcome", text_or_null(head.outcome)}, {"end", text_or_null(head.end)}, {"started", head.started}, {"updated", head.updated},
        {"answers", head.answers}};
}

Json case_document(const CaseRecord& record)
{
    const CaseHead& head = record.head;
    Json events = Json::array();
    for (const auto& event : record.events) {
        events.push_back({{"at", event.at}, {"kind", event_kind_name(event.kind)}, {"node", event.node}, {"value", event_value(event)},
            {"occurrence", event.occurrence}, {"origin", event.origin == Origin::file ? "file" : "person"}});
    }
    return {{"schema", "unknot.case/1"}, {"case", head.id}, {"tree", head.tree}, {"pack", head.pack}, {"version", head.version},
        {"state", state_name(head.state)}, {"outcome", text_or_null(head.outcome)}, {"end", text_or_null(head.end)}, {"lang", head.language},
        {"started", head.started}, {"updated", head.updated}, {"events", events}};
}

} // namespace unknot
