// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot handoff` and `unknot why` take.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"

#include <memory>
#include <optional>

namespace unknot {

namespace {

std::optional<std::int64_t> number_or_none(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(case_number(text));
}

} // namespace

CommandSpec handoff_spec()
{
    const auto chosen = std::make_shared<HandoffCommand>();
    return {"handoff", Operands::optional, "NUMBER", _("Makes of a recorded walk what a human needs to take over, without secrets."),
        "unknot handoff 12 --provider kraken --to eml", _("0 made, 2 trouble, 3 a required fact is missing, or you left"),
        {{"--to", "FORM", _("the form: text, markdown, json, eml (a draft for a mail program) or url"),
             [chosen](const std::string& text) { chosen->form = handoff_form("--to", text); }},
            {"--provider", "NAME", _("whose support it is for: an id or a name"), [chosen](const std::string& text) { chosen->provider = text; }},
            {"--channel", "ID", _("one of its channels, or a kind: email, chat, phone, form, web, community, other"),
                [chosen](const std::string& text) { chosen->channel = text; }},
            {"--fact", "NAME=VALUE", _("a fact that the walk did not learn, such as the order number"),
                [chosen](const std::string& text) { chosen->facts.push_back(assignment("--fact", "NAME=VALUE", text)); }},
            {"--problem", "TEXT", _("the problem in your own words; '-' is standard input"), [chosen](const std::string& text) { chosen->problem = text; }},
            {"--mask", "TEXT", _("hide this text, or the fact of this name"), [chosen](const std::string& text) { chosen->hidden.push_back(text); }},
            {"--send", "", _("open it with the mail program or browser; nothing is sent by unknot"), [chosen](const std::string&) { chosen->send = true; }}},
        [chosen](const std::string& number) {
            chosen->case_id = number_or_none(number);
            return Command(*chosen);
        }};
}

CommandSpec why_spec()
{
    return {"why", Operands::optional, "NUMBER", _("Tells which answers, measurements and conditions led a walk where it is."), "unknot why 12",
        _("0 shown, 2 trouble"), {}, [](const std::string& number) { return Command(WhyCommand{number_or_none(number)}); }};
}

} // namespace unknot
