// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store/rows.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

// How the enumerations are written, in their order.
constexpr std::array<std::string_view, 2> state_names = {"open", "done"};
constexpr std::array<std::string_view, 6> kind_names = {"fact", "answer", "withdraw", "probe", "note", "handoff"};
constexpr std::array<std::string_view, 2> origin_names = {"person", "file"};

constexpr std::string_view next_touched = "(SELECT coalesce(max(touched), 0) + 1 FROM cases)";
constexpr std::string_view head_query = "SELECT id, pack, version, tree, language, state, outcome, end_node, started, updated, "
                                        "(SELECT count(*) FROM events WHERE case_id = cases.id AND kind = 'answer') FROM cases";

template <typename Enum, std::size_t count>
std::string_view name_of(const std::array<std::string_view, count>& names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t count>
Enum value_of(const std::array<std::string_view, count>& names, const std::string& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw SqliteError(SQLITE_CORRUPT, 0, "an unknown word");
    }
    return static_cast<Enum>(found - names.begin());
}

CaseHead head_from(const Statement& row)
{
    CaseHead head;
    head.id = row.integer(0);
    head.pack = row.text(1);
    head.version = row.text(2);
    head.tree = row.text(3);
    head.language = row.text(4);
    head.state = value_of<CaseState>(state_names, row.text(5));
    head.outcome = row.text(6);
    head.end = row.text(7);
    head.started = row.text(8);
    head.updated = row.text(9);
    head.answers = static_cast<int>(row.integer(10));
    return head;
}

Event event_from(const Statement& row)
{
    Event event;
    event.kind = value_of<EventKind>(kind_names, row.text(1));
    event.node = row.text(2);
    event.occurrence = static_cast<int>(row.integer(3));
    event.value = row.text(4);
    event.origin = value_of<Origin>(origin_names, row.text(5));
    event.masked = row.integer(6) != 0;
    event.at = row.text(7);
    return event;
}

// The event as it may be written.
Event redacted(Redactor& redactor, Event event)
{
    Redactor::Result value = redactor.redact(event.value);
    event.masked = event.masked || !value.spans.empty();
    event.value = std::move(value.text);
    for (auto& field : event.fields) {
        Redactor::Result result = redactor.redact(field.second);
        event.masked = event.masked || !result.spans.empty();
        field.second = std::move(result.text);
    }
    event.node = redactor.redact(event.node).text;
    return event;
}

} // namespace

void insert_case(Database& database, Redactor& redactor, const CaseHead& head, const std::string& now)
{
    Statement insert(database, fmt::format("INSERT INTO cases (touched, pack, version, tree, language, state, outcome, end_node, started, updated) "
                                           "VALUES ({}, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                           next_touched));
    for (const std::string& text : {head.pack, head.version, head.tree, head.language}) {
        insert.bind(redactor.redact(text).text);
    }
    insert.bind(name_of(state_names, head.state));
    insert.bind(redactor.redact(head.outcome).text).bind(redactor.redact(head.end).text).bind(now).bind(now).run();
}

void touch_case(Database& database, std::int64_t id, const std::string& now)
{
    Statement update(database, fmt::format("UPDATE cases SET touched = {}, updated = ? WHERE id = ?", next_touched));
    update.bind(now).bind(id).run();
}

void update_case(Database& database, Redactor& redactor, const CaseHead& head)
{
    Statement update(database, "UPDATE cases SET state = ?, outcome = ?, end_node = ?, version = ? WHERE id = ?");
    update.bind(name_of(state_names, head.state));
    for (const std::string& text : {head.outcome, head.end, head.version}) {
        update.bind(redactor.redact(text).text);
    }
    update.bind(head.id).run();
}

void insert_events(Database& database, Redactor& redactor, std::int64_t id, const std::vector<Event>& events, const std::string& now)
{
    Statement insert(database, "INSERT INTO events (case_id, kind, node, occurrence, value, origin, masked, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Statement insert_field(database, "INSERT INTO fields (event_id, name, value) VALUES (?, ?, ?)");
    for (const Event& given : events) {
        const Event event = redacted(redactor, given);
        insert.bind(id).bind(name_of(kind_names, event.kind)).bind(event.node).bind(std::int64_t{event.occurrence}).bind(event.value);
        insert.bind(name_of(origin_names, event.origin)).bind(std::int64_t{event.masked}).bind(now).run();
        const std::int64_t event_id = database.last_id();
        for (const auto& field : event.fields) {
            insert_field.bind(event_id).bind(field.first).bind(field.second).run();
        }
    }
}

void delete_case(Database& database, std::int64_t id)
{
    Statement(database, "DELETE FROM cases WHERE id = ?").bind(id).run();
}

std::optional<CaseHead> select_case(Database& database, std::int64_t id)
{
    Statement query(database, fmt::format("{} WHERE id = ?", head_query));
    query.bind(id);
    return query.step() ? std::optional<CaseHead>(head_from(query)) : std::nullopt;
}

std::vector<CaseHead> select_cases(Database& database)
{
    Statement query(database, fmt::format("{} ORDER BY touched DESC", head_query));
    std::vector<CaseHead> heads;
    while (query.step()) {
        heads.push_back(head_from(query));
    }
    return heads;
}

std::vector<Event> select_events(Database& database, std::int64_t id)
{
    std::vector<Event> events;
    std::map<std::int64_t, std::size_t> positions;
    Statement query(database, "SELECT id, kind, node, occurrence, value, origin, masked, at FROM events WHERE case_id = ? ORDER BY id");
    query.bind(id);
    while (query.step()) {
        positions.emplace(query.integer(0), events.size());
        events.push_back(event_from(query));
    }
    Statement fields(database, "SELECT event_id, name, fields.value FROM fields JOIN events ON events.id = event_id WHERE case_id = ?");
    fields.bind(id);
    while (fields.step()) {
        events.at(positions.at(fields.integer(0))).fields.emplace(fields.text(1), fields.text(2));
    }
    return events;
}

} // namespace unknot
