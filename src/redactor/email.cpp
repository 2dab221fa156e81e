// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_domain = 253;

bool is_local(char c)
{
    return is_alphanumeric(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

// The end of a domain with a point in it and letters behind the last one; `at` where there is none.
std::size_t end_of_domain(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at < longest_domain && (is_alphanumeric(text[end]) || text[end] == '.' || text[end] == '-')) {
        ++end;
    }
    while (end > at && !is_alphanumeric(text[end - 1])) {
        --end;
    }
    const std::string_view domain = text.substr(at, end - at);
    const std::size_t point = domain.rfind('.');
    const bool fits = point != std::string_view::npos && point > 0 && domain.size() - point > 2 && is_alphanumeric(domain.front())
                      && domain.find("..") == std::string_view::npos
                      && std::all_of(domain.begin() + static_cast<std::ptrdiff_t>(point) + 1, domain.end(), is_letter);
    return fits ? end : at;
}

std::size_t start_of_local(std::string_view text, std::size_t at)
{
    std::size_t start = at;
    while (start > 0 && at - start < longest_local && is_local(text[start - 1])) {
        --start;
    }
    while (start < at && !is_alphanumeric(text[start])) {
        ++start;
    }
    return start;
}

// Whether what begins at `start` stands between `://` and the host.
bool is_user_of_url(std::string_view text, std::size_t start)
{
    const std::size_t earliest = start - std::min(start, longest_domain);
    for (std::size_t at = start; at > earliest && !is_blank(text[at - 1]); --at) {
        if (text[at - 1] == '/') {
            return text.substr(earliest, at - earliest).substr(at - earliest - std::min<std::size_t>(at - earliest, 3)) == "://";
        }
    }
    return false;
}

} // namespace

void find_emails(std::string_view text, Findings& findings)
{
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::size_t start = start_of_local(text, at);
        const std::size_t end = end_of_domain(text, at + 1);
        const bool in_url = is_user_of_url(text, start);
        const bool remote = end < text.size() && text[end] == ':' && text.substr(start, at - start) == "git"; // git@host:path
        if (start < at && end > at + 1 && !in_url && !remote) {
            report(findings, "email", "email", start, end, Proof::surroundings, lower(text.substr(start, end - start)));
        }
    }
}

} // namespace unknot
