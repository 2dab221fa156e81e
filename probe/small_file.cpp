// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace unknot {

namespace {

constexpr std::size_t most = 1024 * 1024;

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

} // namespace

std::optional<std::string> read_small_file(const std::string& path)
{
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "re"));
    if (!file) {
        return std::nullopt;
    }
    std::string text;
    std::array<char, 4096> buffer;
    while (text.size() < most) {
        const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get());
        if (got == 0) {
            break;
        }
        text.append(buffer.data(), got);
    }
    return text;
}

std::vector<std::string_view> lines_of(const std::string& whole)
{
    std::string_view text = whole;
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        lines.push_back(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
    }
    return lines;
}

std::vector<std::string_view> words_of(std::string_view line)
{
    constexpr std::string_view blanks = " \t";
    std::vector<std::string_view> words;
    while (true) {
        line.remove_prefix(std::min(line.size(), line.find_first_not_of(blanks)));
        if (line.empty()) {
            return words;
        }
        words.push_back(line.substr(0, line.find_first_of(blanks)));
        line.remove_prefix(words.back().size());
    }
}

} // namespace unknot
