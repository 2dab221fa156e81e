// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT, SIGTERM and SIGHUP. Whatever was answered is on the disk, so the program may end at any moment; while somebody is being asked, the
// signal is noted instead, so that the way to go on can still be told.
#pragma once

namespace unknot {

void exit_on_interruption();    // at once, with the status for it
void note_interruptions();      // what waits for input returns
bool interrupted();
bool interruptions_are_noted();

// Thrown to leave long work, so that what it has begun is cleared away.
struct Interrupted {};

} // namespace unknot
