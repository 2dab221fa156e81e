// SPDX-License-Identifier: GPL-3.0-or-later
// One company or project: what is officially theirs, and how to reach them.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"
#include "unknot/text.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Channel {
    std::string id;
    std::string type;                        // email, chat, phone, form, web, community, other
    std::string to;
    Text label;
    std::vector<std::string> languages;
    std::vector<std::string> needed;         // `requires`: facts
    Text subject;
    std::string reply;                       // a duration
    std::string hours;                       // everyday subset of OpenStreetMap opening hours
    std::string timezone;
    Place place;
};

struct Provider {
    std::string id;
    std::string file;
    Text name;
    std::string kind;
    std::string custody;                     // self, provider, or empty
    std::vector<std::string> domains;        // registrable domains, with their sub-domains
    std::vector<std::string> hosts;          // exact
    std::vector<std::string> keys;
    std::vector<std::string> emails;
    std::vector<std::string> phones;
    std::map<std::string, std::vector<std::string>, std::less<>> accounts;
    std::vector<Channel> channels;
    std::vector<Text> never;
    std::string reviewed;
    std::vector<std::string> sources;
    Place place;
};

// Reads a provider; `id` is what its file name says.
std::optional<Provider> read_provider(const Source& source, std::string_view id, Problems& problems);

} // namespace unknot
