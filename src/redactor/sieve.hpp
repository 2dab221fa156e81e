// SPDX-License-Identifier: GPL-3.0-or-later
// A stream in windows. What is looked for is found whole because each window is seen with a margin on both sides that is longer than any secret.
// Windows lie at fixed offsets of the stream, so that the same bytes give the same result however they arrive.
#pragma once

#include "redactor/detectors.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace unknot {

// All that a text holds, in order, not overlapping.
Findings find_all(std::string_view text, Masking masking);

struct SieveSink {
    std::function<void(std::string_view)> pass;                       // bytes that are no secret
    std::function<void(const Finding&, std::string_view raw)> secret; // its offsets are those of the stream
};

class Sieve {
public:
    static constexpr std::size_t window = 1024 * 1024;
    static constexpr std::size_t margin = 64 * 1024;

    explicit Sieve(Masking masking) : masking_(masking) {}

    void push(std::string_view bytes, const SieveSink& sink);
    void finish(const SieveSink& sink);

    // A whole text at once; shorter ones are not copied.
    static void sift(std::string_view text, Masking masking, const SieveSink& sink);

private:
    void settle(std::string_view seen, std::size_t limit, const SieveSink& sink);

    Masking masking_;
    std::string buffer_;
    std::size_t base_ = 0; // the stream's offset of the buffer's first byte
    std::size_t done_ = 0; // what of the buffer is settled
};

} // namespace unknot
