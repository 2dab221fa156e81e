// SPDX-License-Identifier: GPL-3.0-or-later
// Payment card numbers: a right Luhn digit alone is right for every tenth number, so the issuer's first digits and its lengths must fit too.
//
// Digits stand in chains: groups of digits with one space or hyphen between. A whole chain may be a number however it is grouped.
// People also write other digits beside it ("4111 1111 1111 1111 12/27"), so within a longer chain the groupings that are printed
// on cards are looked for (one group, fours, 4-6-5 and 4-6-4), the ones with most groups first; so too where a hyphen ties a chain to
// letters, as in a UUID. A number that is part of a longer run of digits or letters, a decimal fraction, a telephone number with
// its `+`, or an IBAN is none.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/iban.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace unknot {

namespace {

struct Issuer {
    int first = 0;             // range of the leading digits
    int last = 0;
    std::size_t digits = 0;    // how many leading digits that is
    std::size_t shortest = 0;
    std::size_t longest = 0;
    std::size_t step = 1;      // between lengths
};

constexpr std::array<Issuer, 28> issuers = {{
    {4, 4, 1, 13, 19, 3},                                                     // Visa: 13, 16 and 19
    {51, 55, 2, 16, 16}, {2221, 2720, 4, 16, 16},                             // Mastercard
    {34, 34, 2, 15, 15}, {37, 37, 2, 15, 15},                                 // American Express
    {6011, 6011, 4, 16, 19}, {644, 649, 3, 16, 19}, {65, 65, 2, 16, 19},      // Discover
    {3528, 3589, 4, 16, 19},                                                  // JCB
    {62, 62, 2, 16, 19}, {81, 81, 2, 16, 19},                                 // UnionPay
    {5018, 5018, 4, 13, 19}, {5020, 5020, 4, 13, 19}, {5038, 5038, 4, 13, 19}, {5612, 5612, 4, 13, 19}, {5893, 5893, 4, 13, 19},   // Maestro
    {6304, 6304, 4, 13, 19}, {6390, 6390, 4, 13, 19}, {6759, 6759, 4, 13, 19}, {6761, 6763, 4, 13, 19}, {677, 677, 3, 13, 19},
    {300, 305, 3, 14, 14}, {3095, 3095, 4, 14, 14}, {36, 36, 2, 14, 14}, {38, 39, 2, 14, 14}, {300, 305, 3, 16, 16},   // Diners Club
    {506099, 506198, 6, 16, 19, 3}, {506699, 506778, 6, 16, 16},                                                                  // Verve, Elo
}};

constexpr std::size_t shortest_card = 13;
constexpr std::size_t longest_card = 19;

struct Group {
    std::size_t start = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - start; }
};

using Chain = std::vector<Group>;

bool fits(const Issuer& issuer, std::string_view digits)
{
    int lead = 0;
    for (const char c : digits.substr(0, issuer.digits)) {
        lead = lead * 10 + (c - '0');
    }
    return lead >= issuer.first && lead <= issuer.last && digits.size() >= issuer.shortest && digits.size() <= issuer.longest &&
           (digits.size() - issuer.shortest) % issuer.step == 0;
}

bool luhn_fits(std::string_view digits)
{
    int sum = 0;
    bool doubled = false;
    for (auto c = digits.rbegin(); c != digits.rend(); ++c, doubled = !doubled) {
        const int value = (*c - '0') * (doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool is_card(std::string_view digits)
{
    return luhn_fits(digits) && std::any_of(issuers.begin(), issuers.end(), [&](const Issuer& issuer) { return fits(issuer, digits); });
}

std::size_t digits_in(const Group* first, std::size_t count)
{
    std::size_t digits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        digits += first[i].size();
    }
    return digits;
}

// Whether a card has its digits printed so: together, in fours with a shorter rest, or 4-6-5 and 4-6-4.
bool is_printed_so(const Group* groups, std::size_t count)
{
    if (count == 1) {
        return true;
    }
    if (count == 3 && groups[1].size() == 6) {
        return groups[0].size() == 4 && (groups[2].size() == 5 || groups[2].size() == 4);
    }
    const bool fours = std::all_of(groups, groups + count - 1, [](const Group& group) { return group.size() == 4; });
    return fours && groups[count - 1].size() <= 4;
}

bool is_part_of_word(std::string_view text, const Group& first, const Group& last)
{
    const char before = first.start > 0 ? text[first.start - 1] : ' ';
    const char after = last.end < text.size() ? text[last.end] : ' ';
    const bool decimals_before = before == '.' && first.start > 1 && is_digit(text[first.start - 2]);
    const bool decimals_after = after == '.' && last.end + 1 < text.size() && is_digit(text[last.end + 1]);
    const bool in_path = before == '/' && after == '-';
    const bool joined_before = is_alphanumeric(before) || before == '_' || before == '+';
    return in_path || joined_before || is_alphanumeric(after) || after == '_' || decimals_before || decimals_after;
}

std::string digits_of(std::string_view text, const Group& first, const Group& last)
{
    std::string digits;
    std::copy_if(text.begin() + static_cast<std::ptrdiff_t>(first.start), text.begin() + static_cast<std::ptrdiff_t>(last.end),
                 std::back_inserter(digits), is_digit);
    return digits;
}

bool report_card(std::string_view text, const Group& first, const Group& last, Findings& findings)
{
    std::string digits = digits_of(text, first, last);
    if (!is_card(digits) || is_part_of_word(text, first, last) || is_inside_iban(text, first.start, last.end)) {
        return false;
    }
    report(findings, "card", "card-number", first.start, last.end, Proof::checksum, std::move(digits));
    return true;
}

bool is_tied_to_letters(std::string_view text, const Chain& chain)
{
    const std::size_t start = chain.front().start;
    const std::size_t end = chain.back().end;
    const bool before = start > 1 && text[start - 1] == '-' && is_letter(text[start - 2]);
    const bool after = end + 1 < text.size() && text[end] == '-' && is_letter(text[end + 1]);
    return before || after;
}

// How many groups from `at` on are a card's number, 0 for none.
std::size_t report_at(std::string_view text, const Chain& chain, std::size_t at, Findings& findings)
{
    const std::size_t most = std::min(chain.size() - at, longest_card);
    for (std::size_t count = most; count > 0; --count) {
        const std::size_t digits = digits_in(&chain[at], count);
        const bool any_grouping = count == chain.size() && !is_tied_to_letters(text, chain);
        if (digits >= shortest_card && digits <= longest_card && (any_grouping || is_printed_so(&chain[at], count)) &&
            report_card(text, chain[at], chain[at + count - 1], findings)) {
            return count;
        }
    }
    return 0;
}

void search(std::string_view text, const Chain& chain, Findings& findings)
{
    std::size_t at = 0;
    while (at < chain.size()) {
        at += std::max<std::size_t>(1, report_at(text, chain, at, findings));
    }
}

// The bytes of one space or hyphen with a digit after it; 0 for anything else.
std::size_t joint_size(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(std::min(at, text.size()));
    const std::size_t size = rest.substr(0, 2) == "\xC2\xA0" ? 2 : 1;
    const bool joint = size == 2 || (!rest.empty() && (rest[0] == ' ' || rest[0] == '-'));
    return joint && rest.size() > size && is_digit(rest[size]) ? size : 0;
}

} // namespace

void find_cards(std::string_view text, Findings& findings)
{
    Chain chain;
    std::size_t digits = 0;
    for (std::size_t at = next_digit(text, 0); at < text.size();) {
        const std::size_t end = end_of_digits(text, at);
        chain.push_back({at, end});
        digits += end - at;
        const std::size_t joint = joint_size(text, end);
        if (joint > 0) {
            at = end + joint;
            continue;
        }
        if (digits >= shortest_card) {
            search(text, chain, findings);
        }
        chain.clear();
        digits = 0;
        at = next_digit(text, end);
    }
}

} // namespace unknot
