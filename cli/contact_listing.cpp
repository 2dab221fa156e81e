// SPDX-License-Identifier: GPL-3.0-or-later
#include "contact_listing.hpp"

#include "contact_words.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"
#include "unknot/address_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace unknot {

namespace {

constexpr int type_width = 10;

std::string type_words(const std::string& type)
{
    const std::pair<std::string_view, const char*> words[] = {{"email", _("email")}, {"chat", _("chat")}, {"phone", _("phone")}, {"form", _("form")},
        {"web", _("web")}, {"community", _("community")}, {"other", _("other")}};
    const auto* found = std::find_if(std::begin(words), std::end(words), [&](const auto& entry) { return entry.first == type; });
    return found == std::end(words) ? type : found->second;
}

// Of the languages that the interface speaks the names; of others the code says enough.
std::string language_words(const std::vector<std::string>& codes)
{
    const std::pair<std::string_view, const char*> names[] = {{"en", _("English")}, {"de", _("German")}, {"zh", _("Chinese")}};
    std::string listed;
    for (const auto& code : codes) {
        const auto* found = std::find_if(std::begin(names), std::end(names), [&](const auto& entry) { return entry.first == code; });
        const std::string name = found == std::end(names) ? code : found->second;
        listed = listed.empty() ? name : filled(_("{}, {}"), {listed, name});
    }
    return listed;
}

void add(std::vector<std::string>& parts, const std::string& text)
{
    if (!text.empty()) {
        parts.push_back(text);
    }
}

void print_channel(const Channel& channel, const std::string& language, std::chrono::sys_seconds now)
{
    std::vector<std::string> parts;
    add(parts, channel.label.in(language));
    add(parts, language_words(channel.languages));
    add(parts, channel.reply.empty() ? std::string() : filled(_("usually answers in {}"), {reply_text(channel.reply)}));
    add(parts, openness_text(availability(channel, now), now));
    add(parts, channel.needed.empty() ? std::string() : filled(_("have ready: {}"), {fmt::format("{}", fmt::join(channel.needed, ", "))}));
    print_line(fmt::format("  {} {}", padded(type_words(channel.type), type_width), fill_text(channel.to, {}))); // not broken: it may be clicked
    if (!parts.empty()) {
        print_paragraph(fmt::format("{}", fmt::join(parts, " · ")), type_width + 3);
    }
}

void print_group(const char* heading, const std::vector<std::string>& items)
{
    if (items.empty()) {
        return;
    }
    print_line();
    print_line(strong(heading));
    for (const auto& item : items) {
        print_paragraph(item, 2);
    }
}

std::vector<std::string> accounts_of(const Provider& provider)
{
    std::vector<std::string> accounts;
    for (const auto& service : provider.accounts) {
        for (const auto& account : service.second) {
            accounts.push_back(service.first + ':' + account);
        }
    }
    return accounts;
}

std::vector<std::string> sentences(const Provider& provider, const std::string& language)
{
    std::vector<std::string> lines;
    std::transform(provider.never.begin(), provider.never.end(), std::back_inserter(lines), [&](const Text& text) { return text.in(language); });
    return lines;
}

} // namespace

std::string provenance(const RegisteredProvider& known)
{
    return known.provider.reviewed.empty() ? filled(_("list: {}, no date of review"), {known.origin})
                                           : filled(_("list: {}, reviewed {}"), {known.origin, known.provider.reviewed});
}

void print_channels(const ListedProvider& listed, const std::string& language, std::chrono::sys_seconds now)
{
    const Provider& provider = listed.known->provider;
    print_line(strong(provider.name.in(language)) + fmt::format(" ({})", provider.id));
    for (const Channel* channel : listed.channels) {
        print_channel(*channel, language, now);
    }
    if (listed.channels.empty()) {
        print_paragraph(_("No way to reach them could be verified."), 2);
    }
}

void print_provider(const ListedProvider& listed, const std::string& language, std::chrono::sys_seconds now)
{
    const Provider& provider = listed.known->provider;
    print_channels(listed, language, now);
    print_group(_("Official domains"), provider.domains);
    print_group(_("Official hosts"), provider.hosts);
    print_group(_("Official e-mail addresses"), provider.emails);
    print_group(_("Official telephone numbers"), provider.phones);
    print_group(_("Official accounts and apps"), accounts_of(provider));
    print_group(_("Keys that sign its downloads"), provider.keys);
    print_group(_("What they never do"), sentences(provider, language));
    print_group(_("Sources"), provider.sources);
    print_line();
    print_line(provenance(*listed.known)); // not broken: it may be a path
    print_paragraph(_("A sender's address and a caller's number can be forged: that it stands here does not prove who wrote or called."), 0);
}

} // namespace unknot
