// SPDX-License-Identifier: GPL-3.0-or-later
// What every command is handed: the checked options and where things lie.
#pragma once

#include "configuration.hpp"
#include "locations.hpp"
#include "options.hpp"
#include "unknot/pack.hpp"
#include "unknot/value.hpp"

#include <ctime>
#include <string>
#include <vector>

namespace unknot {

struct Session {
    CommonOptions options;
    Locations locations;
    Environment environment;
    Configuration configuration;
    std::string language; // the person's wish; a pack that doesn't speak it answers in its source language

    // All packs, the strongest first: --pack, configuration, UNKNOT_PACK_PATH, installed. The first of two with one id wins. A pack that can't be
    // opened is reported and left out, but one named by --pack throws.
    const std::vector<Pack>& packs() const;

    bool names(const Pack& pack) const; // whether --pack names its folder

    // The languages to load for a pack: its source language and the one that is spoken.
    std::string language_of(const Pack& pack) const;

    Value today() const;     // the local day
    std::string now() const; // UTC, `2026-11-21T22:40:03Z`
    std::string time_ago(double seconds) const; // the same, so long ago

private:
    mutable std::vector<Pack> packs_;
    mutable bool found_ = false;
};

std::string instant_text(std::time_t seconds); // as Session::now() writes it

// `tree:ID`, `article:ID`, `provider:ID`, `PACK/ID` or a bare id, taken apart.
struct Reference {
    std::string kind; // empty when not said
    std::string pack; // empty when not said
    std::string id;
};
Reference parse_reference(const std::string& text);

struct FoundTree {
    const Pack* pack;
    std::string id;
};

// The tree that a person or script names. Throws Failure when there is none (with the nearest id) or several packs have it.
FoundTree find_tree_named(const Session& session, const std::string& text);

} // namespace unknot
