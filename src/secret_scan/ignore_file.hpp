// SPDX-License-Identifier: GPL-3.0-or-later
// The patterns of one .gitignore, as gitignore(5) has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class EntryKind { file, folder };
enum class IgnoreVerdict { unsaid, ignored, kept };

class IgnoreFile {
public:
    explicit IgnoreFile(std::string_view text);

    // About a path relative to the file's folder, with `/` between its parts. The last pattern that fits decides.
    IgnoreVerdict verdict(std::string_view path, EntryKind kind) const;

private:
    struct Pattern {
        std::vector<std::string> parts; // between slashes; `**` stands for any number of them
        bool kept = false;              // `!` before it
        bool folders_only = false;
    };

    std::vector<Pattern> patterns_;
};

// Whether a name fits `*`, `?`, `[a-z]` and `\` escapes. Time is at most the product of the lengths.
bool fits_glob(std::string_view glob, std::string_view name);

} // namespace unknot
