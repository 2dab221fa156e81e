// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_index/stamps.hpp"

#include "unknot/hash.hpp"
#include "unknot/pack_files.hpp"

#include <fmt/format.h>
#include <optional>

namespace unknot {

std::string stamp_of(std::string_view text)
{
    constexpr std::size_t bytes = 16;
    std::string out;
    for (const char byte : keyed_hash("unknot index of a pack", text).substr(0, bytes)) {
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
}

std::string contents_stamp(const Pack& pack)
{
    Problems ignored;
    const std::optional<Source> head = pack.read("pack.yaml", ignored);
    return "contents " + stamp_of(file_sizes(pack) + (head ? head->text : std::string()));
}

} // namespace unknot
