// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff_parcel.hpp"

#include "handoff_letter.hpp"
#include "language.hpp"
#include "unknot/mail_draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

using Form = HandoffCommand::Form;

// The interface speaks another language for as long as this lives.
class Speaking {
public:
    Speaking(const Session& session, const std::string& language) : session_(session) { speak(language, messages_folder); }
    ~Speaking() { speak(session_.language, messages_folder); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    const Session& session_;
};

bool holds(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// The walk's own language, unless the channel reads others only: then the first of those that the pack speaks.
std::string language_of(const ParcelOrder& order)
{
    const std::string& own = order.walking.settings.language;
    const auto read = order.party.channel ? order.party.channel->languages : std::vector<std::string>();
    if (read.empty() || holds(read, own)) {
        return own;
    }
    const auto shared = std::find_if(read.begin(), read.end(), [&](const auto& each) { return holds(order.walking.pack->info().languages, each); });
    return shared == read.end() ? own : *shared;
}

LetterContext context_of(const ParcelOrder& order, const Forest& forest, const std::string& language)
{
    const auto& info = order.walking.pack->info();
    const auto& events = order.walking.events;
    LetterContext context;
    context.case_id = order.walking.recording.id();
    context.title = forest.tree(forest.root).title.in(language);
    context.pack = info.id + ' ' + info.version;
    context.tree = forest.root;
    context.started = events.empty() ? "" : events.front().at;
    context.updated = events.empty() ? "" : events.back().at;
    context.provider = order.party.provider ? order.party.provider->name.in(language) : "";
    context.receipt = order.hidden.empty() ? receipt_of(order.walking, order.state) : "";   // it would tell what was hidden
    return context;
}

FilledAddress address_of(const Channel& channel, const Parcel& parcel)
{
    AddressFields fields = {{"subject", parcel.subject}, {"body", parcel.text}};
    for (const auto& field : parcel.handover.fields) {
        fields[field.name] = field.value;
    }
    const std::string note = fmt::format("\n[{}]", _("cut here: the whole text is too long for a link"));
    if (channel.type == "email") {
        return fill_address("mailto:" + channel.to + "?subject={subject}&body={body}", fields, note);
    }
    return fill_address(channel.type == "phone" ? "tel:" + channel.to : channel.to, fields, note);
}

Parcel packed(const ParcelOrder& order, const Forest& forest, const WalkState& state, const std::string& language)
{
    Redactor redactor;
    const Channel* channel = order.party.channel ? &*order.party.channel : nullptr;
    LetterContext context = context_of(order, forest, language);
    Parcel parcel;
    parcel.handover = gather_handoff({forest, state, order.walking.events, language, channel, order.given, order.problem, order.hidden}, redactor);
    for (const auto& name : parcel.handover.missing) {
        context.unknown.push_back(handoff_label(forest, name, language));
    }
    parcel.subject = redactor.redact(letter_subject(parcel.handover, context, channel == nullptr ? "" : channel->subject.in(language))).text;
    parcel.text = letter_body(parcel.handover, context, LetterForm::text);
    parcel.markdown = letter_body(parcel.handover, context, LetterForm::markdown);
    parcel.address = channel == nullptr ? FilledAddress() : address_of(*channel, parcel);
    return parcel;
}

Json steps_json(const Handover& handover)
{
    Json steps = Json::array();
    for (const auto& step : handover.steps) {
        steps.push_back({{"node", step.node}, {"kind", name(step.kind)}, {"text", step.text}, {"answer", step.answer}, {"label", step.label}, {"at", step.at}});
    }
    return steps;
}

Json checks_json(const Handover& handover)
{
    Json checks = Json::array();
    for (const auto& check : handover.checks) {
        checks.push_back({{"node", check.node}, {"label", check.label}, {"status", check.status}, {"fields", check.fields}, {"at", check.at}});
    }
    return checks;
}

std::string mail_of(const Session& session, const ParcelOrder& order, const Parcel& parcel)
{
    const bool by_mail = order.party.channel && order.party.channel->type == "email";
    MailDraft draft{by_mail ? order.party.channel->to : "", parcel.subject, parcel.text, session.now(), {}};
    draft.attachments.push_back({"unknot-handoff.json", "application/json", parcel_document(order, parcel).dump(2) + '\n'});
    return mail_message(draft);
}

} // namespace

Parcel pack_parcel(const Session& session, const ParcelOrder& order)
{
    const std::string language = language_of(order);
    if (language == order.walking.settings.language) {
        return packed(order, order.walking.forest, order.state, language);
    }
    Session other = session;
    other.language = language;
    const Forest forest = load_forest(other, *order.walking.pack, order.walking.forest.root);
    const Speaking speaking(session, language);
    return packed(order, forest, fold(forest, order.walking.events, {language, order.walking.settings.today}), language);
}

Json parcel_document(const ParcelOrder& order, const Parcel& parcel)
{
    Json fields = Json::object();
    for (const auto& field : parcel.handover.fields) {
        fields[field.name] = field.value;
    }
    Json masked = Json::array();
    for (const auto& each : parcel.handover.masked) {
        masked.push_back({{"kind", each.kind}, {"rule", each.rule}, {"count", each.count}});
    }
    const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    const auto id = order.walking.recording.id();
    return {{"schema", "unknot.handoff/1"}, {"case", id ? Json(*id) : Json(nullptr)}, {"channel", or_null(order.party.name())}, {"subject", parcel.subject},
        {"fields", fields}, {"steps", steps_json(parcel.handover)}, {"checks", checks_json(parcel.handover)}, {"body", parcel.text},
        {"url", or_null(parcel.address.address)}, {"masked", masked}, {"missing", parcel.handover.missing}};
}

std::string parcel_payload(const Session& session, const ParcelOrder& order, const Parcel& parcel, Form form)
{
    switch (form) {
    case Form::text: return parcel.subject + "\n\n" + parcel.text;
    case Form::markdown: return "# " + parcel.subject + "\n\n" + parcel.markdown;
    case Form::json: return parcel_document(order, parcel).dump(2) + '\n';
    case Form::eml: return mail_of(session, order, parcel);
    case Form::url: break;
    }
    if (parcel.address.address.empty()) {
        throw Failure("expected a provider with a channel, found none: there is no address to fill in",
            "name one: --provider NAME; 'unknot contact list' shows all");
    }
    return parcel.address.address + '\n';
}

} // namespace unknot
