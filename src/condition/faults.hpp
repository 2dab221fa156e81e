// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the Problems of one condition: an offset in its text becomes a place in the file.
#pragma once

#include "unknot/condition.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace unknot {

class Faults {
public:
    Faults(const Source& source, const ConditionText& text, Problems& problems) : source_(source), text_(text), problems_(problems) {}

    void add(std::size_t offset, std::string code, std::string message, std::string hint = {});

    // What the person wrote between two offsets, in single quotes and shortened.
    std::string quoted(std::size_t begin, std::size_t end) const;

    const std::string& text() const { return text_.text; }

    // False once there are so many problems that nobody reads another hint: looking for the nearest name costs time.
    bool wants_hints() const;

private:
    const Source& source_;
    const ConditionText& text_;
    Problems& problems_;
};

}   // namespace unknot
