// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/crew.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <future>

namespace unknot {

namespace {

constexpr auto between_looks = std::chrono::milliseconds(100);

// Waits for the threads even when the calling one leaves early: they use what belongs to it.
struct Stop {
    std::atomic<bool>& wanted;
    ~Stop() { wanted = true; }
};

} // namespace

void do_jobs(std::size_t jobs, const std::function<void(std::size_t)>& work, const std::function<void()>& watch)
{
    if (jobs == 1) {
        work(0);
        watch();
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stop = false;
    const auto labour = [&] {
        try {
            for (std::size_t job = next++; job < jobs && !stop; job = next++) {
                work(job);
            }
        } catch (...) {
            stop = true;
            throw;
        }
    };
    std::array<std::future<void>, 2> threads = {std::async(std::launch::async, labour), std::async(std::launch::async, labour)};
    const Stop at_the_end{stop};
    for (std::future<void>& thread : threads) {
        while (thread.wait_for(between_looks) != std::future_status::ready) {
            watch();
        }
    }
    for (std::future<void>& thread : threads) {
        thread.get();
    }
    watch();
}

} // namespace unknot
