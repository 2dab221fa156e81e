// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedback_asking.hpp"

#include "feedback_words.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "terminal.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace unknot {

namespace {

// A whole line that is a number from 1 to `most`; 0 for any other.
std::size_t number_in(const std::string& line, std::size_t most)
{
    std::size_t number = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == line.data() + line.size();
    return whole && number <= most ? number : 0;
}

std::optional<int> asked_stars(const char* question)
{
    for (;;) {
        const auto line = read_line(question);
        if (!line || line->empty()) {
            return std::nullopt;
        }
        if (const auto stars = number_in(*line, most_stars); stars > 0) {
            return static_cast<int>(stars);
        }
        print_paragraph(filled(_("That does not fit. Expected: {}"), {_("a number from 1 to 5")}));
    }
}

// A number of the list or a code.
std::optional<FeedbackReason> asked_reason(FeedbackKind kind)
{
    const auto offered = reasons_for(kind);
    print_line(_("Why?"));
    for (std::size_t i = 0; i < offered.size(); ++i) {
        print_line(fmt::format("{:>3}) {}", i + 1, meaning(offered[i])));
    }
    for (;;) {
        const auto line = read_line(_("A number, or Enter to skip > "));
        if (!line || line->empty()) {
            return std::nullopt;
        }
        if (const auto number = number_in(*line, offered.size()); number > 0) {
            return offered[number - 1];
        }
        if (const auto reason = feedback_reason(*line)) {
            return reason;
        }
        print_paragraph(filled(_("That does not fit. Expected: {}"), {fmt::format("1-{}", offered.size())}));
    }
}

Feedback about_case(const CaseHead& head, int stars)
{
    Feedback feedback;
    feedback.kind = FeedbackKind::case_end;
    feedback.target = std::to_string(head.id);
    feedback.pack = head.pack;
    feedback.version = head.version;
    feedback.tree = head.tree;
    feedback.end = head.end;
    feedback.outcome = head.outcome;
    feedback.language = head.language;
    feedback.ratings = {{stars, std::nullopt, {}, {}, {}}};
    return feedback;
}

void ask_once(const Session& session, std::int64_t case_id)
{
    FeedbackStore store = open_feedback(session);
    if (store.has(FeedbackKind::case_end, std::to_string(case_id))) {
        return;
    }
    print_line();
    const auto line = read_line(_("How helpful was this? 1 (not at all) to 5 (very), Enter to skip > "));
    const auto stars = line ? number_in(*line, most_stars) : 0;
    const auto record = open_records(session).find(case_id);
    if (stars == 0 || !record) {
        return;
    }
    const std::int64_t id = store.give(about_case(record->head, static_cast<int>(stars)), session.now());
    print_line(faint(filled(_("Thank you. To say why: unknot feedback revise {}"), {std::to_string(id)})));
}

} // namespace

FeedbackStore open_feedback(const Session& session)
{
    return FeedbackStore(records_folder(session));
}

std::string asked_remark(const char* question)
{
    for (;;) {
        const auto line = read_line(question);
        if (!line || line->size() <= feedback_max_bytes) {
            return line.value_or("");
        }
        print_paragraph(filled(_("That does not fit. Expected: {}"), {fmt::format("{} B", feedback_max_bytes)}));
    }
}

Asked ask_what_is_missing(Rating& rating, FeedbackKind kind)
{
    if (rating.stars == 0) {
        const auto stars = asked_stars(_("How helpful was it? 1 (not at all) to 5 (very) > "));
        if (!stars) {
            return Asked::left;
        }
        rating.stars = *stars;
    }
    if (!rating.reason) {
        rating.reason = asked_reason(kind);
    }
    if (rating.text.empty()) {
        rating.text = asked_remark(_("In your own words, or Enter to skip > "));
    }
    return Asked::answered;
}

void ask_about_end(const Session& session, std::int64_t case_id)
{
    if (!somebody_can_be_asked(session)) {
        return;
    }
    try {
        ask_once(session, case_id);
    } catch (const Failure& failure) {
        warn(failure.problem().message, failure.problem().hint);
    }
}

} // namespace unknot
