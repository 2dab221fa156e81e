// SPDX-License-Identifier: GPL-3.0-or-later
// What the helper gives up before it does anything: new rights, memory and time without end, files to write, core dumps, its life after its parent's.
#pragma once

#include "unknot/probe_run.hpp"

namespace unknot {

// At once, before the request is read: no new privileges, nothing inherited but the standard streams, death with the parent.
void confine_process();

// False when the parent is gone already: nobody waits for a report.
bool has_parent(const ProbeRequest& request);

// By what the kind needs: those that start a program leave it room, the others have none for children.
void limit_resources(const ProbeRequest& request);

} // namespace unknot
