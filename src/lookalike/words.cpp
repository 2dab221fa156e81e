// SPDX-License-Identifier: GPL-3.0-or-later
// A brand is often a word of its own, and other people's names hold it for good reasons: ledger-cli is no wallet. So a name of six or seven letters
// counts only beside words that promise help, safety or money, which is what those who imitate are after; a longer one counts wherever it stands.
#include "lookalike/rules.hpp"

#include "inline_word.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace unknot {

namespace {

constexpr auto lures = std::to_array<InlineWord<13>>({"account", "accounts", "activate", "activation", "airdrop", "alert", "app", "apps", "auth",
    "authenticate", "authorize", "billing", "bonus", "bot", "business", "care", "cash", "center", "centre", "chat", "check", "claim", "client",
    "cloud", "com", "confirm", "connect", "contact", "crypto", "customer", "customers", "desk", "desktop", "dev", "download", "drop", "email",
    "enroll", "exchange", "finance", "free", "fund", "funds", "get", "gift", "global", "help", "helpdesk", "helpline", "home", "hotline", "http",
    "https", "id", "info", "invoice", "kundenservice", "kyc", "lite", "live", "log", "login", "m", "mail", "merchant", "mobile", "money", "my",
    "net", "new", "news", "notice", "official", "online", "order", "orders", "org", "pay", "payment", "payments", "portal", "premium", "pro",
    "promo", "protect", "real", "recover", "recovery", "refund", "refunds", "register", "restore", "reward", "rewards", "safe", "safety", "secure",
    "secured", "security", "service", "services", "shop", "sicher", "sicherheit", "sign", "signin", "signup", "site", "sso", "store", "suite",
    "support", "supports", "sync", "team", "tech", "ticket", "trade", "transfer", "unlock", "update", "upgrade", "user", "users", "validate",
    "verification", "verified", "verify", "vip", "wallet", "web", "ww", "www"});
static_assert(std::ranges::is_sorted(lures, std::less<std::string_view>()));

bool is_lure(std::string_view word)
{
    return std::ranges::binary_search(lures, word, std::less<std::string_view>()) || word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string without_dots(std::string_view text)
{
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), '.'), out.end());
    return out;
}

// The pieces of `rest` between hyphens and underscores: each a lure, or the ending that the name should have had.
bool are_lures(std::string_view rest, std::string_view suffix)
{
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find_first_of("-_"));
        if (!word.empty() && !is_lure(word) && word != without_dots(suffix)) {
            return false;
        }
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return true;
}

} // namespace

bool is_embedded(std::string_view word, std::string_view name, std::string_view suffix)
{
    const std::size_t at = name.find(word);
    if (word.empty() || at == std::string_view::npos || name == word) {
        return false;
    }
    const std::string_view before = name.substr(0, at);
    const std::string_view behind = name.substr(at + word.size());
    const bool apart = (before.empty() || before.ends_with('-')) && (behind.empty() || behind.starts_with('-'));
    const bool lured = are_lures(before, suffix) && are_lures(behind, suffix);
    return word.size() >= distinctive_name || (lured && (apart || word.size() >= long_name));
}

} // namespace unknot
