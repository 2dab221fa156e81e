// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/renaming.hpp"
#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const Forest& sample()
{
    static const Forest forest = forest_of(
        {{"main",
             R"(renamed: {place: spot, spot: where, where.bank: where.wire, where.wire: transfer, old_tags: tags, tags.x: a, clock: time,
    left: right, right: left, ring: rang, rang: ring}
nodes:
  first: {say: Hello., to: where}
  where: {ask: 'Where?', options: {card: {label: Card, to: tags}, transfer: {label: Transfer, to: '@sub'}}, unknown: tags}
  tags: {ask: 'What?', many: true, options: {a: {label: A}, b: {label: B}}, to: time}
  time: {probe: {clock: pool.ntp.org}, otherwise: 'Right?', ok: left, else: left}
  left: {ask: 'L?', yes: right, 'no': right}
  right: {ask: 'R?', yes: note, 'no': note}
  note: {ask: 'Note?', input: text, to: good}
  good: {end: resolved}
)"},
            {"sub", "renamed: {first_one: first, first.x: y}\nnodes:\n  first: {ask: 'Which?', options: {y: {label: Y, to: last}}, save: kind}\n  "
                    "last: {end: resolved}\n"}});
    return forest;
}

std::string sketch(const Event& event)
{
    return fmt::format("{}={}", event.node, event.value);
}

std::string today(EventKind kind, const std::string& node, const std::string& value)
{
    return sketch(renamed(sample(), {{kind, node, 0, value, {}, Origin::person, false, {}}}).front());
}

} // namespace

TEST_CASE("nodes and option values get their names of today")
{
    struct Case {
        std::string node;
        std::string value;
        std::string expected;
    };
    const Case table[] = {
        {"where", "card", "where=card"},
        {"where", "unknown", "where=unknown"},
        {"spot", "card", "where=card"},
        {"place", "card", "where=card"},
        {"where", "wire", "where=transfer"},
        {"where", "bank", "where=transfer"},
        {"place", "bank", "where=transfer"},
        {"where", "gone", "where=gone"},
        {"old_tags", "x,b", "tags=a,b"},
        {"tags", "b, a", "tags=b, a"},
        {"tags", "x", "tags=a"},
        {"clock", "yes", "time=yes"},
        {"note", "bank", "note=bank"},
        {"gone", "x", "gone=x"},
        {"sub/first_one", "x", "sub/first=y"},
        {"sub/first", "x", "sub/first=y"},
        {"sub/place", "card", "sub/place=card"},
        {"first_one", "x", "first_one=x"},
        {"gone/first", "x", "gone/first=x"},
        {"main/place", "bank", "where=transfer"},
        {"ring", "x", "ring=x"},
    };
    for (const auto& row : table) {
        CAPTURE(row.node);
        CHECK(today(EventKind::answer, row.node, row.value) == row.expected);
    }
}

TEST_CASE("names that the tree still has mean themselves")
{
    CHECK(today(EventKind::answer, "left", "yes") == "left=yes");
    CHECK(today(EventKind::answer, "right", "no") == "right=no");
}

TEST_CASE("probes and withdrawals follow their nodes")
{
    CHECK(today(EventKind::probe, "clock", "ok") == "time=ok");
    CHECK(today(EventKind::withdraw, "place", "") == "where=");
}

TEST_CASE("facts known beforehand follow the node that would ask for them")
{
    CHECK(today(EventKind::fact, "place", "bank") == "where=transfer");
    CHECK(today(EventKind::fact, "where", "bank") == "where=transfer");
    CHECK(today(EventKind::fact, "first_one", "x") == "kind=y");
    CHECK(today(EventKind::fact, "gone", "x") == "gone=x");
}

TEST_CASE("a redacted answer keeps its stand-in")
{
    const Event event{EventKind::answer, "place", 3, "bank", {}, Origin::file, true, "2026-11-21T10:00:00Z"};
    const Event now = renamed(sample(), {event}).front();
    CHECK(now == Event{EventKind::answer, "where", 3, "bank", {}, Origin::file, true, "2026-11-21T10:00:00Z"});
}

TEST_CASE("doing it again changes nothing")
{
    const std::vector<Event> events = {{EventKind::answer, "place", 0, "bank", {}, Origin::person, false, {}},
        {EventKind::answer, "old_tags", 0, "x,b", {}, Origin::person, false, {}},
        {EventKind::answer, "left", 0, "yes", {}, Origin::person, false, {}}, {EventKind::answer, "rang", 0, "yes", {}, Origin::person, false, {}}};
    const auto once = renamed(sample(), events);
    CHECK(renamed(sample(), once) == once);
}

TEST_CASE("a saved case survives an edit")
{
    Walker walker(sample());
    walker.take({EventKind::answer, "place", 0, "bank", {}, Origin::person, false, {}});
    walker.take({EventKind::answer, "sub/first_one", 0, "x", {}, Origin::person, false, {}});
    CHECK(walker.where() == "asking where");
    walker.events = renamed(sample(), walker.events);
    CHECK(walker.where() == "done sub/last");
}
