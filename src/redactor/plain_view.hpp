// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the detectors read it: without terminal sequences, soft hyphens and invisible marks, full-width letters and digits as ASCII, unusual
// spaces as spaces, and a line break that is written `\n` as a space. Offsets lead back to the bytes as they came, and only those are ever masked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

class PlainView {
public:
    explicit PlainView(std::string_view raw); // must outlive the view

    std::string_view text() const { return changed_ ? std::string_view(plain_) : raw_; }

    // Where a part of the view that begins, or ends, at an offset does so in the bytes as they came.
    std::size_t raw_start(std::size_t at) const;
    std::size_t raw_end(std::size_t at) const;

private:
    struct Step {
        std::size_t at = 0;     // in the view
        std::size_t before = 0; // in the raw text, for what ends there
        std::size_t after = 0;  // and for what begins there
    };

    void step(std::size_t before, std::size_t after);
    const Step& step_before(std::size_t at) const;

    std::string_view raw_;
    std::string plain_;
    std::vector<Step> steps_;
    bool changed_ = false;
};

} // namespace unknot
