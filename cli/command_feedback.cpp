// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot feedback`: stars, a reason and a few words about a tree, an article, the end of a case or a provider's support.
#include "commands.hpp"
#include "exports.hpp"
#include "feedback_asking.hpp"
#include "feedback_export.hpp"
#include "feedback_json.hpp"
#include "feedback_reporting.hpp"
#include "feedback_words.hpp"
#include "language.hpp"
#include "named.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "terminal.hpp"
#include "unknot/spelling.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

constexpr std::string_view case_prefix = "case:";
constexpr std::size_t shown_points = 200;   // of a text in a list

Feedback about_case(const Session& session, const std::string& target)
{
    const std::string digits = target.substr(case_prefix.size());
    const bool number = !digits.empty() && digits.size() < 10 && digits.find_first_not_of("0123456789") == std::string::npos;
    const auto record = number ? open_records(session).find(std::stoll(digits)) : std::nullopt;
    if (!record) {
        throw Failure(fmt::format("expected the number of a case after 'case:', found '{}'", digits), "'unknot case list' shows all");
    }
    if (record->head.state != CaseState::done) {
        throw Failure(
            fmt::format("expected a case that came to an end, found case {}, which is open", digits), fmt::format("unknot case resume {}", digits));
    }
    Feedback feedback;
    feedback.kind = FeedbackKind::case_end;
    feedback.target = std::to_string(record->head.id);
    feedback.pack = record->head.pack;
    feedback.version = record->head.version;
    feedback.tree = record->head.tree;
    feedback.end = record->head.end;
    feedback.outcome = record->head.outcome;
    feedback.language = session.language;
    return feedback;
}

Feedback about(const Session& session, const std::string& target)
{
    if (target.starts_with(case_prefix)) {
        return about_case(session, target);
    }
    const Named named = find_named(session, target);
    Feedback feedback;
    feedback.kind = *feedback_kind(named.kind);
    feedback.target = named.id;
    feedback.pack = named.pack->info().id;
    feedback.version = named.pack->info().version;
    feedback.language = session.language;
    return feedback;
}

FeedbackReason checked_reason(const std::string& text)
{
    if (const auto reason = feedback_reason(text)) {
        return *reason;
    }
    std::vector<std::string> codes;
    for (const FeedbackReason reason : feedback_reasons()) {
        codes.emplace_back(code(reason));
    }
    const auto near = nearest(text, codes);
    throw Failure(fmt::format("expected {} after '--reason', found '{}'", fmt::join(codes, ", "), text),
        near ? fmt::format("--reason {}", *near) : "--reason other");
}

std::string checked_words(const char* option, std::string text)
{
    if (text == "-") {
        text = read_input(feedback_max_bytes);
        text.erase(text.find_last_not_of("\r\n") + 1);
    }
    if (text.size() > feedback_max_bytes) {
        throw Failure(
            fmt::format("expected at most {} bytes after '{}', found more", feedback_max_bytes, option), "say the most important in a few sentences");
    }
    return text;
}

// The rating as the options change it.
Rating rated(Rating rating, const FeedbackCommand& command)
{
    rating.stars = command.stars.value_or(rating.stars);
    rating.reason = command.reason.empty() ? rating.reason : checked_reason(command.reason);
    rating.text = command.text ? checked_words("--text", *command.text) : rating.text;
    rating.because = checked_words("--because", command.because.value_or(""));
    return rating;
}

void print_feedback(const Feedback& feedback)
{
    const std::size_t revisions = feedback.ratings.size() - 1;
    const std::string note =
        revisions == 0 ? "" : "  " + faint(filled(plural("revised {} time", "revised {} times", revisions), {std::to_string(revisions)}));
    print_line(
        fmt::format("{:>4}  {}  {}  {}{}", feedback.id, feedback.latest().at, strong(target_name(feedback)), rating_text(feedback.latest()), note));
    if (!feedback.latest().text.empty()) {
        print_paragraph(shortened(feedback.latest().text, shown_points), 6);
    }
}

ExitStatus print_saved(const FeedbackStore& store, std::int64_t id, const Session& session)
{
    const Feedback saved = *store.find(id);
    if (session.options.json) {
        print_json(feedback_document(std::span(&saved, 1)));
    } else {
        print_feedback(saved);
    }
    return ExitStatus::yes;
}

ExitStatus give(const FeedbackCommand& command, const Session& session)
{
    Feedback feedback = about(session, command.target);
    Rating rating = rated({}, command);
    if (somebody_can_be_asked(session)) {
        if (ask_what_is_missing(rating, feedback.kind) == Asked::left) {
            return ExitStatus::unfinished;
        }
    } else if (rating.stars == 0) {
        throw Failure("expected '--stars N' from 1 to 5, found nothing", fmt::format("unknot feedback give {} --stars 4", command.target));
    }
    feedback.ratings = {rating};
    FeedbackStore store = open_feedback(session);
    return print_saved(store, store.give(feedback, session.now()), session);
}

// What the person says on a terminal where the options change nothing; before that, what was said last.
Asked ask_for_change(Rating& rating, const Feedback& feedback)
{
    print_feedback(feedback);
    Rating changed;
    changed.because = rating.because;
    const Asked asked = ask_what_is_missing(changed, feedback.kind);
    if (asked == Asked::answered && changed.because.empty()) {
        changed.because = asked_remark(_("Why do you change it? Enter to skip > "));
    }
    rating = changed;
    return asked;
}

ExitStatus revise(const FeedbackCommand& command, const Session& session)
{
    FeedbackStore store = open_feedback(session);
    const auto found = store.find(command.id);
    if (!found) {
        throw Failure(fmt::format("no feedback {}", command.id), "'unknot feedback list' shows all");
    }
    Rating rating = rated(found->latest(), command);
    const bool changed = command.stars || !command.reason.empty() || command.text;
    if (!changed && !somebody_can_be_asked(session)) {
        throw Failure(
            "expected '--stars', '--reason' or '--text', found none of them", fmt::format("unknot feedback revise {} --stars 4", command.id));
    }
    if (!changed && ask_for_change(rating, *found) == Asked::left) {
        return ExitStatus::unfinished;
    }
    store.revise(command.id, rating, session.now());
    return print_saved(store, command.id, session);
}

ExitStatus list(const FeedbackCommand& command, const Session& session)
{
    auto all = open_feedback(session).list();
    std::reverse(all.begin(), all.end());
    if (!command.target.empty()) {
        std::erase_if(all, [&](const Feedback& feedback) { return target_name(feedback) != command.target; });
    }
    all.resize(std::min(all.size(), static_cast<std::size_t>(session.options.limit.value_or(1000))));
    if (session.options.json) {
        print_json(feedback_document(all));
    } else {
        std::for_each(all.begin(), all.end(), print_feedback);
    }
    return all.empty() ? ExitStatus::no : ExitStatus::yes;
}

ExitStatus write_export(const FeedbackCommand& command, const Session& session)
{
    const auto all = redacted(open_feedback(session).list());
    print_raw(command.format == FeedbackCommand::Format::csv ? feedback_csv(all) : feedback_lines(all));
    return all.empty() ? ExitStatus::no : ExitStatus::yes;
}

} // namespace

ExitStatus feedback(const FeedbackCommand& command, const Session& session)
{
    switch (command.action) {
    case FeedbackCommand::Action::give: return give(command, session);
    case FeedbackCommand::Action::list: return list(command, session);
    case FeedbackCommand::Action::revise: return revise(command, session);
    case FeedbackCommand::Action::make_export: return write_export(command, session);
    case FeedbackCommand::Action::report: return report_feedback(command, session);
    }
    return ExitStatus::trouble;
}

} // namespace unknot
