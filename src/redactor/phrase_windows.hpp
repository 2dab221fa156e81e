// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a run are which phrase. The whole run is masked anyway; this tells one phrase from the next, so that each has its stand-in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unknot {

// A word of a run: its place in the list, or nothing for a foreign one; evidence for a phrase that begins with it.
struct RunWord {
    std::optional<std::uint16_t> index;
    std::uint8_t edge = 0;
};

struct PhraseWindow {
    std::size_t first = 0;
    std::size_t last = 0; // one past
};

// A part of a run that goes by one stand-in: `phrase` is the window that the checksum proved.
struct PhrasePart {
    PhraseWindow part;
    PhraseWindow phrase;
};

// The parts cover the run from its first word to its last, but for a label outside the quotation marks of a phrase; none where no window has a right
// BIP39 checksum.
std::vector<PhrasePart> bip39_parts(const std::vector<RunWord>& run);

} // namespace unknot
