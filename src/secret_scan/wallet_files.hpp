// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are wallets, by their name and by how they begin.
#pragma once

#include <string_view>

namespace unknot {

// The rule, such as "bitcoin-core"; empty for any other file. `head` is the file's first bytes, a few hundred.
std::string_view wallet_file(std::string_view name, std::string_view head);

} // namespace unknot
