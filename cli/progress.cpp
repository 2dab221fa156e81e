// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.hpp"

#include "interruption.hpp"
#include "voice.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace unknot {

namespace {

constexpr auto before_it_shows = std::chrono::seconds(1);
constexpr std::size_t bar_width = 30;

bool can_show()
{
    return ::isatty(STDERR_FILENO) == 1 && loudness() != Loudness::quiet;
}

} // namespace

Progress::Progress(std::function<std::string()> what) : what_(std::move(what)), noted_before_(interruptions_are_noted())
{
    note_interruptions();
}

Progress::~Progress()
{
    if (shown_) {
        std::fputs("\r\033[K", stderr);
    }
    if (!noted_before_ && !interrupted()) {
        exit_on_interruption();
    }
}

void Progress::tell(std::size_t done, std::size_t all)
{
    if (interrupted()) {
        throw Interrupted();
    }
    const auto now = std::chrono::steady_clock::now();
    start_ = start_.value_or(now);
    if (all == 0 || !can_show() || now - *start_ < before_it_shows) {
        return;
    }
    const std::size_t filled = done * bar_width / all;
    const std::string line = fmt::format("\r\033[Kunknot: {} [{}{}] {:>3} %", what_(), std::string(filled, '#'), std::string(bar_width - filled, '.'), done * 100 / all);
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
    shown_ = true;
}

} // namespace unknot
