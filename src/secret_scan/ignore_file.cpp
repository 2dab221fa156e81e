// SPDX-License-Identifier: GPL-3.0-or-later
// Both levels, characters in a part and parts in a path, are matched the same way: on a mismatch the last star takes one more and all goes on behind
// it. Only the last star ever has to be tried again, so a pattern with many stars costs no more than the product of the two lengths.
#include "secret_scan/ignore_file.hpp"

#include <cstddef>

namespace unknot {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        parts.emplace_back(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return parts;
}

std::string_view without_trailing_blanks(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || (line.back() == ' ' && (line.size() < 2 || line[line.size() - 2] != '\\')))) {
        line.remove_suffix(1);
    }
    return line;
}

// `[…]` at the start of the glob: its size, 0 where it is not closed; and whether the character is in it.
std::size_t class_size(std::string_view glob, char c, bool& fits)
{
    std::size_t at = 1;
    const bool inverted = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
    at += inverted ? 1 : 0;
    fits = false;
    for (const std::size_t first = at; at < glob.size() && (glob[at] != ']' || at == first); ++at) {
        if (at + 2 < glob.size() && glob[at + 1] == '-' && glob[at + 2] != ']') {
            fits = fits || (glob[at] <= c && c <= glob[at + 2]);
            at += 2;
        } else {
            fits = fits || glob[at] == c;
        }
    }
    fits = fits != inverted;
    return at < glob.size() ? at + 1 : 0;
}

// How many bytes of the glob stand for this character; 0 where they do not fit it.
std::size_t step(std::string_view glob, char c)
{
    if (glob.empty() || glob.front() == '*') {
        return 0;
    }
    if (glob.front() == '[') {
        bool fits = false;
        const std::size_t size = class_size(glob, c, fits);
        if (size > 0) {
            return fits ? size : 0;
        }
    }
    if (glob.front() == '\\' && glob.size() > 1) {
        return glob[1] == c ? 2 : 0;
    }
    return glob.front() == '?' || glob.front() == c ? 1 : 0;
}

bool fits_parts(const std::vector<std::string>& globs, const std::vector<std::string>& parts)
{
    std::size_t glob = 0;
    std::size_t part = 0;
    std::size_t star = none;
    std::size_t tried = 0;
    while (part < parts.size()) {
        if (glob < globs.size() && globs[glob] == "**") {
            star = glob++;
            tried = part;
        } else if (glob < globs.size() && fits_glob(globs[glob], parts[part])) {
            ++glob;
            ++part;
        } else if (star != none) {
            glob = star + 1;
            part = ++tried;
        } else {
            return false;
        }
    }
    while (glob < globs.size() && globs[glob] == "**" && glob + 1 < globs.size()) {
        ++glob;
    }
    return glob == globs.size();
}

} // namespace

bool fits_glob(std::string_view glob, std::string_view name)
{
    std::size_t at = 0;
    std::size_t read = 0;
    std::size_t star = none;
    std::size_t tried = 0;
    while (read < name.size()) {
        if (at < glob.size() && glob[at] == '*') {
            star = at++;
            tried = read;
        } else if (const std::size_t size = at < glob.size() ? step(glob.substr(at), name[read]) : 0) {
            at += size;
            ++read;
        } else if (star != none) {
            at = star + 1;
            read = ++tried;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', at) == std::string_view::npos;
}

IgnoreFile::IgnoreFile(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = without_trailing_blanks(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        Pattern pattern;
        pattern.kept = line.front() == '!';
        line.remove_prefix(pattern.kept ? 1 : 0);
        pattern.folders_only = !line.empty() && line.back() == '/';
        line.remove_suffix(pattern.folders_only ? 1 : 0);
        const bool anchored = line.find('/') != std::string_view::npos;
        line.remove_prefix(!line.empty() && line.front() == '/' ? 1 : 0);
        pattern.parts = split(line);
        if (!anchored) {
            pattern.parts.insert(pattern.parts.begin(), "**");
        }
        if (!line.empty()) {
            patterns_.push_back(std::move(pattern));
        }
    }
}

IgnoreVerdict IgnoreFile::verdict(std::string_view path, EntryKind kind) const
{
    const std::vector<std::string> parts = split(path);
    for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
        if ((kind == EntryKind::folder || !pattern->folders_only) && fits_parts(pattern->parts, parts)) {
            return pattern->kept ? IgnoreVerdict::kept : IgnoreVerdict::ignored;
        }
    }
    return IgnoreVerdict::unsaid;
}

} // namespace unknot
