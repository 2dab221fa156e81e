// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a draft; tests/handoff_test.py lets a mail parser read it.
#include <doctest/doctest.h>

#include "unknot/mail_draft.hpp"
#include "unknot/problem.hpp"

#include <algorithm>
#include <sstream>

using namespace unknot;

namespace {

MailDraft sample()
{
    return {"help@shop.example", "Order A-1: a payment fails", "Hello\n", "2026-11-21T22:40:03Z", {}};
}

} // namespace

TEST_CASE("a draft has its headers and says that it was not sent")
{
    const std::string message = mail_message(sample());
    CHECK(message.starts_with("To: help@shop.example\r\nSubject: Order A-1: a payment fails\r\nDate: Sat, 21 Nov 2026 22:40:03 +0000\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n"));
    CHECK(message.ends_with("\r\n\r\nSGVsbG8K\r\n"));
    CHECK(message.find("From:") == std::string::npos);
}

TEST_CASE("the day of the week is right around leap days and the turn of centuries")
{
    const auto day = [](const char* date) {
        MailDraft draft = sample();
        draft.date = date;
        const std::string message = mail_message(draft);
        return message.substr(message.find("Date: ") + 6, 16);
    };
    CHECK(day("2024-02-29T00:00:00Z") == "Thu, 29 Feb 2024");
    CHECK(day("2024-03-01T00:00:00Z") == "Fri, 01 Mar 2024");
    CHECK(day("2000-01-01T00:00:00Z") == "Sat, 01 Jan 2000");
    CHECK(day("2100-03-01T00:00:00Z") == "Mon, 01 Mar 2100");
}

TEST_CASE("no line is longer than mail allows in any language")
{
    MailDraft draft = sample();
    draft.subject = "";
    for (int i = 0; i < 40; ++i) {
        draft.subject += i % 2 == 0 ? "Rückerstattung " : "订单号 ";
        draft.body += draft.subject + "\n";
    }
    draft.attachments.push_back({"Fall 12 – größe.json", "application/json", draft.body});
    std::istringstream lines(mail_message(draft));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        REQUIRE(line.back() == '\r');
        CHECK(line.size() <= 79);
        CHECK(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x7F; }));
    }
    CHECK(count > 50);
}

TEST_CASE("a header can't be smuggled in")
{
    MailDraft draft = sample();
    draft.subject = "one\r\nBcc: thief@evil.example";
    CHECK(mail_message(draft).find("\r\nBcc:") == std::string::npos);
    draft = sample();
    draft.to = "a@shop.example\r\nBcc: thief@evil.example";
    CHECK_THROWS_AS(mail_message(draft), Failure);
    draft.to = "a@shop.example, thief@evil.example";
    CHECK_THROWS_AS(mail_message(draft), Failure);
}

TEST_CASE("a time that is none is refused")
{
    MailDraft draft = sample();
    draft.date = "yesterday";
    CHECK_THROWS_AS(mail_message(draft), Failure);
}
