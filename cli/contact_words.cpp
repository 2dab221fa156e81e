// SPDX-License-Identifier: GPL-3.0-or-later
#include "contact_words.hpp"

#include "language.hpp"
#include "unknot/value.hpp"

#include <cmath>

namespace unknot {

namespace {

using std::chrono::minutes;

constexpr long minutes_of_hour = 60;
constexpr long minutes_of_day = 24 * 60;

long rounded(long value, long unit)
{
    return (value + unit / 2) / unit;
}

// In the largest unit that still says enough: from two days on nobody counts hours.
std::string span_text(long span)
{
    if (span < minutes_of_hour) {
        return filled(_("{} min"), {std::to_string(span)});
    }
    if (rounded(span, minutes_of_hour) < 48) {
        return filled(_("{} h"), {std::to_string(rounded(span, minutes_of_hour))});
    }
    const long days = rounded(span, minutes_of_day);
    return filled(plural("{} day", "{} days", static_cast<unsigned long>(days)), {std::to_string(days)});
}

std::string caution_advice(const ContactVerdict& verdict)
{
    switch (verdict.reasons.front()) {
    case ContactReason::plain_http:
    case ContactReason::odd_port: return filled(_("Type the address yourself, with https:// and no number behind it: {}"), {verdict.nearest});
    case ContactReason::unlisted_mailbox:
        return filled(_("Do not answer it. Find the way to write to them on their own site: {}"), {verdict.nearest});
    case ContactReason::service_not_said:
        return filled(_("Say where it is, as in x:NAME. On their list it is {}; the same name elsewhere is somebody else's."), {verdict.nearest});
    default: return _("Look up on their own site whether it still holds, before you rely on it.");
    }
}

} // namespace

std::string verdict_text(const ContactVerdict& verdict, const std::string& owner)
{
    switch (verdict.verdict) {
    case ContactClass::official: return filled(_("OFFICIAL: on the list of {}."), {owner});
    case ContactClass::caution: return filled(_("CAUTION: it belongs to {}, with a reservation."), {owner});
    case ContactClass::lookalike:
        return owner.empty() ? std::string(_("LOOK-ALIKE: written to be taken for something else. It is on no list."))
                             : filled(_("LOOK-ALIKE: it resembles {} of {}, and is not on their list."), {verdict.nearest, owner});
    case ContactClass::shared: return _("SHARED: anybody can be behind it, and it is on no list.");
    case ContactClass::unlisted: return _("NOT LISTED: not known to be anybody's official address. More is not known.");
    case ContactClass::invalid: return _("UNREADABLE: where it leads cannot be told for sure.");
    }
    return {};
}

std::string advice(const ContactVerdict& verdict)
{
    switch (verdict.verdict) {
    case ContactClass::official:
        return _("It is theirs; what you are told there can still be wrong. Nobody who helps you needs your recovery phrase, password or code.");
    case ContactClass::caution: return caution_advice(verdict);
    case ContactClass::lookalike:
        return verdict.nearest.empty() ? std::string(_("Do not use it. 'unknot contact list' shows official addresses."))
                                       : filled(_("Do not use it. What is on the list is {}: type it yourself."), {verdict.nearest});
    case ContactClass::shared: return _("Do not take it for official. Follow a link from the provider's own site; 'unknot contact list' shows those.");
    case ContactClass::unlisted: return _("Treat it as not theirs. 'unknot contact list' shows official addresses.");
    case ContactClass::invalid: return _("Do not open it. Ask for the plain address, or type one from 'unknot contact list'.");
    }
    return {};
}

std::string openness_text(const Availability& availability, std::chrono::sys_seconds now)
{
    if (availability.state == Openness::unknown) {
        return {};
    }
    const bool open = availability.state == Openness::open;
    std::string text = open ? _("open now") : _("closed now");
    if (availability.changes) {
        const std::string left = span_text(static_cast<long>(std::chrono::ceil<minutes>(*availability.changes - now).count()));
        text = open ? filled(_("open now, closes in {}"), {left}) : filled(_("opens in {}"), {left});
    }
    return availability.holidays_differ ? filled(_("{} (not on public holidays there)"), {text}) : text;
}

std::string reply_text(const std::string& duration)
{
    const auto value = read_value(FactType::duration, duration);
    return value ? span_text(std::lround(value->number / 60)) : duration;
}

} // namespace unknot
