// SPDX-License-Identifier: GPL-3.0-or-later
// The register of the shipped providers, and the committed lists of addresses.
#pragma once

#include "unknot/contact_register.hpp"
#include "unknot/contact_verdict.hpp"
#include "unknot/pack.hpp"

#include <fstream>
#include <string>
#include <vector>

namespace unknot {

constexpr long day_of_the_lists = 20'778; // 2026-11-21: the providers were reviewed that day

inline const ContactRegister& shipped_register()
{
    static const ContactRegister known = [] {
        Problems problems;
        const Pack pack = Pack::open(UNKNOT_SOURCE_DIR "/knowledge", "knowledge", Freshness::stamp, problems);
        ContactRegister made;
        for (const auto& id : pack.provider_ids()) {
            made.add(pack.provider(id, problems).value(), pack.info().id);
        }
        return made;
    }();
    return known;
}

inline ContactVerdict judged(std::string_view text)
{
    return judge_contact(read_contact_address(text), shipped_register(), day_of_the_lists);
}

// The lines of tests/contacts/NAME without comments, cut at tabs.
inline std::vector<std::vector<std::string>> rows_of(const std::string& file)
{
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(UNKNOT_SOURCE_DIR "/tests/contacts/" + file);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("# ")) {
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t')) {
            row.push_back(line.substr(0, tab));
            line.erase(0, tab + 1);
        }
        row.push_back(line);
    }
    return rows;
}

} // namespace unknot
