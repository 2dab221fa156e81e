// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/packed_text.hpp"

#include "unknot/hash.hpp"
#include "unknot/problem.hpp"

#include <algorithm>
#include <limits>
#include <lz4.h>
#include <lz4hc.h>
#include <new>
#include <stdexcept>

namespace unknot {

namespace {

constexpr std::size_t sample_bytes = 16 * 1024; // of a language: twice as much makes an index 1 % smaller, and each search read it
constexpr std::size_t piece_bytes = 400;
constexpr std::size_t head_bytes = 8;
constexpr std::size_t most_from_a_byte = 255; // of a block
constexpr std::size_t longest_text = LZ4_MAX_INPUT_SIZE;

void put(std::string& out, std::uint32_t number)
{
    for (int byte = 0; byte < 4; ++byte, number >>= 8U) {
        out += static_cast<char>(number & 0xFFU);
    }
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset)
{
    std::uint32_t number = 0;
    for (std::size_t byte = 4; byte-- > 0;) {
        number = number << 8U | static_cast<unsigned char>(bytes[offset + byte]);
    }
    return number;
}

[[noreturn]] void refuse()
{
    throw Failure("the search index is damaged: a text cannot be unpacked", "unknot index update");
}

} // namespace

// From behind the beginning, which in many a text is a heading or a notice that all have.
void TextSamples::add(const std::string& language, std::string_view text)
{
    std::string& sample = samples_[language];
    const std::string_view piece = text.substr(text.size() >= 2 * piece_bytes ? piece_bytes : 0, piece_bytes);
    sample += piece.substr(0, sample_bytes - std::min(sample_bytes, sample.size()));
}

std::uint32_t sample_key(std::string_view sample)
{
    return sample.empty() ? 0 : static_cast<std::uint32_t>(quick_hash(sample)) | 1U;
}

TextPacker::TextPacker(const TextSamples& samples) : samples_(samples), stream_(::LZ4_createStreamHC())
{
    if (stream_ == nullptr) {
        throw std::bad_alloc();
    }
}

TextPacker::~TextPacker()
{
    ::LZ4_freeStreamHC(stream_);
}

std::string TextPacker::packed(std::string_view text, const std::string& language)
{
    if (text.size() > longest_text) {
        throw std::length_error("a text of two gigabytes");
    }
    const auto found = samples_.all().find(language);
    const std::string_view sample = found == samples_.all().end() ? std::string_view() : std::string_view(found->second);
    const auto size = static_cast<int>(text.size());
    ::LZ4_resetStreamHC_fast(stream_, LZ4HC_CLEVEL_DEFAULT);
    if (!sample.empty()) {
        ::LZ4_loadDictHC(stream_, sample.data(), static_cast<int>(sample.size()));
    }
    std::string packed;
    put(packed, sample_key(sample));
    put(packed, static_cast<std::uint32_t>(text.size()));
    packed.resize(head_bytes + static_cast<std::size_t>(::LZ4_compressBound(size)));
    const int room = static_cast<int>(packed.size() - head_bytes);
    const int written = ::LZ4_compress_HC_continue(stream_, text.data(), packed.data() + head_bytes, size, room);
    packed.resize(head_bytes + static_cast<std::size_t>(written));
    return packed;
}

std::string TextUnpacker::unpacked(std::string_view packed)
{
    if (packed.size() < head_bytes) {
        refuse();
    }
    const std::size_t size = number_at(packed, 4);
    const std::string_view block = packed.substr(head_bytes);
    if (size > longest_text || size > block.size() * most_from_a_byte || block.size() > std::numeric_limits<int>::max()) {
        refuse();
    }
    const std::string& beside = sample(number_at(packed, 0));
    std::string text(size, '\0');
    const int got = ::LZ4_decompress_safe_usingDict(
        block.data(), text.data(), static_cast<int>(block.size()), static_cast<int>(size), beside.data(), static_cast<int>(beside.size()));
    if (got < 0 || static_cast<std::size_t>(got) != size) {
        refuse();
    }
    return text;
}

const std::string& TextUnpacker::sample(std::uint32_t key)
{
    const auto known = samples_.find(key);
    return known != samples_.end() ? known->second : samples_.emplace(key, key == 0 ? std::string() : find_(key)).first->second;
}

} // namespace unknot
