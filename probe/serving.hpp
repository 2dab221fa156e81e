// SPDX-License-Identifier: GPL-3.0-or-later
// One request on standard input, one report on standard output. Started by `unknot`; by hand it is of little use.
#pragma once

#include "kinds.hpp"

namespace unknot {

// The whole of a helper that knows these kinds. Ends the process with 0 when the report was written; answers 2 when there was no request to report on.
int serve(std::span<const ServedKind> kinds);

} // namespace unknot
