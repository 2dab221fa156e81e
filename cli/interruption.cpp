// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.hpp"

#include "exit_status.hpp"

#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace unknot {

namespace {

volatile std::sig_atomic_t noted = 0;
bool noting = false;

void note_signal(int)
{
    noted = 1;
}

void exit_now(int)
{
    ::_exit(static_cast<int>(ExitStatus::interrupted));
}

void handle_signals_by(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        sigaction(number, &action, nullptr);   // without SA_RESTART: a read must return
    }
}

} // namespace

void exit_on_interruption()
{
    noting = false;
    handle_signals_by(exit_now);
}

void note_interruptions()
{
    noting = true;
    handle_signals_by(note_signal);
}

bool interruptions_are_noted()
{
    return noting;
}

bool interrupted()
{
    return noted != 0;
}

} // namespace unknot
