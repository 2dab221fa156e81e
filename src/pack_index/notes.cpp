// SPDX-License-Identifier: GPL-3.0-or-later
// A text file: five lines, then the lines of the folders, an empty line, the lines of the files. A search in an installed pack reads as far as the
// empty line.
#include "pack_index/notes.hpp"

#include "unknot/cache_file.hpp"
#include "unknot/problem.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "unknot index notes 1";

// `KEY VALUE`; nothing when the line is another one.
std::optional<std::string> take_value(std::istream& stream, std::string_view key)
{
    std::string line;
    const bool has = std::getline(stream, line) && line.size() > key.size() && line.compare(0, key.size(), key) == 0 && line[key.size()] == ' ';
    return has ? std::optional(line.substr(key.size() + 1)) : std::nullopt;
}

std::string rest_of(std::istream& stream)
{
    const std::streampos here = stream.tellg();
    stream.seekg(0, std::ios::end);
    const std::streamoff size = here < 0 ? 0 : stream.tellg() - here;
    stream.seekg(here);
    std::string text(static_cast<std::size_t>(std::max<std::streamoff>(0, size)), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

std::vector<std::string> words_of(const std::string& line)
{
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

std::string head_of(const IndexNotes& notes)
{
    return fmt::format("{}\nstamp {}\nmade {}\nchanges {}\nreplaced {}\n", first_line, notes.stamp, notes.prebuilt ? "there" : "here", notes.changes,
        fmt::join(notes.replaced, " "));
}

} // namespace

std::optional<IndexNotes> read_notes(const fs::path& file, NotesPart part)
{
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    if (!std::getline(stream, line) || line != first_line) {
        return std::nullopt;
    }
    const auto stamp = take_value(stream, "stamp");
    const auto made = take_value(stream, "made");
    const auto changes = take_value(stream, "changes");
    const auto replaced = take_value(stream, "replaced");
    if (!stamp || !made || !changes || !replaced) {
        return std::nullopt;
    }
    IndexNotes notes;
    notes.stamp = *stamp;
    notes.prebuilt = *made == "there";
    notes.changes = *changes;
    notes.replaced = words_of(*replaced);
    while (std::getline(stream, line) && !line.empty()) {
        notes.folders += line + '\n';
    }
    if (part == NotesPart::everything) {
        notes.files = rest_of(stream);
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
