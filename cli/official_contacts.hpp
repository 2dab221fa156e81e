// SPDX-License-Identifier: GPL-3.0-or-later
// Every provider that is known here: those of all packs, of the folders under `providers` in the configuration, and of the person's own folder,
// `providers` beside the configuration.
#pragma once

#include "session.hpp"
#include "unknot/contact_register.hpp"

#include <string>

namespace unknot {

// Files that can't be read are reported and left out.
ContactRegister official_contacts(const Session& session);

// By its id, or by its name in any language, whatever the case.
bool is_named(const Provider& provider, const std::string& wanted);

} // namespace unknot
