// SPDX-License-Identifier: GPL-3.0-or-later
// The rules, each about one way to imitate. Private to lookalike.
#pragma once

#include "unknot/contact_reason.hpp"
#include "unknot/contact_register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

constexpr std::size_t long_name = 6;        // letters from which on a name may be mistyped: one letter off a shorter one are words of their own
constexpr std::size_t distinctive_name = 8; // from which on it is nobody else's, under any ending and in whatever it stands

struct SeenLabel {
    std::string text;
    std::string skeleton;
};

// A host as it is looked at, once for all official names.
struct SeenHost {
    const Host* host = nullptr;   // must outlive this
    SeenLabel registered;         // the label that somebody chose, in front of the ending
    std::string blurred;          // of it
    std::vector<SeenLabel> below; // the labels in front of it
    std::string flat_skeleton;    // of all of them without dots and hyphens; empty where there are none to leave out
};
SeenHost look_at(const Host& host);

// What a host does with an official name: the registered label is like it, the official name has dots or hyphens elsewhere, or it is a part of
// somebody else's.
std::vector<ContactReason> host_reasons(const SeenHost& seen, const OfficialDomain& official);

// The official domain written out in what is read before, or behind, the host that counts.
bool names_domain(std::string_view text, const OfficialDomain& official);

// `word` together with words that imitations are made with: `wordsupport`, `my-word`, `word2`, `wordcom`. A distinctive word may stand anywhere.
bool is_embedded(std::string_view word, std::string_view name, std::string_view suffix);

} // namespace unknot
