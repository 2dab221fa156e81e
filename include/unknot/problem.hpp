// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, where, and what to do about it.
//
// Faults in knowledge are values: a reader collects every Problem of a file and goes on. Failure is the one
// exception type and means "cannot go on". Nothing found is a plain answer, neither of the two.
#pragma once

#include "unknot/place.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace unknot {

enum class Severity { error, warning };

struct Problem {
    Severity severity = Severity::error;
    std::string code;            // stable, lower case with hyphens: "unknown-key"
    std::string message;         // lower case, no full stop; expected before found; the person's words in single quotes
    std::optional<Place> place;  // none for a fault that is in no file
    std::string hint;            // one action, ready to paste; may be empty
    std::string line;            // the source line at `place`, without its line break; may be empty
};

using Problems = std::vector<Problem>;

// The one exception of the project: what was asked for cannot be done.
class Failure : public std::runtime_error {
public:
    explicit Failure(Problem problem);
    Failure(std::string message, std::string hint = {});

    const Problem& problem() const noexcept { return problem_; }

private:
    Problem problem_;
};

bool has_errors(const Problems& problems);

// The whole text a person reads, each line ended by a line break: `FILE:LINE:COLUMN: error: …` with the source line and a
// caret under it, or `unknot: error: …` where there is no place; then the hint. Not sanitised for a terminal.
std::string describe(const Problem& problem);

} // namespace unknot
