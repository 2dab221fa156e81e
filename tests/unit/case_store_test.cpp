// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "case_store_fixture.hpp"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

using namespace unknot;
namespace fs = std::filesystem;

namespace {

const std::string later = "2026-11-21T22:41:00Z";
const std::string phrase = "laptop elephant near animal harbor grape version blade symbol goddess remove return";

std::string bytes_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// All that is on the disk for a store.
std::string bytes_in(const fs::path& folder)
{
    std::string bytes;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        bytes += entry.is_regular_file() ? bytes_of(entry.path()) : std::string();
    }
    return bytes;
}

unsigned mode_of(const fs::path& file)
{
    struct stat facts = {};
    REQUIRE(stat(file.c_str(), &facts) == 0);
    return facts.st_mode & 07777;
}

} // namespace

TEST_CASE("what is written is read back by another opening")
{
    const Folder folder;
    Event probe;
    probe.kind = EventKind::probe;
    probe.node = "other/dns";
    probe.occurrence = 2;
    probe.value = "ok";
    probe.fields = {{"address", "192.0.2.1"}, {"empty", ""}};
    Event withdrawn = answer("where", "");
    withdrawn.kind = EventKind::withdraw;
    withdrawn.origin = Origin::file;
    std::vector<Event> events = {answer("where", "card"), probe, withdrawn, answer("odd", std::string("a\0b\xFF'\"\n", 7))};
    {
        CaseStore store(folder.records());
        CHECK(store.create(head_of("payment-failure"), now) == 1);
        store.append(1, {events[0]}, now);
        store.append(1, {events[1], events[2], events[3]}, later);
    }
    const std::optional<CaseRecord> record = CaseStore(folder.records()).find(1);
    REQUIRE(record);
    events[0].at = now;
    for (const std::size_t i : {1U, 2U, 3U}) {
        events[i].at = later;
    }
    CHECK(record->events == events);
    CHECK(record->head.id == 1);
    CHECK(record->head.pack == "wallet");
    CHECK(record->head.version == "1.0.0");
    CHECK(record->head.tree == "payment-failure");
    CHECK(record->head.language == "en");
    CHECK(record->head.state == CaseState::open);
    CHECK(record->head.started == now);
    CHECK(record->head.updated == later);
    CHECK(record->head.answers == 2);
}

TEST_CASE("a case is concluded and opened again")
{
    const Folder folder;
    CaseStore store(folder.records());
    store.create(head_of("a"), now);
    store.conclude(1, CaseState::done, "resolved", "fine", "1.1.0", later);
    CaseHead head = store.find(1)->head;
    CHECK(head.state == CaseState::done);
    CHECK(head.outcome == "resolved");
    CHECK(head.end == "fine");
    CHECK(head.version == "1.1.0");
    CHECK(head.updated == later);
    store.conclude(1, CaseState::open, "", "", "1.1.0", later);
    CHECK(store.find(1)->head.state == CaseState::open);
}

TEST_CASE("the case last touched comes first whatever the clock says")
{
    const Folder folder;
    CaseStore store(folder.records());
    for (const char* tree : {"a", "b", "c"}) {
        store.create(head_of(tree), later);
    }
    store.append(2, {answer("x", "y")}, "1970-01-01T00:00:00Z");
    store.conclude(1, CaseState::done, "resolved", "e", "1", "1970-01-01T00:00:00Z");
    std::string order;
    for (const CaseHead& head : store.list()) {
        order += head.tree;
    }
    CHECK(order == "abc");
}

TEST_CASE("numbers are never used again")
{
    const Folder folder;
    CaseStore store(folder.records());
    store.create(head_of("a"), now);
    store.create(head_of("b"), now);
    CHECK(store.remove(2));
    CHECK(store.create(head_of("c"), now) == 3);
    CHECK_FALSE(store.remove(2));
    CHECK_FALSE(store.find(2));
    CHECK(CaseStore(folder.records()).create(head_of("d"), now) == 4);
}

TEST_CASE("a case that does not exist takes no events")
{
    const Folder folder;
    CaseStore store(folder.records());
    CHECK(contains(problem_of([&] { store.append(7, {answer("a", "b")}, now); }).message, "number 7"));
    CHECK(contains(problem_of([&] { store.conclude(7, CaseState::done, "", "", "", now); }).message, "number 7"));
    CHECK(store.list().empty());
}

TEST_CASE("secrets never reach the disk")
{
    const Folder folder;
    CaseStore store(folder.records());
    Event probe;
    probe.kind = EventKind::probe;
    probe.node = "read";
    probe.fields = {{"line", "it is " + phrase}};
    Event already = answer("pasted", "[phrase-1]");
    already.masked = true;
    store.create(head_of("4111111111111111"), now);
    store.append(1, {answer("said", phrase), probe, answer("card", "4111 1111 1111 1111"), already, answer("plain", "hello")}, now);
    const std::vector<Event> events = events_of(store, 1);
    REQUIRE(events.size() == 5);
    CHECK(events[0].value == "[phrase-1]");
    CHECK(events[0].masked);
    CHECK(events[1].fields.at("line") == "it is [phrase-1]");
    CHECK(events[1].masked);
    CHECK(events[2].value == "[card-1]");
    CHECK(events[3].masked);
    CHECK(events[4].value == "hello");
    CHECK_FALSE(events[4].masked);
    const std::string bytes = bytes_in(folder.records());
    CHECK(contains(bytes, "hello"));
    for (const char* part : {"elephant", "goddess", "1111 1111", "4111111111111111"}) {
        CAPTURE(part);
        CHECK_FALSE(contains(bytes, part));
    }
}

TEST_CASE("a deleted case leaves no byte of its answers")
{
    const Folder folder;
    const std::string marker = "a very personal answer";
    std::string book;
    for (int i = 0; i < 2000; ++i) {
        book += marker;
    }
    CaseStore store(folder.records());
    store.create(head_of("kept"), now);
    store.append(1, {answer("a", "an answer that stays")}, now);
    store.create(head_of("gone"), now);
    Event probe = answer("c", "");
    probe.kind = EventKind::probe;
    probe.fields = {{"f", marker}};
    store.append(2, {answer("a", marker), answer("b", book), probe}, now);
    REQUIRE(contains(bytes_in(folder.records()), marker));
    CHECK(store.remove(2));
    CHECK_FALSE(contains(bytes_in(folder.records()), marker));
    CHECK(contains(bytes_in(folder.records()), "an answer that stays"));
}

TEST_CASE("files are private whatever the mask")
{
    const Folder folder;
    const mode_t before = umask(0);
    CaseStore store(folder.records() / "deeper");
    store.create(head_of("a"), now);
    const CaseStore::Claim claim = store.claim(1);
    umask(before);
    CHECK(mode_of(folder.records()) == 0700);
    CHECK(mode_of(folder.records() / "deeper") == 0700);
    for (const char* name : {"records.db", "records.db-wal", "records.db-shm", "cases.lock"}) {
        CAPTURE(name);
        CHECK(mode_of(folder.records() / "deeper" / name) == 0600);
    }
}

TEST_CASE("without shared memory for the log a rollback journal is used")
{
    const Folder folder;
    SUBCASE("from the beginning") { fs::create_directories(folder.records()); }
    SUBCASE("after a time with a log") { CaseStore(folder.records()).create(head_of("before"), now); }
    fs::create_directory(folder.file().string() + "-shm");
    const std::size_t before = CaseStore(folder.records()).list().size();
    {
        CaseStore store(folder.records());
        CaseStore other(folder.records());
        store.create(head_of("a"), now);
        other.append(store.create(head_of("b"), now), {answer("a", "a very personal answer")}, now);
        CHECK(store.list().size() == before + 2);
        CHECK_FALSE(fs::exists(folder.file().string() + "-wal"));
        CHECK(store.remove(static_cast<std::int64_t>(before) + 2));
        CHECK_FALSE(contains(bytes_in(folder.records()), "personal"));
    }
    CHECK(CaseStore(folder.records()).list().size() == before + 1);
}
