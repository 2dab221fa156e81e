// SPDX-License-Identifier: GPL-3.0-or-later
// Several threads that do numbered jobs, while the calling thread tells how far they are.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace unknot {

using Job = std::function<void(std::size_t number, const std::stop_token& stop)>; // a long one looks whether it is to stop
using JobWatch = std::function<void(std::size_t begun)>;

// Does the jobs 0 … `jobs` - 1, each once, on so many threads. `watch` is called from the calling thread about twenty times a second, and at the end.
// What a job or `watch` throws has the others stop and is thrown on.
void do_jobs(std::size_t jobs, std::size_t threads, const Job& work, const JobWatch& watch);

} // namespace unknot
