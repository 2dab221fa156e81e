// SPDX-License-Identifier: GPL-3.0-or-later
#include "crew.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace unknot {

namespace {

constexpr auto between_looks = std::chrono::milliseconds(50);

// The threads use what belongs to the calling one: it waits for them even when it leaves early.
struct StopAtTheEnd {
    std::stop_source& stop;
    ~StopAtTheEnd() { stop.request_stop(); }
};

} // namespace

void do_jobs(std::size_t jobs, std::size_t threads, const Job& work, const JobWatch& watch)
{
    std::mutex mutex;
    std::condition_variable one_less;
    std::size_t working = std::min(threads, jobs);
    std::exception_ptr failure;
    std::atomic<std::size_t> next = 0;
    std::stop_source stop;
    const auto labour = [&] {
        std::exception_ptr thrown;
        try {
            for (std::size_t job = next++; job < jobs && !stop.stop_requested(); job = next++) {
                work(job, stop.get_token());
            }
        } catch (...) {
            thrown = std::current_exception();
            stop.request_stop();
        }
        const std::lock_guard lock(mutex);
        failure = failure == nullptr ? thrown : failure;
        --working;
        one_less.notify_one();
    };
    std::vector<std::jthread> crew;
    const StopAtTheEnd at_the_end{stop};
    for (std::size_t i = std::min(threads, jobs); i > 0; --i) {
        crew.emplace_back(labour);
    }
    const auto begun = [&] { return std::min(next.load(), jobs); };
    std::unique_lock lock(mutex);
    while (!one_less.wait_for(lock, between_looks, [&] { return working == 0; })) {
        lock.unlock();
        watch(begun());
        lock.lock();
    }
    if (failure != nullptr) {
        std::rethrow_exception(failure);
    }
    watch(begun());
}

} // namespace unknot
