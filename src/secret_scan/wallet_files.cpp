// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_scan/wallet_files.hpp"

#include "redactor/ascii.hpp"

namespace unknot {

namespace {

bool ends_with(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool has(std::string_view head, std::string_view part)
{
    return head.find(part) != std::string_view::npos;
}

// Berkeley DB's B-tree, as Bitcoin Core used up to descriptors, or SQLite.
bool is_database(std::string_view head)
{
    return begins_with(head, "SQLite format 3")
           || (head.size() > 16 && (head.substr(12, 4) == "\x62\x31\x05\x00" || head.substr(12, 4) == std::string_view("\x00\x05\x31\x62", 4)));
}

} // namespace

std::string_view wallet_file(std::string_view name, std::string_view head)
{
    if (ends_with(name, "wallet.dat") && (is_database(head) || name == "wallet.dat")) {
        return "bitcoin-core";
    }
    if (begins_with(name, "UTC--") && has(head, "{")) {
        return "ethereum-keystore";
    }
    if (has(head, "\"seed_type\"") || has(head, "\"seed_version\"") || begins_with(head, "QklFMQ")) {
        return "electrum";
    }
    if (ends_with(name, ".keys") && !has(head, "-----BEGIN") && has(head, std::string_view("\0", 1))) {
        return "monero";
    }
    if (name == "seed.seco") {
        return "exodus";
    }
    return ends_with(name, ".kdbx") && begins_with(head, "\x03\xD9\xA2\x9A") ? "keepass" : "";
}

} // namespace unknot
