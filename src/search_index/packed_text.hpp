// SPDX-License-Identifier: GPL-3.0-or-later
// What documents store, in fewer bytes. Xapian deflates what it stores, each text with a code of its own, and of ten short texts a search took a tenth of
// its instructions to read those again. LZ4 (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md) only refers to bytes that were there before;
// so that a short text finds any, it may refer to samples of the index's other texts. Reading takes a quarter of that, and an index is a hundredth larger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

union LZ4_streamHC_u;

namespace unknot {

// Of the texts of each language, as much as is worth to be kept beside them.
class TextSamples {
public:
    void add(const std::string& language, std::string_view text); // a piece of it, while there is room

    // By language; views of these are good as long as nothing is added.
    const std::map<std::string, std::string>& all() const { return samples_; }

private:
    std::map<std::string, std::string> samples_;
};

// By which a sample is found again; 0 is that of an empty one.
std::uint32_t sample_key(std::string_view sample);

class TextPacker {
public:
    explicit TextPacker(const TextSamples& samples); // which must outlive it, unchanged
    ~TextPacker();
    TextPacker(const TextPacker&) = delete;
    TextPacker& operator=(const TextPacker&) = delete;

    // The key of the sample, the size of the text, 4 bytes each with the lowest first; then LZ4's block.
    std::string packed(std::string_view text, const std::string& language);

private:
    const TextSamples& samples_;
    LZ4_streamHC_u* stream_;
};

class TextUnpacker {
public:
    using Find = std::function<std::string(std::uint32_t key)>; // a sample; empty when there is none
    explicit TextUnpacker(Find find) : find_(std::move(find)) {}

    // Of what packed() made. Throws Failure when that is damaged, before it takes more memory than a block of these bytes could need.
    std::string unpacked(std::string_view packed);

private:
    const std::string& sample(std::uint32_t key);

    Find find_;
    std::map<std::uint32_t, std::string> samples_;
};

} // namespace unknot
