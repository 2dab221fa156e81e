// SPDX-License-Identifier: GPL-3.0-or-later
// A message that a mail program opens to be looked at, finished and sent by a person: RFC 5322 with MIME (RFC 2045, 2047, 2231).
// `X-Unsent: 1` tells those programs that know it to open it for writing. No `From`: whose account it leaves by is the person's choice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct MailAttachment {
    std::string name;
    std::string type;      // "application/json"
    std::string content;   // any bytes
};

struct MailDraft {
    std::string to;        // one address, or empty; a line break in it is refused by Failure
    std::string subject;   // UTF-8
    std::string body;      // UTF-8
    std::string date;      // UTC, `2026-11-21T22:40:03Z`
    std::vector<MailAttachment> attachments;
};

// Lines end in CR LF; none is longer than 78 characters.
std::string mail_message(const MailDraft& draft);

} // namespace unknot
