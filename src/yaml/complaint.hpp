// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's complaints in our words: what was expected, what was found, and what to type instead.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"
#include "yaml/builder.hpp"
#include "yaml/places.hpp"

#include <cstddef>
#include <string_view>

namespace unknot::yaml {

struct Complaint {
    std::string_view reason;   // yaml-cpp's
    std::size_t offset = 0;    // at or behind the end: the file ended
};

// What the builder has seen so far tells which list, map or quote was left open.
Problem explain(const Source& source, const Places& places, const Builder& builder, const Complaint& complaint);

} // namespace unknot::yaml
