// SPDX-License-Identifier: GPL-3.0-or-later
#include "locations.hpp"

#include "language.hpp"

#include <pwd.h>
#include <sys/auxv.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

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

// Folders are put together as texts, and become paths, which are taken apart into their names, once they are whole: every start does this.
bool is_absolute(std::string_view folder)
{
    return folder.starts_with('/');
}

std::string below(std::string folder, std::string_view name)
{
    folder += folder.ends_with('/') ? "" : "/";
    return folder += name;
}

std::vector<std::string> split_at_colons(std::string_view list)
{
    std::vector<std::string> entries;
    while (!list.empty()) {
        const std::string_view entry = list.substr(0, list.find(':'));
        if (!entry.empty()) {
            entries.emplace_back(entry);
        }
        list.remove_prefix(std::min(list.size(), entry.size() + 1));
    }
    return entries;
}

// Unset, empty and relative values count as not given.
std::string base_folder(const char* name, std::string_view below_home)
{
    std::string given = variable(name);
    return is_absolute(given) ? given : below(home_folder().string(), below_home);
}

bool has_base(const char* name)
{
    std::error_code hidden;
    return is_absolute(variable(name)) || fs::is_directory(home_folder(), hidden);
}

std::vector<std::string> base_folders(const char* name, std::string_view otherwise)
{
    auto folders = split_at_colons(variable(name));
    folders.erase(std::remove_if(folders.begin(), folders.end(), [](const std::string& folder) { return !is_absolute(folder); }), folders.end());
    return folders.empty() ? split_at_colons(otherwise) : folders;
}

std::vector<fs::path> files_there(const std::string& config)
{
    std::vector<fs::path> files;
    const auto add = [&files](fs::path file) {
        std::error_code hidden;
        if (fs::exists(file, hidden)) {
            files.push_back(std::move(file));
        }
    };
    add(below(config, "config.yaml"));
    for (const std::string& folder : base_folders("XDG_CONFIG_DIRS", "/etc/xdg")) {
        add(below(folder, "unknot/config.yaml"));
    }
    return files;
}

// `share` of the prefix that the program was installed or unpacked in; empty where that can't be told. Of the program's own file the system tells by which
// name it was run; to look at a process in /proc takes six times as long.
std::string share_beside_the_program()
{
    const auto* name = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
    const std::unique_ptr<char, void (*)(void*)> file(name == nullptr ? nullptr : ::realpath(name, nullptr), &std::free);
    if (file == nullptr) {
        return {};
    }
    std::string program(file.get());
    program.resize(program.rfind('/'));
    return below(program.substr(0, program.rfind('/')), "share");
}

// A prefix of its own (/opt/unknot) finds its packs without a variable; one that is set says all.
std::vector<std::string> data_folders()
{
    auto folders = base_folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    const std::string beside = variable("XDG_DATA_DIRS").empty() ? share_beside_the_program() : std::string();
    if (!beside.empty() && std::find(folders.begin(), folders.end(), beside) == folders.end()) {
        folders.insert(folders.begin(), beside);
    }
    return folders;
}

std::vector<fs::path> installed_packs(const std::string& data)
{
    std::vector<fs::path> folders = {below(data, "packs")};
    for (const std::string& folder : data_folders()) {
        folders.emplace_back(below(folder, "unknot/packs"));
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
    const std::string config = below(base_folder("XDG_CONFIG_HOME", ".config"), "unknot");
    const std::string data = below(base_folder("XDG_DATA_HOME", ".local/share"), "unknot");
    const std::vector<std::string> pack_path = split_at_colons(variable("UNKNOT_PACK_PATH"));
    Locations found;
    found.config = config;
    found.config_files = files_there(config);
    found.state = below(base_folder("XDG_STATE_HOME", ".local/state"), "unknot");
    found.cache = below(base_folder("XDG_CACHE_HOME", ".cache"), "unknot");
    found.data = data;
    found.state_has_base = has_base("XDG_STATE_HOME");
    found.cache_has_base = has_base("XDG_CACHE_HOME");
    found.pack_path = {pack_path.begin(), pack_path.end()};
    found.installed = installed_packs(data);
    return found;
}

// Beside the program first, so that it speaks its languages in the build folder and wherever it was unpacked.
fs::path messages_folder()
{
    std::error_code failed;
    const fs::path messages = below(share_beside_the_program(), "locale");
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
