// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/redactor.hpp"

#include <string>
#include <vector>

using namespace unknot;

namespace {

std::string redacted(const std::string& text)
{
    return Redactor().redact(text).text;
}

} // namespace

TEST_CASE("what support needs stays as it is")
{
    const std::vector<std::string> texts = {
        "",
        "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",                    // transaction id
        "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
        "1PYGWwgg34s5Bhsh5g8Xp5rNkaYVk8bfmL",                                                  // addresses
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "xpub6BfCU6SVs8jNmAZV2CqcKbHNAB9gaZJ1EteqBdtA3xcZZ5mzkpx5xcPg5XtHhU3QTASjB9DbQP9mCXHq3xzqT8xeqnXekGKps5Kd1yYdfu9",
        "xprv9xfr4auc2mB5YgV1vBJbxTLdc9KCB6a9sfjEPFUYVd5agHSrDHdqQp5CELk1cHtp3RzjGh6fjdQJb5k3AJWHhHNVKnDGtwWmwDSPFxVKtws",   // no key in it
        "550e8400-e29b-41d4-a716-446655440000",                                                // UUIDs
        "12345678-1234-4234-8234-123456789012",
        "abcdefab-abcd-abcd-4012-345678901239",
        "order ORD-2026-0012345 of 2026-11-21",                                                // orders and numbers
        "order 1234567890123456",
        "1763765998123",
        "1763765998123456789",
        "+49 151 23456789",
        "+4012345678909",
        "40123456789012390",
        "9994012345678901239",
        "a4012345678901239",
        "4012345678901239b",
        "order_4012345678901239",
        "0.4012345678901239",
        "4012345678901239.25",
        "4012  3456 7890 1239",
        "4012.3456.7890.1239",
        "490154203237518",                                                                     // IMEI
        "sha256:2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
        "192.168.100.200 port 8333 and fe80::1",
        "-----BEGIN CERTIFICATE-----\nMIIBszCCARygAwIBAgIJAKZ\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJB\n-----END PUBLIC KEY-----",
        "the file has a line -----BEGIN PRIVATE KEY----- at its top",
        "I must always check that there are enough people who can help with this problem before they leave home again",
        "please verify your wallet address and account, then try again when your phone can connect",
        "what you will need: a phone, a card, some cash, and about ten minutes; wait until you are ready",
    };
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
        CHECK(find_secrets(text).empty());
    }
}

TEST_CASE("numbers just beside the issuers ranges and lengths stay")
{
    for (const std::string number : {"40123456789017", "401234567890124", "40123456789012343", "2220012345678903", "2721012345678907",
                                     "3401234567890128", "3527012345678901", "620123456789015", "360123456789019", "1012345678901235",
                                     "9012345678901238"}) {
        CAPTURE(number);
        CHECK(redacted(number) == number);
    }
}
