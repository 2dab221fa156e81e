// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/link_text.hpp"

#include "unknot/display.hpp"
#include "unknot/fields.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

std::string printable(std::string_view target)
{
    std::string shown;
    for (const char c : sanitised(target)) {
        switch (c) {
        case ' ': shown += "%20"; break;
        case '\n': shown += "%0A"; break;
        case '<': shown += "%3C"; break;
        case '>': shown += "%3E"; break;
        default: shown += c;
        }
    }
    return shown;
}

// The id of a link into the pack; empty for any other target.
std::string_view pack_id(std::string_view target)
{
    for (const std::string_view scheme : {"article:", "tree:", "provider:"}) {
        if (target.starts_with(scheme) && is_pack_id(target.substr(scheme.size()))) {
            return target.substr(scheme.size());
        }
    }
    return {};
}

} // namespace

std::string link_suffix(std::string_view text, std::string_view target)
{
    if (const auto id = pack_id(target); !id.empty()) {
        const std::string_view command = target.starts_with("tree:") ? "run" : target.starts_with("provider:") ? "contact show" : "show";
        return fmt::format("{}(unknot {} {})", text.empty() ? "" : " ", command, id);
    }
    const std::string shown = printable(target);
    const bool says_it_already = text == shown || (target.starts_with("mailto:") && shown.substr(7) == text);
    return says_it_already ? std::string() : fmt::format("{}<{}>", text.empty() ? "" : " ", shown);
}

} // namespace unknot
