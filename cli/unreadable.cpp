// SPDX-License-Identifier: GPL-3.0-or-later
#include "unreadable.hpp"

#include "language.hpp"

#include <system_error>

namespace unknot {

namespace {

// The text was looked up first: only then the system's reason is in its language (language.hpp).
Failure failure(const char* text, const std::string& name, int error)
{
    return Failure(filled(text, {name, std::generic_category().message(error)}));
}

} // namespace

Failure cannot_read(const std::string& name, int error)
{
    return failure(_("cannot read '{}': {}"), name, error);
}

Failure cannot_write(const std::string& name, int error)
{
    return failure(_("cannot write '{}': {}"), name, error);
}

} // namespace unknot
