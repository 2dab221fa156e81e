// SPDX-License-Identifier: GPL-3.0-or-later
// Several threads that do numbered jobs, while the calling thread tells how far they are.
#pragma once

#include <cstddef>
#include <functional>

namespace unknot {

// Does the jobs 0 … `jobs` - 1, each once, on two threads; with one job on the calling thread. `watch` is called about ten times a second
// from the calling thread. What a job or `watch` throws ends the others after their current job and is thrown on.
void do_jobs(std::size_t jobs, const std::function<void(std::size_t job)>& work, const std::function<void()>& watch);

} // namespace unknot
