// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff_letter.hpp"

#include "label.hpp"
#include "language.hpp"
#include "probe_words.hpp"
#include "unknot/address_template.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <fstream>

namespace unknot {

namespace {

constexpr std::size_t longest_step = 240;   // code points; the JSON document has the whole text

// Lines of the one form or the other. Values come from people and machines: in Markdown they are escaped.
class Sheet {
public:
    explicit Sheet(LetterForm form) : form_(form) {}

    void heading(const std::string& title)
    {
        text_ += text_.empty() ? "" : "\n";
        text_ += form_ == LetterForm::markdown ? fmt::format("## {}\n\n", escaped(title)) : title + '\n';
    }

    void pair(const std::string& label, const std::string& value)
    {
        text_ += (form_ == LetterForm::markdown ? "- " + labelled(escaped(label), escaped(value), "**") : labelled(label, value)) + '\n';
    }

    void paragraph(const std::string& words) { text_ += (form_ == LetterForm::markdown ? escaped(words) : words) + '\n'; }

    void item(int number, const std::string& words)
    {
        text_ += form_ == LetterForm::markdown ? fmt::format("{}. {}\n", number, escaped(words)) : fmt::format("  {}. {}\n", number, words);
    }

    std::string take() { return std::move(text_); }

private:
    static std::string escaped(const std::string& words)
    {
        std::string result;
        for (const char c : words) {
            result += std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos ? std::string{'\\', c} : std::string{c};
        }
        return result;
    }

    LetterForm form_;
    std::string text_;
};

std::string answer_words(const HandoverStep& step)
{
    if (!step.label.empty()) {
        return step.label;
    }
    if (step.answer == "yes") {
        return _("yes");
    }
    if (step.answer == "no") {
        return _("no");
    }
    if (step.answer == "unknown") {
        return _("I don't know");
    }
    if (step.kind == NodeKind::fix) {
        return step.answer == "solved" ? _("that helped") : _("that did not help");
    }
    return step.answer;
}

std::string with_time(const std::string& words, const std::string& at)
{
    return at.empty() ? words : fmt::format("{} ({})", words, at);
}

enum class Which { asked, tried };

void add_steps(Sheet& sheet, const Handover& handover, Which which, const char* title)
{
    int number = 0;
    for (const auto& step : handover.steps) {
        if ((step.kind == NodeKind::fix) != (which == Which::tried)) {
            continue;
        }
        if (number == 0) {
            sheet.heading(title);
        }
        sheet.item(++number, with_time(fmt::format("{} → {}", shortened(step.text, longest_step), answer_words(step)), step.at));
    }
}

void add_checks(Sheet& sheet, const Handover& handover)
{
    int number = 0;
    for (const auto& check : handover.checks) {
        if (number == 0) {
            sheet.heading(_("What was measured"));
        }
        std::string words = labelled(check.label, status_word(check.status));
        for (const auto& field : check.fields) {
            words += fmt::format(", {} {}", field.first, field.second);
        }
        sheet.item(++number, with_time(words, check.at));
    }
}

// What the system calls itself: os-release(5).
std::string system_name()
{
    std::ifstream file("/etc/os-release");
    const std::string key = "PRETTY_NAME=";
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(key)) {
            const std::string value = line.substr(key.size());
            return value.size() > 2 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
        }
    }
    return {};
}

void add_origin(Sheet& sheet, const LetterContext& context)
{
    sheet.heading(_("Where this comes from"));
    sheet.pair(_("Made with"), fmt::format("unknot {}, {}, {}", UNKNOT_VERSION, context.pack, context.tree));
    if (const std::string system = system_name(); !system.empty()) {
        sheet.pair(_("System"), system);
    }
    if (context.case_id) {
        sheet.pair(_("Case"), fmt::format("{}, {} – {}", *context.case_id, context.started, context.updated));
    }
    if (!context.receipt.empty()) {
        sheet.pair(_("Receipt"), context.receipt);
    }
}

} // namespace

std::string letter_subject(const Handover& handover, const LetterContext& context, const std::string& channel_subject)
{
    AddressFields fields = {{"title", context.title}, {"tree", context.tree}};
    std::string order;
    for (const auto& field : handover.fields) {
        fields[field.name] = field.value;
        order = field.name == "order_id" ? field.value + ": " : order;
    }
    return fill_text(channel_subject.empty() ? "{order}{title}" : channel_subject, (fields["order"] = order, fields));
}

std::string letter_body(const Handover& handover, const LetterContext& context, LetterForm form)
{
    Sheet sheet(form);
    sheet.heading(context.title);
    if (!context.provider.empty()) {
        sheet.pair(_("To"), context.provider);
    }
    for (const auto& field : handover.fields) {
        sheet.pair(field.label, field.value);
    }
    for (const auto& label : context.unknown) {
        sheet.pair(label, _("not known"));
    }
    if (!handover.problem.empty()) {
        sheet.heading(_("The problem in my own words"));
        sheet.paragraph(handover.problem);
    }
    add_steps(sheet, handover, Which::asked, _("What was asked and answered"));
    add_steps(sheet, handover, Which::tried, _("What was tried"));
    add_checks(sheet, handover);
    add_origin(sheet, context);
    return sheet.take();
}

} // namespace unknot
