// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other machines: one JSON document a line, however many lines. `-` is standard input.
#pragma once

#include "json.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace unknot {

// Standard input to its end. Throws Failure when it is longer than `most` bytes.
std::string read_input(std::size_t most);

// Hands each document of a file to `take`, which tells whether it was of the kind that is looked for. Empty lines are passed over; a line that is
// no document, or was not taken, is a warning. Throws Failure when the file can't be read or nothing in it was taken: `wanted` says what that would
// have been, and `hint` how it is made.
void each_document(const std::string& file, const std::function<bool(const Json& document)>& take, std::string_view wanted, const std::string& hint);

} // namespace unknot
