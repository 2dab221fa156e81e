// SPDX-License-Identifier: GPL-3.0-or-later
// Private keys between `-----BEGIN … PRIVATE KEY-----` and its END line: PKCS#1, PKCS#8, SEC1, OpenSSH and OpenPGP. A key that was cut off
// has no END line; it goes on for as long as its base64 does. That block's words are at least as long as its first one, but for
// the last: so it also ends where somebody went on writing, whether the lines were kept, joined by spaces or written as `\n`.
// Each search stops at the next row of dashes, which keeps the whole linear however many BEGIN lines a text has.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace unknot {

namespace {

constexpr std::string_view begin_mark = "-----BEGIN ";
constexpr std::string_view end_mark = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr std::size_t longest_label = 64;
constexpr std::size_t shortest_word = 16;   // of base64, so that prose about such a line is not taken for a key
constexpr std::size_t longest_header = 256;
constexpr int most_headers = 16;

bool is_base64(char c)
{
    return is_alphanumeric(c) || c == '+' || c == '/' || c == '=';
}

// What stands between the words of a block: white space, marks of quoted mail, and line breaks written as `\n`.
std::size_t skip_space(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'n' || text[at + 1] == 'r')) {
            at += 2;
        } else if (std::string_view(" \t\r\n>").find(text[at]) != std::string_view::npos) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

std::size_t skip_base64(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_base64(text[at])) {
        ++at;
    }
    return at;
}

// Lines such as `Proc-Type: 4,ENCRYPTED` before the block.
std::size_t skip_headers(std::string_view text, std::size_t at)
{
    for (int count = 0; count < most_headers; ++count) {
        const std::size_t name = skip_space(text, at);
        std::size_t colon = name;
        while (colon < text.size() && colon - name < longest_label && (is_alphanumeric(text[colon]) || text[colon] == '-')) {
            ++colon;
        }
        const std::size_t rest = text.substr(colon, longest_header).find('\n');
        if (text.substr(colon, 2) != ": " || rest == std::string_view::npos) {
            break;
        }
        at = colon + rest;
    }
    return at;
}

// One past the last base64 character of the block; npos when there is none.
std::size_t end_of_block(std::string_view text, std::size_t body)
{
    std::size_t word = skip_space(text, skip_headers(text, body));
    std::size_t end = skip_base64(text, word);
    const std::size_t width = end - word;
    if (width < shortest_word) {
        return std::string_view::npos;
    }
    while (end - word >= width) {
        word = skip_space(text, end);
        const std::size_t next = skip_base64(text, word);
        if (word == end || next == word) {
            break;
        }
        end = next;
    }
    return end;
}

// The label of a BEGIN line, `RSA PRIVATE KEY`; empty when it is no private key's.
std::string_view private_label(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at, longest_label + dashes.size());
    const std::size_t size = rest.find(dashes);
    if (size == std::string_view::npos || rest.substr(0, size).find("PRIVATE KEY") == std::string_view::npos) {
        return {};
    }
    return rest.substr(0, size);
}

// One past the key that begins with `label`; npos when no key follows.
std::size_t end_of_key(std::string_view text, std::string_view label, std::size_t body)
{
    const std::size_t next = text.find(dashes, body);
    if (next != std::string_view::npos && text.substr(next, end_mark.size()) == end_mark &&
        text.substr(next + end_mark.size(), label.size()) == label &&
        text.substr(next + end_mark.size() + label.size(), dashes.size()) == dashes) {
        return next + end_mark.size() + label.size() + dashes.size();
    }
    return end_of_block(text, body);
}

} // namespace

void find_pem_keys(std::string_view text, Findings& findings)
{
    std::size_t at = text.find(begin_mark);
    while (at != std::string_view::npos) {
        const std::size_t label_start = at + begin_mark.size();
        const std::string_view label = private_label(text, label_start);
        std::size_t next = label_start;
        if (!label.empty()) {
            const std::size_t body = label_start + label.size() + dashes.size();
            const std::size_t end = end_of_key(text, label, body);
            if (end != std::string_view::npos) {
                std::string canonical;
                std::copy_if(text.begin() + static_cast<std::ptrdiff_t>(body), text.begin() + static_cast<std::ptrdiff_t>(end),
                             std::back_inserter(canonical), is_base64);
                report(findings, "key", "pem", at, end, Proof::surroundings, std::move(canonical));
            }
            next = end == std::string_view::npos ? body : end;
        }
        at = text.find(begin_mark, next);
    }
}

} // namespace unknot
