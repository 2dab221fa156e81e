// SPDX-License-Identifier: GPL-3.0-or-later
#include "locations.hpp"

#include "language.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <system_error>

#ifndef UNKNOT_LOCALEDIR
#define UNKNOT_LOCALEDIR "/usr/share/locale"
#endif

namespace unknot {

namespace fs = std::filesystem;

namespace {

constexpr int most_columns = 10'000;

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::string first_variable(std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (auto value = variable(name); !value.empty()) {
            return value;
        }
    }
    return {};
}

std::vector<fs::path> split_at_colons(std::string_view list)
{
    std::vector<fs::path> paths;
    while (!list.empty()) {
        const std::string_view entry = list.substr(0, list.find(':'));
        if (!entry.empty()) {
            paths.emplace_back(entry);
        }
        list.remove_prefix(std::min(list.size(), entry.size() + 1));
    }
    return paths;
}

// Unset, empty and relative values count as not given.
fs::path base_folder(const char* name, std::string_view below_home)
{
    const fs::path given = variable(name);
    return given.is_absolute() ? given : home_folder() / below_home;
}

bool has_base(const char* name)
{
    std::error_code hidden;
    return fs::path(variable(name)).is_absolute() || fs::is_directory(home_folder(), hidden);
}

std::vector<fs::path> base_folders(const char* name, std::string_view otherwise)
{
    auto paths = split_at_colons(variable(name));
    paths.erase(std::remove_if(paths.begin(), paths.end(), [](const fs::path& path) { return path.is_relative(); }), paths.end());
    return paths.empty() ? split_at_colons(otherwise) : paths;
}

std::vector<fs::path> files_there(const fs::path& config)
{
    std::vector<fs::path> candidates = {config / "config.yaml"};
    for (const auto& folder : base_folders("XDG_CONFIG_DIRS", "/etc/xdg")) {
        candidates.push_back(folder / "unknot/config.yaml");
    }
    std::error_code hidden;
    candidates.erase(
        std::remove_if(candidates.begin(), candidates.end(), [&](const fs::path& file) { return !fs::exists(file, hidden); }), candidates.end());
    return candidates;
}

// `share` of the prefix that the program was installed or unpacked in; empty where that can't be told.
fs::path share_beside_the_program()
{
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path() : program.parent_path().parent_path() / "share";
}

// A prefix of its own (/opt/unknot) finds its packs without a variable; one that is set says all.
std::vector<fs::path> data_folders()
{
    auto folders = base_folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    const fs::path beside = variable("XDG_DATA_DIRS").empty() ? share_beside_the_program() : fs::path();
    if (!beside.empty() && std::find(folders.begin(), folders.end(), beside) == folders.end()) {
        folders.insert(folders.begin(), beside);
    }
    return folders;
}

std::vector<fs::path> installed_packs(const fs::path& data)
{
    std::vector<fs::path> folders = {data / "packs"};
    for (const auto& folder : data_folders()) {
        folders.push_back(folder / "unknot/packs");
    }
    return folders;
}

// LANGUAGE is a list, the dearest first: that which the interface speaks counts, and the first of all where it speaks none, for a pack may.
std::string one_of_list(const std::string& list)
{
    constexpr std::string_view spoken[] = {"en", "de", "zh"};
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(':', at), list.size());
        const std::string entry = list.substr(at, end - at);
        if (std::find(std::begin(spoken), std::end(spoken), language_code(entry)) != std::end(spoken)) {
            return entry;
        }
        at = end + 1;
    }
    return list.substr(0, list.find(':'));
}

int columns_of(const std::string& text)
{
    int columns = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), columns);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && columns > 0 && columns <= most_columns ? columns : 0;
}

} // namespace

fs::path home_folder()
{
    const fs::path home = variable("HOME");
    if (home.is_absolute()) {
        return home;
    }
    const passwd* entry = ::getpwuid(::getuid());
    return entry == nullptr || entry->pw_dir == nullptr || *entry->pw_dir != '/' ? fs::path("/nonexistent") : fs::path(entry->pw_dir);
}

Locations find_locations()
{
    Locations found;
    found.config = base_folder("XDG_CONFIG_HOME", ".config") / "unknot";
    found.config_files = files_there(found.config);
    found.state = base_folder("XDG_STATE_HOME", ".local/state") / "unknot";
    found.cache = base_folder("XDG_CACHE_HOME", ".cache") / "unknot";
    found.data = base_folder("XDG_DATA_HOME", ".local/share") / "unknot";
    found.state_has_base = has_base("XDG_STATE_HOME");
    found.cache_has_base = has_base("XDG_CACHE_HOME");
    found.pack_path = split_at_colons(variable("UNKNOT_PACK_PATH"));
    found.installed = installed_packs(found.data);
    return found;
}

// Beside the program first, so that it speaks its languages in the build folder and wherever it was unpacked.
fs::path messages_folder()
{
    std::error_code failed;
    const fs::path messages = share_beside_the_program() / "locale";
    return fs::is_directory(messages, failed) ? messages : fs::path(UNKNOT_LOCALEDIR);
}

Environment read_environment()
{
    Environment read;
    read.language = variable("UNKNOT_LANG");
    read.locale = one_of_list(first_variable({"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}));
    read.no_color = !variable("NO_COLOR").empty();
    const std::string force = variable("CLICOLOR_FORCE");
    read.force_color = !force.empty() && force != "0";
    const char* pager = std::getenv("PAGER");
    read.pager = pager != nullptr && *pager == '\0' ? "cat" : variable("PAGER");
    read.terminal = variable("TERM");
    read.columns = columns_of(variable("COLUMNS"));
    return read;
}

std::optional<std::string> environment_variable(const std::string& name)
{
    const char* value = name.empty() || name.find('=') != std::string::npos ? nullptr : std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

} // namespace unknot
