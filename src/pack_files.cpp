// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/pack_files.hpp"

#include "descriptor.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <dirent.h>
#include <fcntl.h>
#include <iterator>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace unknot {

namespace {

constexpr std::array<const char*, 5> everything = {"articles", "pack.yaml", "providers", "synonyms.yaml", "trees"}; // sorted; folders have no dot
constexpr int digits = 24;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

// To look at what is in a folder by name, without the room that reading it takes.
int open_to_look(const std::filesystem::path& folder)
{
    return ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
}

enum class Detail { times_and_sizes, sizes };

template <class Number>
void add_number(std::string& out, Number number, int base)
{
    std::array<char, digits> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, base);
    out.append(buffer.data(), end.ptr);
}

// The lines of a state that may be a known one: no text is made of them before the first that differs.
class Lines {
public:
    explicit Lines(std::string_view known = {}) : known_(known) {}

    void add(std::string_view line)
    {
        if (differs_) {
            text_ += line;
        } else if (known_.substr(same_, line.size()) == line) {
            same_ += line.size();
        } else {
            begin_text();
            text_ += line;
        }
    }

    // Nothing when it is the known one.
    std::optional<std::string> different() &&
    {
        if (!differs_ && same_ < known_.size()) {
            begin_text();
        }
        return differs_ ? std::optional(std::move(text_)) : std::nullopt;
    }

private:
    void begin_text()
    {
        differs_ = true;
        text_.reserve(known_.size() + room_for_more);
        text_ = known_.substr(0, same_);
    }

    static constexpr std::size_t room_for_more = 4096;

    std::string_view known_;
    std::size_t same_ = 0; // bytes
    bool differs_ = false;
    std::string text_;
};

// Formatting by hand: ten thousand lines are written before each search in a pack that somebody is writing.
class Lister {
public:
    Lister(Lines& lines, Detail detail) : lines_(lines), detail_(detail) {}

    void add_file(int folder, std::string_view prefix, const char* name)
    {
        struct stat status = {};
        if (::fstatat(folder, name, &status, 0) != 0) {
            return;
        }
        line_ = prefix;
        line_ += name;
        line_ += '\t';
        if (detail_ == Detail::times_and_sizes) {
            add_number(line_, static_cast<std::uint64_t>(status.st_mtim.tv_sec), 16); // sooner done than by tens
            line_ += '.';
            add_number(line_, static_cast<std::uint64_t>(status.st_mtim.tv_nsec), 16);
            line_ += ' ';
        }
        add_number(line_, status.st_size, 10);
        line_ += '\n';
        lines_.add(line_);
    }

    // In the order of the folder, which stays while nothing changes: to sort ten thousand names would be felt.
    void add_files_in(const std::filesystem::path& path, const std::string& prefix)
    {
        const OpenFolder folder(::opendir(path.c_str()));
        while (const dirent* entry = folder == nullptr ? nullptr : ::readdir(folder.get())) {
            if (entry->d_name[0] != '.' && entry->d_type != DT_DIR) {
                add_file(::dirfd(folder.get()), prefix, entry->d_name);
            }
        }
    }

private:
    Lines& lines_;
    Detail detail_;
    std::string line_;
};

void list_every_file(const Pack& pack, Lister lister)
{
    const Descriptor top(open_to_look(pack.folder()));
    for (const char* name : everything) {
        if (std::string_view(name).find('.') == std::string_view::npos) {
            lister.add_files_in(pack.folder() / name, std::string(name) + '/');
        } else {
            lister.add_file(top.number(), "", name);
        }
    }
}

std::vector<std::string_view> sorted_lines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

// How many bytes both begin with; most of a long text is compared block by block.
std::size_t common_prefix(std::string_view one, std::string_view other)
{
    constexpr std::size_t block = 4096;
    std::size_t same = 0;
    while (one.size() - same >= block && other.size() - same >= block && one.compare(same, block, other, same, block) == 0) {
        same += block;
    }
    const auto differs = std::mismatch(one.begin() + static_cast<std::ptrdiff_t>(same), one.end(), other.begin() + static_cast<std::ptrdiff_t>(same), other.end());
    return static_cast<std::size_t>(differs.first - one.begin());
}

std::size_t common_suffix(std::string_view one, std::string_view other)
{
    constexpr std::size_t block = 4096;
    std::size_t same = 0;
    const auto block_of = [&same](std::string_view text) { return text.substr(text.size() - same - block, block); };
    while (one.size() - same >= block && other.size() - same >= block && block_of(one) == block_of(other)) {
        same += block;
    }
    const std::size_t most = std::min(one.size(), other.size());
    while (same < most && one[one.size() - 1 - same] == other[other.size() - 1 - same]) {
        ++same;
    }
    return same;
}

// Takes the lines off both ends that both texts have: nearly all of them, at the speed of a comparison.
void cut_common_lines(std::string_view& one, std::string_view& other)
{
    const std::size_t first = common_prefix(one, other);
    const std::size_t line = first == one.size() && first == other.size() ? first : one.substr(0, first).rfind('\n') + 1; // npos + 1 is 0
    one.remove_prefix(line);
    other.remove_prefix(line);
    const std::size_t same = common_suffix(one, other);
    const std::size_t end = one.substr(one.size() - same).find('\n');
    const std::size_t kept = end == std::string_view::npos ? same : end + 1; // of the same part, what belongs to the line before
    one.remove_suffix(same - std::min(kept, same));
    other.remove_suffix(same - std::min(kept, same));
}

std::string name_in(std::string_view line)
{
    return std::string(line.substr(0, line.find('\t')));
}

// `text` without `end`; nothing when it does not end so.
std::optional<std::string_view> without_end(std::string_view text, std::string_view end)
{
    const bool has = text.size() > end.size() && text.substr(text.size() - end.size()) == end;
    return has ? std::optional(text.substr(0, text.size() - end.size())) : std::nullopt;
}

} // namespace

std::string folder_state(const Pack& pack)
{
    Lines lines;
    Lister lister(lines, Detail::times_and_sizes);
    const Descriptor top(open_to_look(pack.folder()));
    for (const char* name : everything) {
        lister.add_file(top.number(), "", name);
    }
    return std::move(lines).different().value_or("");
}

std::string file_state(const Pack& pack)
{
    return file_state_unlike("", pack).value_or("");
}

std::optional<std::string> file_state_unlike(std::string_view known, const Pack& pack)
{
    Lines lines(known);
    list_every_file(pack, Lister(lines, Detail::times_and_sizes));
    return std::move(lines).different();
}

std::string file_sizes(const Pack& pack)
{
    Lines lines;
    list_every_file(pack, Lister(lines, Detail::sizes));
    const std::string found = std::move(lines).different().value_or("");
    std::string sizes;
    for (const std::string_view line : sorted_lines(found)) {
        sizes.append(line).append("\n");
    }
    return sizes;
}

std::vector<std::string> changed_files(std::string_view before, std::string_view after)
{
    cut_common_lines(before, after);
    const std::vector<std::string_view> old_lines = sorted_lines(before);
    const std::vector<std::string_view> new_lines = sorted_lines(after);
    std::vector<std::string_view> only_in_one;
    std::set_symmetric_difference(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end(), std::back_inserter(only_in_one));
    std::set<std::string> changed;
    std::transform(only_in_one.begin(), only_in_one.end(), std::inserter(changed, changed.end()), name_in);
    return {changed.begin(), changed.end()};
}

std::optional<IndexItem> item_of(std::string_view file)
{
    const std::size_t slash = file.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view folder = file.substr(0, slash);
    const std::string_view name = file.substr(slash + 1);
    if (const auto article = folder == "articles" ? without_end(name, ".md") : std::nullopt) {
        const std::size_t dot = article->rfind('.');
        return dot == std::string_view::npos
                   ? std::nullopt
                   : std::optional(IndexItem{DocumentKind::article, std::string(article->substr(0, dot)), std::string(article->substr(dot + 1))});
    }
    const auto stem = folder == "articles" ? std::nullopt : without_end(name, ".yaml");
    if (!stem) {
        return std::nullopt;
    }
    const DocumentKind kind = folder == "trees" ? DocumentKind::tree : DocumentKind::provider;
    return IndexItem{kind, std::string(stem->substr(0, stem->find('.'))), {}};
}

} // namespace unknot
