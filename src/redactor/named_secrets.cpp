// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords, PINs, one-time codes and card codes. Nothing in such a value tells what it is; the words around it do, in English, German and Chinese.
// So what is looked for is the word, and then how it is tied to a value. "The password is wrong" is no secret: behind a verb a value must have a
// digit, a mark or a capital within; behind a colon a word that begins a sentence is none either.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/named_values.hpp"
#include "redactor/secret_names.hpp"
#include "redactor/surroundings.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t back_reach = 64;

void add(std::string_view kind, std::string_view rule, std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    report(findings, kind, rule, at, end, Proof::surroundings, std::string(text.substr(at, end - at)));
}

// Whether a value is more than a word of prose.
bool is_marked(std::string_view value)
{
    const bool capital_within = value.size() > 1 && std::any_of(value.begin() + 1, value.end(), is_capital)
                                && std::any_of(value.begin(), value.end(), [](char c) { return is_letter(c) && !is_capital(c); });
    return capital_within || std::any_of(value.begin(), value.end(), [](char c) {
        return is_digit(c) || std::string_view("!#$%&*+=?@^~|").find(c) != std::string_view::npos;
    });
}

bool ends_line(std::string_view text, std::size_t at)
{
    while (at < text.size() && std::string_view(" \t\r\"'.,;}").find(text[at]) != std::string_view::npos) {
        ++at;
    }
    return at == text.size() || text[at] == '\n';
}

bool is_password(std::string_view text, const NamedPlace& place, std::size_t end)
{
    const std::string_view value = text.substr(place.at, end - place.at);
    const bool quoted =
        place.at > 0 && end < text.size() && text[end] == text[place.at - 1] && std::string_view("\"'`*").find(text[end]) != std::string_view::npos;
    if (value.size() < 4 || is_placeholder(value) || value.find("://") != std::string_view::npos) {
        return false;
    }
    switch (place.link) {
    case Link::none:
    case Link::beside: return false;
    case Link::verb: return is_marked(value) || quoted;
    case Link::equals: return value.find('.') == std::string_view::npos || is_marked(value) || quoted;
    case Link::colon: return is_marked(value) || quoted || (ends_line(text, end) && !place.explained);
    }
    return false;
}

void find_password(std::string_view text, std::size_t name_end, Findings& findings)
{
    NamedPlace place = place_of_value(text, name_end, NamedWording::with_other_words);
    if (place.link == Link::none || place.at >= text.size()) {
        return;
    }
    const std::size_t end = end_of_value(text, place.at);
    if (std::string_view("\"'`*").find(text[place.at]) != std::string_view::npos && end > place.at + 1) {
        ++place.at;
    }
    if (is_password(text, place, end)) {
        add("password", "password", text, place.at, end, findings);
    }
}

// A long value behind `secret=`, `api_key:`; one that is all letters is a word.
void find_named_token(std::string_view text, std::size_t name_end, Findings& findings)
{
    constexpr std::size_t shortest = 12;
    NamedPlace place = place_of_value(text, name_end, NamedWording::plain);
    if ((place.link != Link::equals && place.link != Link::colon) || place.at >= text.size()) {
        return;
    }
    place.at += std::string_view("\"'`").find(text[place.at]) != std::string_view::npos ? 1 : 0;
    std::size_t end = place.at;
    while (end < text.size() && (is_alphanumeric(text[end]) || std::string_view("_-./+=~").find(text[end]) != std::string_view::npos)) {
        ++end;
    }
    const std::string_view value = text.substr(place.at, end - place.at);
    const bool mixed = std::any_of(value.begin(), value.end(), is_digit) && std::any_of(value.begin(), value.end(), is_letter);
    if (value.size() >= shortest && mixed && !is_placeholder(value)) {
        add("token", "named-token", text, place.at, end, findings);
    }
}

bool find_code(std::string_view text, std::size_t name_end, std::size_t least, std::size_t most, std::string_view rule, Findings& findings)
{
    const std::size_t after = name_end < text.size() && text[name_end] == '2' ? name_end + 1 : name_end; // CVV2
    const NamedPlace place = place_of_value(text, after, NamedWording::plain);
    std::size_t at = place.at;
    while (at < text.size() && std::string_view(" \"'*#(").find(text[at]) != std::string_view::npos) {
        ++at;
    }
    const bool glued = place.link == Link::none && at == after && static_cast<unsigned char>(text[name_end - 1]) < 0x80; // TAN123456 is a word
    const std::size_t end = glued ? at : end_of_code(text, at, least, most);
    if (end > at) {
        add("code", rule, text, at, end, findings);
    }
    return end > at;
}

// `123456 is your verification code`: the code stands before its name.
void find_code_before(std::string_view text, std::size_t name, Findings& findings)
{
    for (const std::string_view link : {" is your |", " ist ihr |", " ist dein |", " is the |", "是您的|", "是你的|", "为您的|"}) {
        const std::size_t behind = name_before(text, name, back_reach, link);
        std::size_t end = behind < link.size() - 1 || behind == 0 ? 0 : behind - (link.size() - 1);
        std::size_t start = end;
        while (start > 0 && is_digit(text[start - 1])) {
            --start;
        }
        const bool begins = start == 0 || !(is_alphanumeric(text[start - 1]) || text[start - 1] == '.');
        if (begins && end - start >= 4 && end - start <= 8) {
            add("code", "one-time-code", text, start, end, findings);
        }
    }
}

void find_by_name(std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    switch (secret_name(text, at, end)) {
    case SecretName::nothing: break;
    case SecretName::password: find_password(text, end, findings); break;
    case SecretName::token: find_named_token(text, end, findings); break;
    case SecretName::pin: find_code(text, end, 4, 8, "pin", findings); break;
    case SecretName::card_code: find_code(text, end, 3, 4, "cvv", findings); break;
    case SecretName::one_time:
        if (!find_code(text, end, 4, 8, "one-time-code", findings)) {
            find_code_before(text, at, findings);
        }
        break;
    case SecretName::bare_code: find_code_before(text, at, findings); break;
    }
}

// `密码123456` has its value beside it.
void find_chinese_password(std::string_view text, std::size_t end, Findings& findings)
{
    if (!find_code(text, end, 4, 8, "pin", findings)) {
        find_password(text, end, findings);
    }
}

void find_chinese(std::string_view text, std::size_t at, Findings& findings)
{
    std::size_t size = 0;
    switch (chinese_secret_name(text, at, size)) {
    case SecretName::password: find_chinese_password(text, at + size, findings); break;
    case SecretName::card_code: find_code(text, at + size, 3, 4, "cvv", findings); break;
    case SecretName::one_time:
        if (!find_code(text, at + size, 4, 8, "one-time-code", findings)) {
            find_code_before(text, at, findings);
        }
        break;
    default: break;
    }
}

// Letters with those of Latin-1 among them: `Prüfziffer`.
std::size_t end_of_word(std::string_view text, std::size_t at)
{
    while (at < text.size() && (is_letter(text[at]) || static_cast<unsigned char>(text[at]) == 0xC3)) {
        at += is_letter(text[at]) ? 1 : 2;
    }
    return std::min(at, text.size());
}

} // namespace

std::size_t find_named_secret(std::string_view text, std::size_t at, Findings& findings)
{
    if (!is_letter(text[at])) {
        find_chinese(text, at, findings);
        return at + 1;
    }
    const std::size_t end = end_of_word(text, at);
    find_by_name(text, at, end, findings);
    return end;
}

} // namespace unknot
