// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a pack's probe may run. What looks at this machine only, may. The first one that uses the network, and each command, is shown to the person at the
// terminal; a script says `--allow`. Commands run only for a pack that was named by `--pack`, and by `--allow` besides.
#pragma once

#include "permission.hpp"
#include "session.hpp"
#include "unknot/tree.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace unknot {

enum class Asking { nobody, person };

// A person sits at the terminal and is to be asked.
Asking asking_in(const Session& session);

class Consent {
public:
    Consent(const Session& session, Allowance allowance, Asking asking);

    // Why the probe may not run, as a report's finding: `offline`, `not_allowed`, `declined`, `pack_not_named`; nothing when it may. `planned` is what else
    // of the network is going to be asked for, to be shown with the question.
    std::optional<std::string> refusal(const Pack& pack, const Probe& probe, const std::vector<const Probe*>& planned);

private:
    std::optional<std::string> network_refusal(const Pack& pack, const Probe& probe, const std::vector<const Probe*>& planned);
    std::optional<std::string> command_refusal(const Pack& pack, const Probe& probe);
    std::optional<std::string> asked(const Pack& pack, const std::string& what, const std::vector<std::string>& shown);

    const Session& session_;
    Allowance allowance_;
    Asking asking_;
    Permissions permissions_;
    std::set<std::string> granted_;    // in this run, by pack and what
    std::set<std::string> declined_;
};

} // namespace unknot
