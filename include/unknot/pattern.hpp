// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions in linear time (RE2 syntax, UTF-8). The fence around RE2.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace unknot {

class Pattern {
public:
    // Throws Failure when the expression is not valid; its message is RE2's own reason.
    explicit Pattern(const std::string& expression);

    bool matches_whole(std::string_view text) const;
    bool found_in(std::string_view text) const;
    const std::string& expression() const;

private:
    std::shared_ptr<const re2::RE2> compiled_;
};

} // namespace unknot
