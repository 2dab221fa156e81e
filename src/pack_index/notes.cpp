// SPDX-License-Identifier: GPL-3.0-or-later
// A text file: five lines, then the lines of the folders, an empty line, the lines of the files. A search in an installed pack reads as far as the
// empty line.
#include "pack_index/notes.hpp"

#include "unknot/cache_file.hpp"
#include "unknot/problem.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "unknot index notes 2";
constexpr std::size_t bytes_of_folders = 4096; // as far as a search in an installed pack reads; more where many items were replaced

// Takes the first line off the text, without its break.
std::optional<std::string_view> take_line(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

// `KEY VALUE`; nothing when the line is another one.
std::optional<std::string_view> take_value(std::string_view& text, std::string_view key)
{
    const auto line = take_line(text);
    const bool has = line && line->size() > key.size() && line->starts_with(key) && (*line)[key.size()] == ' ';
    return has ? std::optional(line->substr(key.size() + 1)) : std::nullopt;
}

std::vector<std::string> words_of(std::string_view line)
{
    std::vector<std::string> words;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (end > 0) {
            words.emplace_back(line.substr(0, end));
        }
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

// As far as the empty line, with all breaks. Nothing when there is no such line.
std::optional<std::string_view> take_folders(std::string_view& text)
{
    const std::size_t end = text.starts_with('\n') ? 0 : text.find("\n\n");
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view folders = text.substr(0, end == 0 ? 0 : end + 1);
    text.remove_prefix(folders.size() + 1);
    return folders;
}

std::string head_of(const IndexNotes& notes)
{
    return fmt::format("{}\nstamp {}\nmade {}\nchanges {}\nreplaced {}\n", first_line, notes.stamp, notes.prebuilt ? "there" : "here", notes.changes,
        fmt::join(notes.replaced, " "));
}

} // namespace

std::optional<IndexNotes> read_notes(const fs::path& file, NotesPart part)
{
    std::optional<std::string> bytes = read_beginning(file, part == NotesPart::everything ? std::string::npos : bytes_of_folders);
    if (!bytes) {
        return std::nullopt;
    }
    std::string_view rest = *bytes;
    const auto first = take_line(rest);
    if (!first || *first != first_line) {
        return std::nullopt;
    }
    const auto stamp = take_value(rest, "stamp");
    const auto made = take_value(rest, "made");
    const auto changes = take_value(rest, "changes");
    const auto replaced = take_value(rest, "replaced");
    if (!stamp || !made || !changes || !replaced) {
        return std::nullopt;
    }
    const auto folders = take_folders(rest);
    if (!folders && part == NotesPart::folders && bytes->size() == bytes_of_folders) {
        return read_notes(file, NotesPart::everything);
    }
    IndexNotes notes;
    notes.stamp = *stamp;
    notes.prebuilt = *made == "there";
    notes.changes = *changes;
    notes.replaced = words_of(*replaced);
    notes.folders = folders.value_or(std::string_view());
    if (part == NotesPart::everything) {
        notes.files = std::move(bytes->erase(0, bytes->size() - rest.size())); // megabytes: not copied
    }
    return notes;
}

void write_notes(const fs::path& file, const IndexNotes& notes)
{
    if (!replace_file(file, {head_of(notes), notes.folders, "\n", notes.files})) { // megabytes: not put together first
        throw Failure(fmt::format("cannot write '{}'", file.string()));
    }
}

} // namespace unknot
