// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule must hold for what is sent to people and keep away from the names of others. Two things make that hard: short names, and common words.
// One edit away from a four-letter name lie a hundred words, so a name under six letters is only compared as a whole: its look, and its ending.
// Up to seven letters, an edit counts under the same ending only (`trevor.io` is near `trezor.io`, `finance.org` is not near `binance.com`). A name with
// letters beyond ASCII was made to look like something: there two edits count, and the whole skeleton is compared, not only single letters.
#include "lookalike/rules.hpp"

#include "unknot/confusables.hpp"
#include "unknot/spelling.hpp"

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

constexpr std::size_t shortest_name = 3;

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool looks_same(const SeenHost& seen, const OfficialDomain& official)
{
    const std::string& label = seen.registered.text;
    if (official.label.size() < shortest_name || label == official.label) {
        return false;
    }
    const bool near_ending = seen.host->suffix == official.suffix || official.label.size() >= distinctive_name || !is_ascii(label);
    return seen.registered.skeleton == official.skeleton || (near_ending && seen.blurred == official.blurred);
}

bool is_mistyped(const SeenHost& seen, const OfficialDomain& official)
{
    const std::string& label = seen.registered.text;
    const bool near_ending = seen.host->suffix == official.suffix || official.label.size() >= distinctive_name;
    const std::size_t edits = is_ascii(label) ? 1 : 2;
    if (official.label.size() < long_name || (edits == 1 && !near_ending) || label == official.label) {
        return false;
    }
    return edit_distance(label, official.label, edits) <= edits || edit_distance(seen.registered.skeleton, official.skeleton, edits) <= edits;
}

bool is_longer(const SeenHost& seen, const OfficialDomain& official)
{
    const bool disguised = official.label.size() >= long_name && is_embedded(official.skeleton, seen.registered.skeleton, official.suffix);
    return official.label.size() >= shortest_name && (disguised || is_embedded(official.label, seen.registered.text, official.suffix));
}

std::string flat(std::string_view host)
{
    std::string out;
    std::copy_if(host.begin(), host.end(), std::back_inserter(out), [](char byte) { return byte != '.' && byte != '-'; });
    return out;
}

std::string_view without_www(std::string_view host)
{
    return host.starts_with("www.") ? host.substr(4) : host;
}

// The host without its ending, in letters.
std::string_view before_suffix(const Host& host)
{
    std::string_view name = host.unicode;
    const auto labels = std::count(host.suffix.begin(), host.suffix.end(), '.') + (host.suffix.empty() ? 0 : 1);
    for (std::ptrdiff_t i = 0; i < labels; ++i) {
        name = name.substr(0, std::min(name.rfind('.'), name.size()));
    }
    return name;
}

bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || static_cast<unsigned char>(byte) >= 0x80;
}

// A label in front of somebody else's name that is the official one, or holds it.
bool has_label(const SeenHost& seen, const OfficialDomain& official)
{
    return official.label.size() >= long_name && std::any_of(seen.below.begin(), seen.below.end(), [&](const SeenLabel& label) {
        return label.text == official.label || label.skeleton == official.skeleton || is_embedded(official.label, label.text, official.suffix);
    });
}

} // namespace

SeenHost look_at(const Host& host)
{
    SeenHost seen;
    seen.host = &host;
    std::string_view name = before_suffix(host);
    if (const auto plain = without_www(name); plain.find_first_of(".-") != std::string_view::npos) {
        seen.flat_skeleton = skeleton(flat(plain));
    }
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        seen.below.push_back({std::string(name.substr(0, dot)), skeleton(name.substr(0, dot))});
        name.remove_prefix(dot + 1);
    }
    seen.registered = {std::string(name), skeleton(name)};
    seen.blurred = blurred(name);
    return seen;
}

std::vector<ContactReason> host_reasons(const SeenHost& seen, const OfficialDomain& official)
{
    std::vector<ContactReason> reasons;
    if (seen.registered.text == official.label && official.label.size() >= shortest_name) {
        reasons.push_back(ContactReason::same_name_other_suffix);
    }
    if (looks_same(seen, official)) {
        reasons.push_back(ContactReason::confusable_characters);
    } else if (is_mistyped(seen, official)) {
        reasons.push_back(ContactReason::one_letter_off);
    }
    if (is_longer(seen, official)) {
        reasons.push_back(ContactReason::brand_in_longer_name);
    }
    if (official.label.size() >= long_name && !seen.flat_skeleton.empty() && seen.flat_skeleton == official.skeleton) {
        reasons.push_back(ContactReason::dots_or_hyphens);
    }
    if (names_domain(seen.host->unicode, official) || has_label(seen, official)) {
        reasons.push_back(ContactReason::official_name_as_subdomain);
    }
    return reasons;
}

bool names_domain(std::string_view text, const OfficialDomain& official)
{
    for (std::size_t at = text.find(official.name); at != std::string_view::npos; at = text.find(official.name, at + 1)) {
        const std::size_t end = at + official.name.size();
        const bool begins = at == 0 || !is_name_byte(text[at - 1]);
        const bool ends = end == text.size() || !is_name_byte(text[end]) || text[end] == '-';
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

} // namespace unknot
