// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this machine trusts, so that no more of it is read than one connection needs.
#pragma once

#include <string>

namespace unknot {

// The folder itself when it holds the certificates of authorities by their hash, so that the one that is wanted can be found there without the others;
// empty when it does not, and when SSL_CERT_FILE or SSL_CERT_DIR says whom to trust instead. Null is no folder.
std::string hashed_authorities(const char* folder);

} // namespace unknot
