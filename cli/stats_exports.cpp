// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats_exports.hpp"

#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

// Thrown and caught here alone: what was read is no case.
struct Unfit {};

void require(bool fits)
{
    if (!fits) {
        throw Unfit();
    }
}

// A text; empty where it is null or, as far as that is allowed, missing.
enum class Presence { required, optional };
std::string text_of(const Json& object, const char* key, Presence presence)
{
    require(object.is_object());
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        require(presence == Presence::optional);
        return {};
    }
    require(found->is_string());
    return found->get<std::string>();
}

std::optional<std::int64_t> number_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end()) {
        return std::nullopt;
    }
    require(found->is_number_integer());
    return found->get<std::int64_t>();
}

EventKind kind_of(const std::string& name)
{
    const std::map<std::string, EventKind> kinds = {{"fact", EventKind::fact}, {"answer", EventKind::answer}, {"back", EventKind::withdraw},
        {"probe", EventKind::probe}, {"note", EventKind::note}, {"handoff", EventKind::handoff}};
    const auto found = kinds.find(name);
    require(found != kinds.end());
    return found->second;
}

// A probe's value is `STATUS,FIELD=VALUE,…`.
void take_fields(Event& event)
{
    const std::string all = event.value;
    std::size_t comma = all.find(',');
    event.value = all.substr(0, comma);
    while (comma != std::string::npos) {
        const std::size_t next = all.find(',', comma + 1);
        const std::string field = all.substr(comma + 1, next == std::string::npos ? next : next - comma - 1);
        const std::size_t equals = field.find('=');
        if (equals != std::string::npos) {
            event.fields.emplace(field.substr(0, equals), field.substr(equals + 1));
        }
        comma = next;
    }
}

// Which time each node was asked, as the events come.
class Times {
public:
    int time_of(const Event& event)
    {
        const auto key = std::make_pair(event.kind == EventKind::probe, event.node);
        int& next = next_[key];
        if (event.kind == EventKind::withdraw) {
            withdrawn_.insert(key);
            return next > 0 ? next - 1 : 0;
        }
        if (withdrawn_.erase(key) > 0 && next > 0) {
            return next - 1;
        }
        return next++;
    }

private:
    std::map<std::pair<bool, std::string>, int> next_;
    std::set<std::pair<bool, std::string>> withdrawn_;
};

// A script's answers all come in the second of what was before them; nobody reads a question as fast as that.
Origin origin_of(const Json& object, const std::string& at, const std::string& before)
{
    const std::string told = text_of(object, "origin", Presence::optional);
    return told == "file" || (told.empty() && at == before) ? Origin::file : Origin::person;
}

Event event_from(const Json& object, Times& times)
{
    Event event;
    event.at = text_of(object, "at", Presence::required);
    event.kind = kind_of(text_of(object, "kind", Presence::required));
    event.node = text_of(object, "node", Presence::required);
    event.value = text_of(object, "value", Presence::optional);
    if (event.kind == EventKind::probe) {
        take_fields(event);
    }
    const bool of_a_node = event.kind == EventKind::answer || event.kind == EventKind::withdraw || event.kind == EventKind::probe;
    const int counted = of_a_node ? times.time_of(event) : 0;
    const auto told = number_of(object, "occurrence");
    require(!told || (*told >= 0 && *told <= std::numeric_limits<int>::max()));
    event.occurrence = told ? static_cast<int>(*told) : counted;
    return event;
}

CaseRecord record_from(const Json& document)
{
    require(text_of(document, "schema", Presence::required) == "unknot.case/1");
    CaseRecord record;
    CaseHead& head = record.head;
    head.id = number_of(document, "case").value_or(0);
    head.tree = text_of(document, "tree", Presence::required);
    head.pack = text_of(document, "pack", Presence::required);
    head.version = text_of(document, "version", Presence::required);
    head.language = text_of(document, "lang", Presence::optional);
    const std::string state = text_of(document, "state", Presence::required);
    require(state == "open" || state == "done");
    head.state = state == "done" ? CaseState::done : CaseState::open;
    head.outcome = text_of(document, "outcome", Presence::optional);
    head.end = text_of(document, "end", Presence::optional);
    head.started = text_of(document, "started", Presence::required);
    head.updated = text_of(document, "updated", Presence::required);
    const auto events = document.find("events");
    require(events != document.end() && events->is_array());
    Times times;
    for (const Json& event : *events) {
        const std::string before = record.events.empty() ? head.started : record.events.back().at;
        record.events.push_back(event_from(event, times));
        record.events.back().origin = origin_of(event, record.events.back().at, before);
    }
    return record;
}

} // namespace

std::optional<CaseRecord> read_case_document(const Json& document)
{
    try {
        return record_from(document);
    } catch (const Unfit&) {
        return std::nullopt;
    }
}

} // namespace unknot
