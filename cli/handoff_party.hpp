// SPDX-License-Identifier: GPL-3.0-or-later
// Whose support a walk is handed to, and by which of its channels.
#pragma once

#include "options.hpp"
#include "session.hpp"
#include "walking.hpp"

#include <optional>
#include <string>

namespace unknot {

struct HandoffParty {
    std::optional<Provider> provider;
    std::optional<Channel> channel;
    std::string kind;   // of channel that the end asks for; empty where it asks for none

    // `kraken/mail`, a kind, or nothing.
    std::string name() const;
};

// By the options, the end that the walk reached, and the provider that the walk learned about; a person at a terminal is asked when none of
// them says. Nothing when that person left. Throws Failure for a provider or channel that isn't there.
std::optional<HandoffParty> choose_party(const WalkState& state, const HandoffCommand& command, const Session& session);

} // namespace unknot
