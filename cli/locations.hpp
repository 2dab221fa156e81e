// SPDX-License-Identifier: GPL-3.0-or-later
// Environment and home -> paths. The only file that reads environment variables; everything below is handed values.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Locations {
    std::filesystem::path config;                    // $XDG_CONFIG_HOME/unknot
    std::vector<std::filesystem::path> config_files; // those that are there, the strongest first: the person's, then $XDG_CONFIG_DIRS (/etc/xdg)
    std::filesystem::path state;                     // $XDG_STATE_HOME/unknot
    std::filesystem::path cache;                     // $XDG_CACHE_HOME/unknot
    bool state_has_base = true;                      // false where it would lie in a home that doesn't exist (cron, HOME=/nonexistent):
    bool cache_has_base = true;                      // nothing is made there
    std::filesystem::path data;                      // $XDG_DATA_HOME/unknot
    std::vector<std::filesystem::path> pack_path;    // UNKNOT_PACK_PATH, split at colons
    std::vector<std::filesystem::path> installed;    // folders of installed packs: data/packs, then each of $XDG_DATA_DIRS + /unknot/packs;
                                                     // without that variable also ../share beside the program
};

// The paths that the XDG base directory specification gives; relative values in the environment are ignored, as it says.
Locations find_locations();

// Where the interface's translations lie: share/locale, beside the program if it is there.
std::filesystem::path messages_folder();

// HOME, or what the system says where that is not set; never relative.
std::filesystem::path home_folder();

// What else the program takes from the environment.
struct Environment {
    std::string language;     // UNKNOT_LANG
    std::string locale;       // the first that is set of LANGUAGE (its first entry that the interface speaks), LC_ALL, LC_MESSAGES, LANG
    bool no_color = false;    // NO_COLOR, not empty
    bool force_color = false; // CLICOLOR_FORCE, not empty and not 0
    std::string pager;        // PAGER; `cat` where it is set to nothing
    std::string terminal;     // TERM
    int columns = 0;          // COLUMNS, 0 when unset or no number
};
Environment read_environment();

// Any other variable, for the probes that speak of it; nothing when it is not set.
std::optional<std::string> environment_variable(const std::string& name);

} // namespace unknot
