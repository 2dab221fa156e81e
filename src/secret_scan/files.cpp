// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_scan/files.hpp"

#include "secret_scan/ignore_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <system_error>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_ignore_file = 1024 * 1024;
constexpr std::size_t between_looks = 256;

// The rules of a folder and of those above it, the nearest last.
struct Rules {
    std::shared_ptr<const Rules> above;
    fs::path folder;
    IgnoreFile file;
};

using RulesHere = std::shared_ptr<const Rules>;

struct Folder {
    fs::path path;
    dev_t device = 0;
    RulesHere rules;
};

bool look_at(const fs::path& path, struct stat& status, Problems& problems)
{
    if (::lstat(path.c_str(), &status) == 0) {
        return true;
    }
    problems.push_back(unreadable(path, errno));
    return false;
}

RulesHere with_rules_of(const fs::path& folder, RulesHere above)
{
    std::ifstream stream(folder / ".gitignore", std::ios::binary);
    if (!stream) {
        return above;
    }
    std::string text(longest_ignore_file, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return std::make_shared<const Rules>(Rules{std::move(above), folder, IgnoreFile(text)});
}

// The rules of the folders above, up to the one that holds a repository.
RulesHere rules_above(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code failed;
    fs::path at = fs::absolute(folder, failed).lexically_normal();
    at = at.has_filename() ? at : at.parent_path();
    bool in_repository = fs::exists(at / ".git", failed);
    while (!in_repository && at.has_parent_path() && at != at.parent_path()) {
        at = at.parent_path();
        folders.push_back(at);
        in_repository = fs::exists(at / ".git", failed);
    }
    RulesHere rules;
    for (auto above = folders.rbegin(); in_repository && above != folders.rend(); ++above) {
        rules = with_rules_of(*above, rules);
    }
    return rules;
}

bool is_ignored(const fs::path& path, EntryKind kind, RulesHere rules)
{
    for (; rules != nullptr; rules = rules->above) {
        std::error_code failed;
        const fs::path relative = fs::absolute(path, failed).lexically_relative(fs::absolute(rules->folder, failed));
        const IgnoreVerdict verdict = rules->file.verdict(relative.generic_string(), kind);
        if (verdict != IgnoreVerdict::unsaid) {
            return verdict == IgnoreVerdict::ignored;
        }
    }
    return false;
}

class Lister {
public:
    Lister(IgnoreRules rules, Problems& problems, const ScanWatch& watch) : rules_(rules), problems_(problems), watch_(watch) {}

    void add(const fs::path& path)
    {
        struct stat status {};
        // A link that was named is meant; those below a folder are not followed.
        if (::stat(path.c_str(), &status) != 0) {
            problems_.push_back(unreadable(path, errno));
        } else if (S_ISDIR(status.st_mode)) {
            waiting_.push_back({path, status.st_dev, rules_ == IgnoreRules::gitignore ? rules_above(path) : nullptr});
            list_all();
        } else if (S_ISREG(status.st_mode)) {
            keep(path);
        }
    }

    std::vector<fs::path> files() { return std::move(files_); }

private:
    void keep(const fs::path& path)
    {
        if (seen_.insert(path).second) {
            files_.push_back(path);
        }
    }

    void list_all()
    {
        while (!waiting_.empty()) {
            Folder folder = std::move(waiting_.back());
            waiting_.pop_back();
            if (rules_ == IgnoreRules::gitignore) {
                folder.rules = with_rules_of(folder.path, folder.rules);
            }
            list(folder);
            if (++listed_ % between_looks == 0) {
                watch_(0, 0);
            }
        }
    }

    void list(const Folder& folder)
    {
        std::error_code failed;
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(folder.path, failed), end; !failed && entry != end; entry.increment(failed)) {
            entries.push_back(entry->path());
        }
        if (failed) {
            problems_.push_back(unreadable(folder.path, failed.value()));
        }
        std::sort(entries.begin(), entries.end());
        std::vector<Folder> below;
        for (const fs::path& entry : entries) {
            visit(entry, folder, below);
        }
        std::move(below.rbegin(), below.rend(), std::back_inserter(waiting_));
    }

    void visit(const fs::path& entry, const Folder& folder, std::vector<Folder>& below)
    {
        struct stat status {};
        if (!look_at(entry, status, problems_)) {
            return;
        }
        const bool is_folder = S_ISDIR(status.st_mode);
        if (rules_ == IgnoreRules::gitignore
            && (entry.filename() == ".git" || is_ignored(entry, is_folder ? EntryKind::folder : EntryKind::file, folder.rules))) {
            return;
        }
        if (is_folder && status.st_dev == folder.device) {
            below.push_back({entry, folder.device, folder.rules});
        } else if (S_ISREG(status.st_mode)) {
            keep(entry);
        }
    }

    IgnoreRules rules_;
    Problems& problems_;
    const ScanWatch& watch_;
    std::vector<Folder> waiting_;
    std::vector<fs::path> files_;
    std::set<fs::path> seen_;
    std::size_t listed_ = 0;
};

} // namespace

Problem unreadable(const fs::path& path, int error)
{
    const std::string why = std::error_code(error, std::generic_category()).message();
    return {Severity::error, "unreadable", fmt::format("cannot read '{}': {}", path.string(), why), std::nullopt, {}, {}};
}

std::vector<fs::path> files_below(const std::vector<fs::path>& paths, IgnoreRules rules, Problems& problems, const ScanWatch& watch)
{
    Lister lister(rules, problems, watch);
    for (const fs::path& path : paths) {
        lister.add(path);
    }
    return lister.files();
}

} // namespace unknot
