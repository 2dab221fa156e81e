// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet takes for a formula when a cell begins with it: OWASP, "CSV Injection": = + - @ and their full-width forms, TAB, CR. A line feed
// too, for programs that skip blanks. Quotes alone don't help: a program takes them off before it looks.
#include "feedback_export.hpp"

#include "feedback_json.hpp"
#include "unknot/display.hpp"
#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 11> formula_starts = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

std::string cell(std::string_view text)
{
    const std::string safe = sanitised(text);
    const bool formula = std::any_of(formula_starts.begin(), formula_starts.end(), [&](std::string_view start) { return safe.starts_with(start); });
    std::string quoted = formula ? "\"'" : "\"";
    for (const char c : safe) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts) {
        line += (line.empty() ? "" : ",") + cell(text);
    }
    return line + "\r\n";
}

std::vector<std::string> cells_of(const Feedback& feedback)
{
    const Rating& latest = feedback.latest();
    return {feedback.uid, target_name(feedback), feedback.pack, feedback.version, feedback.tree, feedback.end, feedback.outcome, feedback.language,
        feedback.given(), latest.at, std::to_string(feedback.ratings.size() - 1), std::to_string(latest.stars),
        latest.reason ? std::string(code(*latest.reason)) : "", latest.text, latest.because};
}

} // namespace

std::vector<Feedback> redacted(std::vector<Feedback> feedback)
{
    Redactor redactor;
    Redactor of_words(Masking::secrets_and_personal); // what leaves the machine keeps nobody's address or number
    for (Feedback& one : feedback) {
        for (std::string* text : {&one.target, &one.pack, &one.version, &one.tree, &one.end, &one.outcome, &one.language}) {
            *text = redactor.redact(*text).text;
        }
        for (Rating& rating : one.ratings) {
            rating.text = of_words.redact(rating.text).text;
            rating.because = of_words.redact(rating.because).text;
        }
    }
    return feedback;
}

std::string feedback_lines(const std::vector<Feedback>& feedback)
{
    std::string lines;
    for (const Feedback& one : feedback) {
        lines += json_line(feedback_document(std::span(&one, 1)));
    }
    return lines;
}

std::string feedback_csv(const std::vector<Feedback>& feedback)
{
    std::string text = csv_line({"uid", "target", "pack", "version", "tree", "end", "outcome", "lang", "given", "updated", "revisions", "stars",
        "reason", "text", "because"});
    for (const Feedback& one : feedback) {
        text += csv_line(cells_of(one));
    }
    return text;
}

} // namespace unknot
