// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.hpp"

#include "language.hpp"
#include "unknot/spelling.hpp"
#include "voice.hpp"

#include <dirent.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <string_view>
#include <system_error>

namespace unknot {

namespace fs = std::filesystem;

namespace {

// What lies in a folder, in the order of names. Most folders that packs may lie in are not there, which opendir() says soonest.
std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR*)> opened(::opendir(folder.c_str()), &::closedir);
    while (const dirent* entry = opened == nullptr ? nullptr : ::readdir(opened.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

// Packs in the order in which they are found; the first of two with one id wins.
class PackCollector {
public:
    // A pack that the person named on the command line: it must open.
    void add_named(const std::string& folder)
    {
        Problems problems;
        add(Pack::open(folder, folder, Freshness::every_file, problems), problems);
    }

    void add_folder(const fs::path& folder, Freshness freshness, const fs::path& cache = {})
    {
        Problems problems;
        try {
            add(Pack::open(folder, folder.string(), freshness, problems, cache), problems);
        } catch (const Failure& failure) {
            report(failure.problem());
        }
    }

    void add_folders_in(const fs::path& parent, Freshness freshness, const fs::path& cache = {})
    {
        for (const std::string& name : names_in(parent)) {
            const fs::path folder = parent / name;
            std::error_code hidden;
            if (fs::exists(folder / "pack.yaml", hidden)) {
                add_folder(folder, freshness, cache);
            }
        }
    }

    std::vector<Pack> take() { return std::move(packs_); }

private:
    void add(Pack pack, const Problems& problems)
    {
        const bool known = std::any_of(packs_.begin(), packs_.end(), [&](const Pack& other) { return other.info().id == pack.info().id; });
        if (!known) {
            report(problems);
            packs_.push_back(std::move(pack));
        }
    }

    std::vector<Pack> packs_;
};

void add_pack_path(PackCollector& found, const fs::path& entry)
{
    std::error_code hidden;
    if (fs::exists(entry / "pack.yaml", hidden)) {
        found.add_folder(entry, Freshness::every_file);
    } else if (fs::is_directory(entry, hidden)) {
        found.add_folders_in(entry, Freshness::every_file);
    } else {
        warn(fmt::format("expected a folder in UNKNOT_PACK_PATH, found '{}'", entry.string()));
    }
}

std::string place_in_pack(const Reference& reference)
{
    return reference.pack.empty() ? std::string() : fmt::format(" in the pack '{}'", reference.pack);
}

// The id that was meant. People leave words out: `paymnt` is near the first word of `payment-failure`.
std::optional<std::string> nearest_tree(const std::vector<std::string>& ids, const std::string& wanted)
{
    if (auto whole = nearest(wanted, ids)) {
        return whole;
    }
    std::vector<std::string> parts;
    std::vector<std::string> owners;
    for (const auto& id : ids) {
        for (std::size_t at = 0; at < id.size();) {
            const std::size_t end = std::min(id.find('-', at), id.size());
            parts.push_back(id.substr(at, end - at));
            owners.push_back(id);
            at = end + 1;
        }
    }
    const auto part = nearest(wanted, parts);
    const auto found = part ? std::find(parts.begin(), parts.end(), *part) : parts.end();
    return found == parts.end() ? std::nullopt : std::optional(owners[static_cast<std::size_t>(found - parts.begin())]);
}

[[noreturn]] void refuse_tree(const Session& session, const Reference& reference)
{
    if (session.packs().empty()) {
        throw Failure(fmt::format("no tree named '{}': no pack was found", reference.id),
            "'unknot paths' shows where packs are looked for; --pack DIR names one");
    }
    std::vector<std::string> ids;
    for (const auto& pack : session.packs()) {
        for (const auto& id : pack.tree_ids()) {
            ids.push_back(id);
        }
    }
    const auto near = nearest_tree(ids, reference.id);
    throw Failure(fmt::format("no tree named '{}'{}", reference.id, place_in_pack(reference)),
        near && *near != reference.id ? fmt::format("did you mean '{}'? 'unknot list' shows all", *near) : "'unknot list' shows all");
}

} // namespace

const std::vector<Pack>& Session::packs() const
{
    if (found_) {
        return packs_;
    }
    PackCollector found;
    for (const auto& folder : options.packs) {
        found.add_named(folder);
    }
    for (const auto& folder : configuration.packs) {
        found.add_folder(folder, Freshness::every_file);
    }
    for (const auto& entry : locations.pack_path) {
        add_pack_path(found, entry);
    }
    for (const auto& folder : locations.installed) {
        found.add_folders_in(folder, Freshness::stamp, locations.cache_has_base ? locations.cache : fs::path());
    }
    packs_ = found.take();
    found_ = true;
    return packs_;
}

bool Session::names(const Pack& pack) const
{
    return std::any_of(options.packs.begin(), options.packs.end(), [&](const std::string& folder) {
        std::error_code failed;
        return fs::equivalent(folder, pack.folder(), failed) && !failed;
    });
}

std::string Session::language_of(const Pack& pack) const
{
    return pack_language(language, pack.info().languages, pack.info().source_language);
}

Value Session::today() const
{
    const std::time_t seconds = std::time(nullptr);
    std::tm local = {};
    ::localtime_r(&seconds, &local);
    const std::chrono::year_month_day day(std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(local.tm_mday)));
    return date_value(static_cast<long>(std::chrono::sys_days(day).time_since_epoch().count()));
}

std::string Session::now() const
{
    return time_ago(0);
}

std::string Session::time_ago(double ago) const
{
    return instant_text(std::time(nullptr) - static_cast<std::time_t>(ago));
}

std::string instant_text(std::time_t seconds)
{
    std::tm utc = {};
    ::gmtime_r(&seconds, &utc);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

Reference parse_reference(const std::string& text)
{
    Reference reference{{}, {}, text};
    for (const char* kind : {"tree", "article", "provider"}) {
        if (text.starts_with(fmt::format("{}:", kind))) {
            reference.kind = kind;
            reference.id = text.substr(reference.kind.size() + 1);
        }
    }
    const auto slash = reference.id.find('/');
    if (slash != std::string::npos) {
        reference.pack = reference.id.substr(0, slash);
        reference.id = reference.id.substr(slash + 1);
    }
    return reference;
}

FoundTree find_tree_named(const Session& session, const std::string& text)
{
    const Reference reference = parse_reference(text);
    if (!reference.kind.empty() && reference.kind != "tree") {
        throw Failure(fmt::format("expected a tree, found '{}'", text), fmt::format("unknot show {}", text));
    }
    const Pack* found = nullptr;
    for (const auto& pack : session.packs()) {
        if ((!reference.pack.empty() && pack.info().id != reference.pack) || !pack.has_tree(reference.id)) {
            continue;
        }
        if (found != nullptr) {
            throw Failure(fmt::format("several packs have a tree named '{}'", reference.id),
                fmt::format("unknot run {}/{}, or {}/{}", found->info().id, reference.id, pack.info().id, reference.id));
        }
        found = &pack;
    }
    if (found == nullptr) {
        refuse_tree(session, reference);
    }
    return {found, reference.id};
}

} // namespace unknot
