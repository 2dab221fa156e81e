// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot case`: the record of every walk.
#include "case_choice.hpp"
#include "commands.hpp"
#include "draft_file.hpp"
#include "json_case.hpp"
#include "language.hpp"
#include "outcome_text.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

void print_heads(const std::vector<CaseHead>& heads)
{
    int columns = 0;
    for (const auto& head : heads) {
        columns = std::max(columns, display_width(standing_words(head)));
    }
    for (const auto& head : heads) {
        print_line(fmt::format("{:>5}  {}  {}  {}", head.id, head.updated, padded(standing_words(head), columns), head.tree));
    }
}

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
        print_heads(heads);
        if (heads.empty()) {
            note(_("no case that fits is recorded here"));
        }
    }
    return heads.empty() ? ExitStatus::no : ExitStatus::yes;
}

std::string kind_words(EventKind kind)
{
    switch (kind) {
    case EventKind::fact: return _("fact");
    case EventKind::answer: return _("answer");
    case EventKind::withdraw: return _("back");
    case EventKind::probe: return _("probe");
    case EventKind::note: return _("note");
    case EventKind::handoff: return _("handoff");
    }
    return {};
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

// When, what, where, and what was said; a longer value goes on below its beginning.
void print_events(const std::vector<Event>& events)
{
    constexpr int widest_node = 24;
    constexpr int narrowest_value = 20;
    int kind_columns = 0;
    int node_columns = 0;
    for (const auto& event : events) {
        kind_columns = std::max(kind_columns, display_width(kind_words(event.kind)));
        node_columns = std::clamp(display_width(event.node), node_columns, widest_node);
    }
    for (const auto& event : events) {
        std::string before = fmt::format("{}  {}  {}  ", event.at, padded(kind_words(event.kind), kind_columns), padded(event.node, node_columns));
        for (const auto& part : wrapped(shown_value(event), std::max(terminal().width - display_width(before), narrowest_value))) {
            print_line(before + part);
            before.assign(static_cast<std::size_t>(display_width(before)), ' ');
        }
    }
}

ExitStatus show_case(const CaseRecord& record, const Session& session)
{
    const CaseHead& head = record.head;
    if (session.options.json) {
        print_json(case_document(record));
        return ExitStatus::yes;
    }
    print_line(strong(fmt::format("{} {}: {}", _("Case"), head.id, head.tree)) + fmt::format(" ({} {})", head.pack, head.version));
    print_events(record.events);
    print_line(head.state == CaseState::open ? filled(_("Open. To go on: unknot case resume {}"), {std::to_string(head.id)})
                                             : filled(_("Ended at {}: {}"), {head.end, standing_words(head)}));
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
