// SPDX-License-Identifier: GPL-3.0-or-later
#include "unreadable.hpp"

#include "language.hpp"

#include <system_error>

namespace unknot {

Failure cannot_read(const std::string& name, int error)
{
    return Failure(filled(_("cannot read '{}': {}"), {name, std::generic_category().message(error)}));
}

Failure cannot_write(const std::string& name, int error)
{
    return Failure(filled(_("cannot write '{}': {}"), {name, std::generic_category().message(error)}));
}

} // namespace unknot
