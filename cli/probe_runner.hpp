// SPDX-License-Identifier: GPL-3.0-or-later
// Running probes by the helpers, several at once, each until its own deadline.
#pragma once

#include "unknot/probe_run.hpp"

#include <filesystem>
#include <vector>

namespace unknot {

// How many helpers run at once: most of them do nothing but wait.
inline constexpr std::size_t most_at_once = 32;

// One report for each request, in their order. Interrupted (interruption.hpp), the rest is `skipped`.
std::vector<ProbeReport> run_probes(const std::filesystem::path& helpers, const std::vector<ProbeRequest>& requests, std::size_t at_once = most_at_once);

// The folder of the helpers: beside the program (`../libexec/unknot`), or where they were to be installed.
std::filesystem::path helper_folder();

} // namespace unknot
