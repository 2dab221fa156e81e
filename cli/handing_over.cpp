// SPDX-License-Identifier: GPL-3.0-or-later
#include "handing_over.hpp"

#include "desktop.hpp"
#include "draft_file.hpp"
#include "handoff_parcel.hpp"
#include "label.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "terminal.hpp"
#include "unknot/address_template.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

using Form = HandoffCommand::Form;

constexpr std::string_view hiding = "m ";

const char* form_name(Form form)
{
    switch (form) {
    case Form::text: return "text";
    case Form::markdown: return "markdown";
    case Form::json: return "json";
    case Form::eml: return "eml";
    case Form::url: return "url";
    }
    return "";
}

class HandingOver {
public:
    HandingOver(Walking& walking, const WalkState& state, HandoffParty party, const HandoffCommand& command, const Session& session)
        : walking_(walking), session_(session), sends_(command.send), order_{walking, state, std::move(party), {}, command.problem, command.hidden}
    {
        for (const auto& fact : command.facts) {
            const auto equals = fact.find('=');
            const Event event = fact_event(walking.forest, fact.substr(0, equals), fact.substr(equals + 1));
            order_.given.insert_or_assign(event.node, event.value);
        }
        by_mail_ = order_.party.channel && order_.party.channel->type == "email";
        form_ = session.options.json ? Form::json : command.form.value_or(!sends_ ? Form::text : by_mail_ ? Form::eml : Form::url);
    }

    ExitStatus carry_out()
    {
        const bool person = somebody_can_be_asked(session_) && form_ != Form::json;
        if (!person) {
            return deliver_unseen(pack_parcel(session_, order_));
        }
        return ask_for_missing() == Asked::left ? ExitStatus::unfinished : deliver_shown();
    }

private:
    enum class Asked { answered, left };

    // A script gets the payload, or exit 3 where support would have to ask back.
    ExitStatus deliver_unseen(const Parcel& parcel)
    {
        const auto& missing = parcel.handover.missing;
        if (form_ == Form::json) {
            print_json(parcel_document(order_, parcel));
        }
        if (!missing.empty()) {
            report(
                Problem{Severity::error, "missing-fact", fmt::format("expected the fact '{}', which support needs: it is not known", missing.front()),
                std::nullopt, fmt::format("add it: --fact {}=VALUE", missing.front()), {}});
            return ExitStatus::unfinished;
        }
        if (form_ != Form::json) {
            print_raw(parcel_payload(session_, order_, parcel, form_));
        }
        leave(parcel);
        return ExitStatus::yes;
    }

    // A person first sees what would leave, and may hide more of it.
    ExitStatus deliver_shown()
    {
        for (;;) {
            const Parcel parcel = pack_parcel(session_, order_);
            show(parcel);
            std::optional<std::string> line = decided(parcel);
            if (!line || *line == "q") {
                return ExitStatus::unfinished;
            }
            if (line->starts_with(hiding)) {
                order_.hidden.push_back(line->substr(hiding.size()));
                continue;
            }
            sends_ = sends_ || *line == "s";
            leave(parcel);
            tell_of_copy();
            return ExitStatus::yes;
        }
    }

    // What the person does with it: asked again until it is one of the things that can be done.
    std::optional<std::string> decided(const Parcel& parcel) const
    {
        for (;;) {
            auto line = read_line(sends_ ? _("[Enter] to open it, m TEXT to hide more, q to leave > ")
                                         : _("[Enter] to keep a copy, s to open it, m TEXT to hide more, q to leave > "));
            if (!line || line->empty() || *line == "q" || *line == "s") {
                return line;
            }
            const std::string hidden = line->starts_with(hiding) ? line->substr(hiding.size()) : std::string();
            if (!hidden.empty() && stands_in(hidden, parcel)) {
                return line;
            }
            print_paragraph(hidden.empty() ? filled(_("That does not fit. Expected: {}"), {_("Enter, s, q, or m and a text from above")})
                                           : filled(_("'{}' does not stand in it."), {hidden}));
        }
    }

    static bool stands_in(const std::string& hidden, const Parcel& parcel)
    {
        const auto& fields = parcel.handover.fields;
        return parcel.text.find(hidden) != std::string::npos || parcel.subject.find(hidden) != std::string::npos
               || std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.name == hidden; });
    }

    void tell_of_copy() const
    {
        if (const auto id = walking_.recording.id()) {
            print_paragraph(filled(_("A copy is kept with case {}."), {std::to_string(*id)}));
        }
    }

    void show(const Parcel& parcel) const
    {
        print_line();
        print_line(strong(_("This is what would leave this machine:")));
        print_line();
        const std::string payload = parcel_payload(session_, order_, parcel, form_ == Form::eml ? Form::text : form_);
        if (form_ == Form::url) {
            print(payload); // not broken: it may be clicked
        } else {
            print_paragraph(payload);
        }
        print_line();
        if (order_.party.channel) {
            print_line(labelled(_("To"), fill_text(order_.party.channel->to, {})));
        }
        for (const auto& masked : parcel.handover.masked) {
            const std::string what = masked.kind == "chosen" ? std::string(_("what you chose")) : fmt::format("{} ({})", masked.kind, masked.rule);
            print_line(labelled(_("Hidden"), fmt::format("{}, {}", what, masked.count)));
        }
        if (form_ == Form::url && parcel.address.cut) {
            print_paragraph(_("The text is longer than a link may be: it is cut there."));
        }
    }

    Asked ask_for_missing()
    {
        for (const auto& name : pack_parcel(session_, order_).handover.missing) {
            if (ask_for(name) == Asked::left) {
                return Asked::left;
            }
        }
        const auto is_note = [](const Event& event) { return event.kind == EventKind::note; };
        if (order_.problem.empty() && std::none_of(walking_.events.begin(), walking_.events.end(), is_note)) {
            const auto line = read_line(_("In your own words, what happened? Enter leaves it out > "));
            order_.problem = line.value_or("");
            return line ? Asked::answered : Asked::left;
        }
        return Asked::answered;
    }

    Asked ask_for(const std::string& name)
    {
        const Fact* fact = handoff_fact(walking_.forest, name);
        const FactType type = fact == nullptr ? FactType::text : fact->type;
        const std::string label = handoff_label(walking_.forest, name, walking_.settings.language);
        for (;;) {
            const auto line = read_line(filled(_("Support needs this: {} (Enter when you don't have it) > "), {label}));
            if (!line || line->empty()) {
                return line ? Asked::answered : Asked::left;
            }
            const auto value = read_value(type, *line);
            if (value && (fact == nullptr || !fact->limits.pattern || fact->limits.pattern->matches_whole(value->text))) {
                order_.given.insert_or_assign(name, value->text);
                return Asked::answered;
            }
            print_paragraph(filled(_("That does not fit. Expected: {}"), {std::string(expectation(type))}));
        }
    }

    // Opened when that was asked for; what leaves is kept with the case.
    void leave(const Parcel& parcel)
    {
        const std::string payload = parcel_payload(session_, order_, parcel, form_);
        if (sends_) {
            const bool as_draft = form_ == Form::eml || (by_mail_ && form_ != Form::url);
            open_on_desktop(as_draft ? write_draft(session_, walking_.recording.id(), parcel_payload(session_, order_, parcel, Form::eml))
                                     : parcel_payload(session_, order_, parcel, Form::url));
        }
        Event copy;
        copy.kind = EventKind::handoff;
        copy.node = order_.party.name();
        copy.value = payload;
        copy.fields["form"] = form_name(form_);
        const auto same = [&](const Event& event) { return event.kind == copy.kind && event.node == copy.node && event.value == copy.value; };
        if (std::none_of(walking_.events.begin(), walking_.events.end(), same)) {
            walking_.recording.append(session_, std::vector<Event>{copy});
        }
    }

    Walking& walking_;
    const Session& session_;
    bool sends_ = false;
    bool by_mail_ = false;
    Form form_ = Form::text;
    ParcelOrder order_;
};

} // namespace

ExitStatus hand_over(Walking& walking, const WalkState& state, const HandoffCommand& command, const Session& session)
{
    auto party = choose_party(state, command, session);
    return party ? HandingOver(walking, state, std::move(*party), command, session).carry_out() : ExitStatus::unfinished;
}

} // namespace unknot
