// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot case`: the record of every walk.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

std::string_view state_name(CaseState state)
{
    return state == CaseState::done ? "done" : "open";
}

std::string_view kind_name(EventKind kind)
{
    switch (kind) {
    case EventKind::fact: return "fact";
    case EventKind::answer: return "answer";
    case EventKind::withdraw: return "back";
    case EventKind::probe: return "probe";
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

Json head_json(const CaseHead& head)
{
    const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"case", head.id}, {"tree", head.tree}, {"pack", head.pack}, {"version", head.version}, {"state", state_name(head.state)}, {"outcome", or_null(head.outcome)},
        {"end", or_null(head.end)}, {"started", head.started}, {"updated", head.updated}, {"answers", head.answers}};
}

ExitStatus list_cases(const CaseStore& store, const Session& session)
{
    auto heads = store.list();
    const auto limit = static_cast<std::size_t>(session.options.limit.value_or(1000));
    heads.resize(std::min(heads.size(), limit));
    if (session.options.json) {
        Json cases = Json::array();
        for (const auto& head : heads) {
            cases.push_back(head_json(head));
        }
        print_json({{"schema", "unknot.cases/1"}, {"cases", cases}});
    } else {
        for (const auto& head : heads) {
            const std::string_view result = head.state == CaseState::open ? _("open") : std::string_view(head.outcome);
            print_line(fmt::format("{:>5}  {}  {:<11}  {}", head.id, head.updated, result, head.tree));
        }
    }
    return heads.empty() ? ExitStatus::no : ExitStatus::yes;
}

CaseRecord required_case(const CaseStore& store, std::int64_t id)
{
    auto record = store.find(id);
    if (!record) {
        throw Failure(fmt::format("no case {}", id), "'unknot case list' shows all");
    }
    return std::move(*record);
}

ExitStatus show_case(const CaseRecord& record, const Session& session)
{
    const CaseHead& head = record.head;
    if (session.options.json) {
        Json events = Json::array();
        for (const auto& event : record.events) {
            events.push_back({{"at", event.at}, {"kind", kind_name(event.kind)}, {"node", event.node}, {"value", event_value(event)}});
        }
        print_json({{"schema", "unknot.case/1"}, {"case", head.id}, {"tree", head.tree}, {"pack", head.pack}, {"version", head.version}, {"state", state_name(head.state)},
            {"started", head.started}, {"updated", head.updated}, {"events", events}});
        return ExitStatus::yes;
    }
    print_line(strong(fmt::format("{} {}: {}", _("Case"), head.id, head.tree)) + fmt::format(" ({} {})", head.pack, head.version));
    for (const auto& event : record.events) {
        print_line(fmt::format("{}  {:<6}  {:<24}  {}", event.at, kind_name(event.kind), event.node, event_value(event)));
    }
    print_line(head.state == CaseState::open ? filled(_("Open. To go on: unknot case resume {}"), {std::to_string(head.id)})
                                             : filled(_("Ended at {}: {}"), {head.end, head.outcome}));
    return ExitStatus::yes;
}

ExitStatus delete_case(CaseStore& store, const CaseCommand& command, const Session& session)
{
    required_case(store, *command.id);
    const auto claim = store.claim(*command.id);
    if (terminal().input_is_terminal && !command.yes && !session.options.no_input && !session.options.json) {
        const auto reply = read_line(filled(_("Delete case {} for good? Type 'yes': "), {std::to_string(*command.id)}));
        if (!reply || (*reply != "yes" && *reply != _("yes"))) {
            return ExitStatus::unfinished;
        }
    }
    store.remove(*command.id);
    return ExitStatus::yes;
}

} // namespace

ExitStatus cases(const CaseCommand& command, const Session& session)
{
    if (command.action == CaseCommand::Action::resume) {
        RunCommand resumed;
        resumed.case_id = command.id;
        return run(resumed, session);
    }
    CaseStore store = open_records(session);
    switch (command.action) {
    case CaseCommand::Action::list: return list_cases(store, session);
    case CaseCommand::Action::show: return show_case(required_case(store, *command.id), session);
    default: return delete_case(store, command, session);
    }
}

} // namespace unknot
