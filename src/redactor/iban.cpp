// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/iban.hpp"

#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>
#include <string>

namespace unknot {

namespace {

constexpr std::size_t shortest = 15;
constexpr std::size_t longest = 34;
// ISO 13616: countries and how many characters their numbers have.
constexpr std::string_view lengths =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 "
    "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 "
    "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 "
    "YE30 ";

constexpr std::size_t longest_spaced = longest + longest / 4;

bool begins_iban(std::string_view text, std::size_t at)
{
    return text.size() - at >= shortest && is_capital(text[at]) && is_capital(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
           (at == 0 || !is_alphanumeric(text[at - 1]));
}

// The remainder by 97 of an IBAN without spaces: country and check digits go to the end, letters count from 10.
unsigned remainder(std::string_view iban)
{
    unsigned value = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        value = is_digit(c) ? value * 10 + static_cast<unsigned>(c - '0') : value * 100 + static_cast<unsigned>(to_lower(c) - 'a' + 10);
        value %= 97;
    }
    return value;
}

// Whether some IBAN that begins at `at` reaches to `end` or beyond and stops where a group of characters stops.
bool covers(std::string_view text, std::size_t at, std::size_t end)
{
    std::string compact;
    for (std::size_t i = at; i < text.size() && compact.size() <= longest; ++i) {
        if (text[i] == ' ' && i > at && text[i - 1] != ' ') {
            continue;
        }
        if (!is_alphanumeric(text[i])) {
            break;
        }
        compact.push_back(text[i]);
        const bool group_ends = i + 1 == text.size() || !is_alphanumeric(text[i + 1]);
        if (group_ends && i + 1 >= end && compact.size() >= shortest && compact.size() <= longest && remainder(compact) == 1) {
            return true;
        }
    }
    return false;
}

// How many characters a country's numbers have; 0 for a country without.
std::size_t length_in(std::string_view country)
{
    std::string wanted(country);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), [](char c) { return is_capital(c) ? c : static_cast<char>(c - 'a' + 'A'); });
    for (std::size_t at = 0; at < lengths.size(); at += 5) {
        if (lengths.substr(at, 2) == wanted) {
            return static_cast<std::size_t>((lengths[at + 2] - '0') * 10 + lengths[at + 3] - '0');
        }
    }
    return 0;
}

// Reads `wanted` letters and digits with one space, hyphen or no-break space between; the end, or 0 where they are fewer or go on.
std::size_t read_number(std::string_view text, std::size_t at, std::size_t wanted, std::string& compact)
{
    while (at < text.size() && compact.size() < wanted) {
        if (is_alphanumeric(text[at])) {
            compact.push_back(text[at]);
        } else if ((text[at] != ' ' && text[at] != '-') || !is_alphanumeric(text[at - 1])) {
            return 0;
        }
        ++at;
    }
    const bool goes_on = at < text.size() && (is_alphanumeric(text[at]) || text[at] == '_');
    return compact.size() == wanted && !goes_on ? at : 0;
}

void find_at(std::string_view text, std::size_t at, Findings& findings)
{
    const std::size_t wanted = length_in(text.substr(at, 2));
    std::string compact;
    const std::size_t end = wanted == 0 ? 0 : read_number(text, at, wanted, compact);
    if (end > 0 && remainder(compact) == 1) {
        report(findings, "iban", "iban", at, end, Proof::checksum, lower(compact));
        findings.back().kept = compact.substr(0, 2).append("…").append(compact.substr(compact.size() - 4));
    }
}

} // namespace

void find_ibans(std::string_view text, Findings& findings)
{
    // Two digits stand behind the country: digits are rarer in text than letters, so they are what is looked for.
    for (std::size_t at = next_digit(text, 2); at + shortest <= text.size() + 2; at = next_digit(text, end_of_digits(text, at))) {
        if (is_letter(text[at - 1]) && is_letter(text[at - 2]) && is_digit(text[at + 1]) && (at == 2 || !is_alphanumeric(text[at - 3]))) {
            find_at(text, at - 2, findings);
        }
    }
}

bool is_inside_iban(std::string_view text, std::size_t start, std::size_t end)
{
    const std::size_t earliest = start - std::min(start, longest_spaced);
    for (std::size_t at = earliest; at < start; ++at) {
        if (begins_iban(text, at) && covers(text, at, end)) {
            return true;
        }
    }
    return false;
}

} // namespace unknot
