// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is not ASCII travels as Base64: encoded words of whole characters in the subject (RFC 2047 forbids to split one), whole
// parts in the body. That is longer than quoted-printable for German, shorter for Chinese, and there is only one way to be wrong.
//
// The boundary between the parts can't occur in them: a Base64 line holds no hyphen.
#include "unknot/mail_draft.hpp"

#include "unknot/percent.hpp"
#include "unknot/problem.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace unknot {

namespace {

constexpr std::string_view boundary = "----=_unknot-part";
constexpr std::size_t base64_line = 76;    // RFC 2045, section 6.8
constexpr std::size_t word_bytes = 42;     // 56 characters of Base64: an encoded word has at most 75 with its frame
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - at);
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8 | (i < have ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= have ? base64_digits[group >> (18 - 6 * i) & 0x3F] : '=';
        }
    }
    return text;
}

std::string base64_lines(std::string_view bytes)
{
    const std::string whole = base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < whole.size(); at += base64_line) {
        lines += whole.substr(at, base64_line) + "\r\n";
    }
    return lines;
}

bool printable_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// A header's text: as it is when it is short ASCII, otherwise encoded words, one a line.
std::string header_text(std::string_view text)
{
    if (printable_ascii(text) && text.size() <= 60 && text.find("=?") == std::string_view::npos) {
        return std::string(text);
    }
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && end + decode_at(text, end).length - at <= word_bytes) {
            end += decode_at(text, end).length;
        }
        words += fmt::format("{}=?utf-8?B?{}?=", words.empty() ? "" : "\r\n ", base64(text.substr(at, end - at)));
        at = end;
    }
    return words;
}

std::string one_line(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
    return text;
}

// `Sat, 21 Nov 2026 22:40:03 +0000`. The day of the week by Sakamoto's method.
std::string mail_date(std::string_view utc)
{
    constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::array<int, 12> shifts = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const auto part = [&](std::size_t at, std::size_t length) {
        int number = 0;
        std::from_chars(utc.data() + at, utc.data() + at + length, number);
        return number;
    };
    if (utc.size() != 20) {
        throw Failure(fmt::format("expected a time like 2026-11-21T22:40:03Z, found '{}'", utc));
    }
    const int year = part(0, 4);
    const auto month = static_cast<std::size_t>(std::clamp(part(5, 2), 1, 12) - 1);
    const int day = part(8, 2);
    const int counted = month < 2 ? year - 1 : year;
    const auto weekday = static_cast<std::size_t>((counted + counted / 4 - counted / 100 + counted / 400 + shifts.at(month) + day) % 7);
    return fmt::format("{}, {:02} {} {:04} {} +0000", days.at(weekday), day, months.at(month), year, utc.substr(11, 8));
}

std::string part_head(std::string_view type, std::string_view more)
{
    return fmt::format("Content-Type: {}\r\n{}Content-Transfer-Encoding: base64\r\n\r\n", type, more);
}

// RFC 2231 names the character set; a plain ASCII name needs none.
std::string disposition(const std::string& name)
{
    const bool plain = printable_ascii(name) && name.find_first_of("\"\\") == std::string::npos;
    return plain ? fmt::format("Content-Disposition: attachment; filename=\"{}\"\r\n", name)
                 : fmt::format("Content-Disposition: attachment;\r\n filename*=utf-8''{}\r\n", percent_encoded(name));
}

} // namespace

std::string mail_message(const MailDraft& draft)
{
    if (!printable_ascii(draft.to) || draft.to.find_first_of("<>,;") != std::string::npos) {
        throw Failure(fmt::format("expected one e-mail address, found '{}'", one_line(draft.to)));
    }
    std::string message;
    if (!draft.to.empty()) {
        message += fmt::format("To: {}\r\n", draft.to);
    }
    message += fmt::format("Subject: {}\r\nDate: {}\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n", header_text(one_line(draft.subject)), mail_date(draft.date));
    if (draft.attachments.empty()) {
        return message + part_head("text/plain; charset=utf-8", "") + base64_lines(draft.body);
    }
    message += fmt::format("Content-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n", boundary);
    message += fmt::format("--{}\r\n{}{}", boundary, part_head("text/plain; charset=utf-8", ""), base64_lines(draft.body));
    for (const auto& attachment : draft.attachments) {
        message += fmt::format("--{}\r\n{}{}", boundary, part_head(attachment.type, disposition(one_line(attachment.name))), base64_lines(attachment.content));
    }
    return message + fmt::format("--{}--\r\n", boundary);
}

} // namespace unknot
