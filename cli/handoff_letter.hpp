// SPDX-License-Identifier: GPL-3.0-or-later
// What a human reads who takes over: a handover put into words, in the interface's language.
#pragma once

#include "unknot/handoff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct LetterContext {
    std::optional<std::int64_t> case_id;
    std::string title;      // of the tree
    std::string pack;       // `wallet 1.0.0`
    std::string tree;
    std::string started;    // UTC; empty for a walk that is not recorded
    std::string updated;
    std::string provider;   // its name; empty for nobody in particular
    std::vector<std::string> unknown;   // labels of what support needs and nobody knows
    std::string receipt;    // empty where it would tell what the person hid
};

enum class LetterForm { text, markdown };

// One line: the channel's own subject with its fields filled in, otherwise the order number and what the tree is about.
std::string letter_subject(const Handover& handover, const LetterContext& context, const std::string& channel_subject);

std::string letter_body(const Handover& handover, const LetterContext& context, LetterForm form);

} // namespace unknot
