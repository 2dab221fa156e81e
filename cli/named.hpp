// SPDX-License-Identifier: GPL-3.0-or-later
// The article, tree or provider that a person or script names: `ID`, `PACK/ID`, `article:ID`, `tree:ID`, `provider:ID`.
#pragma once

#include "session.hpp"

#include <string>

namespace unknot {

struct Named {
    std::string kind; // "article", "tree", "provider"
    const Pack* pack; // lives as long as the session
    std::string id;
};

// Throws Failure when nothing has the name (with the nearest one), or several things have it (with what to write instead).
Named find_named(const Session& session, const std::string& text);

} // namespace unknot
