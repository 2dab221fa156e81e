// SPDX-License-Identifier: GPL-3.0-or-later
// Systems keep the certificates of authorities twice: all in one file, and each in a file named by the hash of its subject. To read all of them takes longer
// than the rest of a probe, and libraries do so before the first connection. Whoever is not found by hash may still be in the large file: so a chain that
// nobody in the folder answers for is looked at again with all of them before it is called untrusted.
#include "trust.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace unknot {

namespace {

// `3513523f.0`
bool is_hashed(const std::string& name)
{
    constexpr std::size_t digits = 8;
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return name.size() == digits + 2 && name.ends_with(".0") && std::all_of(name.begin(), name.begin() + digits, hexadecimal);
}

} // namespace

std::string hashed_authorities(const char* folder)
{
    if (folder == nullptr || std::getenv("SSL_CERT_FILE") != nullptr || std::getenv("SSL_CERT_DIR") != nullptr) {
        return {};
    }
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (is_hashed(entry->path().filename().string())) {
            return folder;
        }
    }
    return {};
}

} // namespace unknot
