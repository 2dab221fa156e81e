// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/contact_address.hpp"

#include "contact_address/parts.hpp"
#include "unknot/display.hpp"
#include "unknot/percent.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::size_t longest_text = 4096;
constexpr std::string_view spaces = " \t\r\n";

bool is_invisible(char32_t point)
{
    return point == 0xAD || point == 0x34F || point == 0x180E || (point >= 0x2060 && point <= 0x2064) || (point >= 0xFE00 && point <= 0xFE0F);
}

// The text without what nobody sees: a control, bidi or zero-width character in the middle of a name is there to deceive.
std::string visible(std::string_view text, std::vector<ContactReason>& tricks)
{
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        if (decoded.valid && (is_forbidden(decoded.point) || is_invisible(decoded.point))) {
            tricks = {ContactReason::hidden_characters};
        } else {
            out += text.substr(offset, decoded.length);
        }
        offset += decoded.length;
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// `Electrum <help@electrum.org>` is what stands in the brackets: the rest is only said.
std::string_view bracketed(std::string_view text)
{
    const std::size_t open = text.rfind('<');
    return text.ends_with('>') && open != std::string_view::npos ? trimmed(text.substr(open + 1, text.size() - open - 2)) : text;
}

bool take_prefix(std::string_view& text, std::string_view prefix)
{
    const bool there = fold_case(text.substr(0, prefix.size())) == prefix;
    text.remove_prefix(there ? prefix.size() : 0);
    return there;
}

void read_email(std::string_view text, ContactAddress& address)
{
    address.kind = AddressKind::email;
    const std::string plain = percent_decoded_where_encoded(text.substr(0, text.find('?')));
    const std::size_t at = plain.rfind('@');
    address.before_at = fold_case(plain.substr(0, std::min(at, plain.size())));
    address.host = read_host(at == std::string::npos ? std::string() : plain.substr(at + 1));
    if (address.host.kind != HostKind::name || address.before_at.empty() || plain.find_first_of(spaces) != std::string::npos) {
        address.tricks.push_back(at == std::string::npos ? ContactReason::not_an_address : ContactReason::bad_host);
    }
}

void read_phone(std::string_view text, ContactAddress& address)
{
    address.kind = AddressKind::phone;
    address.number = phone_number(text.substr(0, text.find(';')));
    if (address.number.empty()) {
        address.tricks.push_back(ContactReason::not_an_address);
    }
}

void take_account(std::string_view service, std::string_view account, ContactAddress& address)
{
    constexpr std::array<std::string_view, 3> stores = {"google-play", "app-store", "f-droid"};
    address.kind = std::find(stores.begin(), stores.end(), service) == stores.end() ? AddressKind::account : AddressKind::app;
    address.service = service;
    address.account = account.substr(account.starts_with('@') ? 1 : 0);
    if (address.account.empty() || account.find_first_of(spaces) != std::string_view::npos) {
        address.tricks.push_back(ContactReason::not_an_address);
    }
}

bool is_email(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    return at != std::string_view::npos && at > 0 && text.find_first_of("/\\?#") == std::string_view::npos;
}

void read_web(std::string_view text, ContactAddress& address)
{
    read_url(text, address);
    address.kind = address.scheme.empty() && address.path.empty() && !address.port && address.before_at.empty() ? AddressKind::domain : AddressKind::url;
    if (text.find_first_of(spaces) != std::string_view::npos || (address.host.kind == HostKind::name && address.host.suffix.empty())) {
        address.tricks.push_back(ContactReason::not_an_address);
    }
    if (!address.scheme.empty() && address.scheme != "http" && address.scheme != "https") {
        address.tricks.push_back(ContactReason::unusual_scheme);
    }
    find_account(address);
}

// A scheme without `//`: `javascript:…`. A host's port is a number.
bool has_odd_scheme(std::string_view text)
{
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && text.find_first_of("./@[") > colon && colon + 1 < text.size()
           && text.find_first_not_of("0123456789", colon + 1) < text.find('/', colon);
}

void read_kind(std::string_view text, ContactAddress& address)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (take_prefix(text, "mailto:")) {
        read_email(text, address);
    } else if (take_prefix(text, "tel:") || take_prefix(text, "sms:") || take_prefix(text, "callto:") || !phone_number(text).empty()) {
        read_phone(text, address);
    } else if (text.starts_with('@')) {
        take_account({}, text, address);
    } else if (is_service(text.substr(0, colon)) && !text.substr(colon).starts_with("://")) {
        take_account(text.substr(0, colon), text.substr(colon + 1), address);
    } else if (text.find("://") == std::string_view::npos && is_email(text)) {
        read_email(text, address);
    } else if (has_odd_scheme(text)) {
        address.tricks.push_back(ContactReason::unusual_scheme);
    } else {
        read_web(text, address);
    }
}

} // namespace

std::string_view name(AddressKind kind)
{
    constexpr std::array<std::string_view, 6> names = {"url", "domain", "email", "phone", "account", "app"};
    return names[static_cast<std::size_t>(kind)];
}

bool ContactAddress::unreadable() const
{
    return std::any_of(tricks.begin(), tricks.end(), [](ContactReason reason) { return reason != ContactReason::hidden_characters; });
}

ContactAddress read_contact_address(std::string_view text)
{
    ContactAddress address;
    const std::string seen = visible(trimmed(text.substr(0, longest_text)), address.tricks);
    address.text = bracketed(trimmed(seen));
    if (address.text.empty() || text.size() > longest_text || first_invalid(address.text)) {
        address.tricks.push_back(ContactReason::not_an_address);
        return address;
    }
    read_kind(address.text, address);
    return address;
}

std::string phone_number(std::string_view text)
{
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 15;
    std::string number;
    std::string plain = to_nfkc(text);
    if (const std::size_t zero = plain.find("(0)"); zero != std::string::npos && plain.starts_with('+')) {
        plain.erase(zero, 3);   // +49 (0)30: the zero is dialled only inside the country
    }
    for (const char c : plain) {
        if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) {
            number += c;
        } else if (std::string_view(" ()-./").find(c) == std::string_view::npos) {
            return {};
        }
    }
    if (number.starts_with("00")) {
        number.replace(0, 2, "+");
    }
    const std::size_t digits = number.size() - (number.starts_with('+') ? 1 : 0);
    const bool is_host = read_host(text).kind == HostKind::number || read_host(text).kind == HostKind::disguised_number;
    const bool has_dot = text.find('.') != std::string_view::npos;
    return digits < fewest || digits > most || (is_host && has_dot && text.find(' ') == std::string_view::npos) ? std::string() : number;
}

} // namespace unknot
