// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "case_store_fixture.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <future>
#include <optional>
#include <set>

using namespace unknot;

namespace {

class Pipe {
public:
    Pipe() { REQUIRE(pipe(ends_.data()) == 0); }
    ~Pipe()
    {
        close_reader();
        close_writer();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void close_reader() { shut(ends_[0]); }
    void close_writer() { shut(ends_[1]); }
    bool tell() { return write(ends_[1], "x", 1) == 1; }
    bool wait_for_word()   // false at the end
    {
        char word = 0;
        return read(ends_[0], &word, 1) == 1;
    }

private:
    static void shut(int& end)
    {
        if (end >= 0) {
            close(end);
        }
        end = -1;
    }

    std::array<int, 2> ends_ = {-1, -1};
};

// A process of its own that runs `work` and ends with 0, or with 1 where it throws.
pid_t start(const std::function<void()>& work)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int status = 0;
        try {
            work();
        } catch (const std::exception& error) {
            fmt::print(stderr, "child: {}\n", error.what());
            status = 1;
        }
        _exit(status);
    }
    return child;
}

int status_of(pid_t child)
{
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}

} // namespace

TEST_CASE("a write that finds no space is reported and nothing before it is lost")
{
    const Folder folder;
    const pid_t child = start([&] {
        CaseStore store(folder.records());
        store.create(head_of("a"), now);
        store.append(1, {answer("a", "kept")}, now);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit = {100'000, 100'000};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
            throw Failure("no limit");
        }
        const Problem problem = problem_of([&] { store.append(1, {answer("b", std::string(1'000'000, 'x'))}, now); });
        if (!contains(problem.message, "cannot save case 1") || !contains(problem.message, "no space")) {
            throw Failure(problem.message);
        }
        store.append(1, {answer("c", "small")}, now);
    });
    CHECK(status_of(child) == 0);
    const std::vector<Event> events = events_of(CaseStore(folder.records()), 1);
    REQUIRE(events.size() == 2);
    CHECK(events[0].value == "kept");
    CHECK(events[1].value == "small");
}

TEST_CASE("nothing that was acknowledged is lost when the process is killed")
{
    constexpr int rounds = 25;
    const Folder folder;
    int kills = 0;
    for (int round = 1; round <= rounds; ++round) {
        Pipe acknowledged;
        const pid_t child = start([&] {
            acknowledged.close_reader();
            CaseStore store(folder.records());
            const std::int64_t id = store.create(head_of("a"), now);
            for (int i = 0;; ++i) {
                store.append(id, {answer("n", std::to_string(i)), answer("n", std::to_string(i) + " too")}, now);
                acknowledged.tell();
            }
        });
        acknowledged.close_writer();
        int promised = 0;
        while (promised < round && acknowledged.wait_for_word()) {
            ++promised;
        }
        kill(child, SIGKILL);
        while (acknowledged.wait_for_word()) {
            ++promised;
        }
        const int status = status_of(child);
        kills += WIFSIGNALED(status) ? 1 : 0;
        const std::vector<Event> events = events_of(CaseStore(folder.records()), round);
        CHECK(events.size() % 2 == 0);
        CHECK(events.size() / 2 >= static_cast<std::size_t>(promised));
        for (std::size_t i = 0; i + 1 < events.size(); i += 2) {
            CHECK(events[i].value == std::to_string(i / 2));
            CHECK(events[i + 1].value == std::to_string(i / 2) + " too");
        }
    }
    CHECK(kills == rounds);
}

TEST_CASE("the log of a newer store is left as it was")
{
    const Folder folder;
    CaseStore(folder.records()).create(head_of("a"), now);
    const pid_t child = start([&] {
        CaseStore store(folder.records());
        store.append(1, {answer("n", "in the log only")}, now);
        _exit(0);   // without closing the store
    });
    REQUIRE(status_of(child) == 0);
    std::fstream file(folder.file(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(60) << std::string("\0\0\0\x07", 4);   // user_version in the file's header
    file.close();
    const std::filesystem::path log = folder.file().string() + "-wal";
    const std::uintmax_t size = std::filesystem::file_size(log);
    REQUIRE(size > 0);
    CHECK(contains(problem_of([&] { CaseStore store(folder.records()); }).message, "schema 7"));
    REQUIRE(std::filesystem::exists(log));
    CHECK(std::filesystem::file_size(log) == size);
}

TEST_CASE("twenty processes create one store and lose nothing")
{
    constexpr int processes = 20;
    int answers = 10;
    const Folder folder;
    SUBCASE("with a write-ahead log") {}
    SUBCASE("with a rollback journal")
    {
        answers = 2;   // each costs four writes to the disk, and nobody waits longer than five seconds
        std::filesystem::create_directories(folder.file().string() + "-shm");
    }
    Pipe gate;
    std::vector<pid_t> children;
    for (int i = 0; i < processes; ++i) {
        children.push_back(start([&] {
            gate.close_writer();
            gate.wait_for_word();
            CaseStore store(folder.records());
            const std::int64_t id = store.create(head_of("own"), now);
            for (int n = 0; n < answers; ++n) {
                store.append(id, {answer("n", std::to_string(n))}, now);
                store.append(1, {answer("shared", fmt::format("{}/{}", id, n))}, now);
            }
        }));
    }
    gate.close_writer();
    for (const pid_t child : children) {
        CHECK(status_of(child) == 0);
    }
    const CaseStore store(folder.records());
    CHECK(store.list().size() == processes);
    std::set<std::string> shared;
    for (const Event& event : events_of(store, 1)) {
        if (event.node == "shared") {
            shared.insert(event.value);
        }
    }
    CHECK(shared.size() == static_cast<std::size_t>(processes * answers));
    for (const CaseHead& head : store.list()) {
        CHECK(head.answers == (head.id == 1 ? answers + processes * answers : answers));
    }
}

TEST_CASE("a claimed case is refused to others and other cases are not")
{
    const Folder folder;
    const CaseStore store(folder.records());
    const CaseStore::Claim claim = store.claim(12);
    const CaseStore::Claim other = store.claim(13);
    const Problem problem = problem_of([&] { CaseStore(folder.records()).claim(12); });
    CHECK(problem.message == "case 12 is in use");
    CHECK_FALSE(problem.hint.empty());
}

TEST_CASE("a claim is waited for")
{
    const Folder folder;
    const CaseStore store(folder.records());
    std::optional<CaseStore::Claim> first = store.claim(1);
    std::promise<void> begun;
    std::future<void> second = std::async(std::launch::async, [&] {
        begun.set_value();
        store.claim(1);
    });
    begun.get_future().wait();
    first.reset();
    CHECK_NOTHROW(second.get());
}

TEST_CASE("a claim ends with its process however that ends")
{
    const Folder folder;
    Pipe claimed;
    const pid_t child = start([&] {
        const CaseStore store(folder.records());
        const CaseStore::Claim claim = store.claim(1);
        claimed.tell();
        pause();
    });
    REQUIRE(claimed.wait_for_word());
    kill(child, SIGKILL);
    status_of(child);
    CHECK_NOTHROW(CaseStore(folder.records()).claim(1));
}

TEST_CASE("only numbers from 1 can be claimed")
{
    const Folder folder;
    const CaseStore store(folder.records());
    for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-5}}) {
        CHECK_THROWS_AS(store.claim(id), Failure);
    }
}
