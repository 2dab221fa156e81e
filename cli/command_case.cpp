// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot case`: the record of every walk.
#include "case_choice.hpp"
#include "commands.hpp"
#include "draft_file.hpp"
#include "json_case.hpp"
#include "language.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "terminal.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

ExitStatus list_cases(const CaseStore& store, const CaseFilter& filter, const Session& session)
{
    auto heads = cases_matching(store, filter);
    const auto limit = static_cast<std::size_t>(session.options.limit.value_or(1000));
    heads.resize(std::min(heads.size(), limit));
    if (session.options.json) {
        Json cases = Json::array();
        for (const auto& head : heads) {
            cases.push_back(case_head_json(head));
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

// Several lines, such as what was handed over, are told by their number: `--json` has them whole.
std::string shown_value(const Event& event)
{
    const std::string value = event_value(event);
    const auto lines = static_cast<unsigned long>(std::count(value.begin(), value.end(), '\n'));
    if (event.kind == EventKind::handoff) {
        return filled(plural("{} line", "{} lines", lines), {std::to_string(lines)});
    }
    return value;
}

ExitStatus show_case(const CaseRecord& record, const Session& session)
{
    const CaseHead& head = record.head;
    if (session.options.json) {
        print_json(case_document(record));
        return ExitStatus::yes;
    }
    print_line(strong(fmt::format("{} {}: {}", _("Case"), head.id, head.tree)) + fmt::format(" ({} {})", head.pack, head.version));
    for (const auto& event : record.events) {
        print_line(fmt::format("{}  {:<7}  {:<24}  {}", event.at, event_kind_name(event.kind), event.node, shown_value(event)));
    }
    print_line(head.state == CaseState::open ? filled(_("Open. To go on: unknot case resume {}"), {std::to_string(head.id)})
                                             : filled(_("Ended at {}: {}"), {head.end, head.outcome}));
    return ExitStatus::yes;
}

// One document a line, the oldest first, so that the next export can be added behind.
ExitStatus export_cases(const CaseStore& store, const CaseCommand& command)
{
    std::vector<std::int64_t> ids;
    if (command.id) {
        ids.push_back(*command.id);
    } else {
        for (const auto& head : cases_matching(store, command.filter)) {
            ids.push_back(head.id);
        }
    }
    std::reverse(ids.begin(), ids.end());
    for (const auto id : ids) {
        const auto record = store.find(id);
        if (!record && command.id) {
            throw Failure(fmt::format("no case {}", id), "'unknot case list' shows all");
        }
        if (record) {
            print_raw(json_line(case_document(*record)));
        }
    }
    return ids.empty() ? ExitStatus::no : ExitStatus::yes;
}

ExitStatus delete_case(CaseStore& store, const CaseCommand& command, const Session& session)
{
    chosen_case(store, command.id, session);
    const auto claim = store.claim(*command.id);
    if (terminal().input_is_terminal && !command.yes && !session.options.no_input && !session.options.json) {
        const auto reply = read_line(filled(_("Delete case {} for good? Type 'yes': "), {std::to_string(*command.id)}));
        if (!reply || (*reply != "yes" && *reply != _("yes"))) {
            note(_("nothing was deleted"));
            return ExitStatus::unfinished;
        }
    }
    remove_draft(session, *command.id);
    store.remove(*command.id);
    note(filled(_("case {} is deleted"), {std::to_string(*command.id)}));
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
    case CaseCommand::Action::list: return list_cases(store, command.filter, session);
    case CaseCommand::Action::show: return show_case(chosen_case(store, command.id, session), session);
    case CaseCommand::Action::export_lines: return export_cases(store, command);
    default: return delete_case(store, command, session);
    }
}

} // namespace unknot
