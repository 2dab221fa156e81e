// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "crew.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace unknot;

TEST_CASE("each job is done once and the end is told")
{
    for (const std::size_t threads : {1U, 2U, 7U}) {
        std::vector<std::atomic<int>> done(100);
        std::size_t told = 0;
        do_jobs(done.size(), threads, [&](std::size_t job, const std::stop_token&) { ++done[job]; }, [&](std::size_t begun) { told = begun; });
        for (const std::atomic<int>& times : done) {
            CHECK(times == 1);
        }
        CHECK(told == done.size());
    }
}

TEST_CASE("without jobs there is nothing to do")
{
    bool worked = false;
    do_jobs(0, 4, [&](std::size_t, const std::stop_token&) { worked = true; }, [](std::size_t) {});
    CHECK(!worked);
}

TEST_CASE("what a job throws ends the others and comes through")
{
    std::atomic<std::size_t> begun = 0;
    const Job work = [&](std::size_t job, const std::stop_token& stop) {
        ++begun;
        if (job == 0) {
            throw std::runtime_error("no");
        }
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
    };
    CHECK_THROWS_WITH_AS(do_jobs(1000, 2, work, [](std::size_t) {}), "no", std::runtime_error);
    CHECK(begun <= 2);
}

TEST_CASE("what the watch throws ends the jobs too")
{
    const Job work = [](std::size_t, const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
    };
    CHECK_THROWS_WITH_AS(do_jobs(3, 2, work, [](std::size_t) { throw std::runtime_error("interrupted"); }), "interrupted", std::runtime_error);
}
