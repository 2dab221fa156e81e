// SPDX-License-Identifier: GPL-3.0-or-later
// What probes may do besides looking at this machine: who allowed it beforehand, and what a person once said for good. Asking is consent.hpp's business.
#pragma once

#include "locations.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

// `--allow network,command=NAME…` and the configuration's `allow`.
struct Allowance {
    bool network = false;
    bool any_command = false;             // `command`: each may be asked about on a terminal
    std::vector<std::string> commands;    // `command=NAME`: a program, or the whole line of a command

    // By its first word, the last part of that, or the whole line.
    bool names_command(const std::vector<std::string>& argv) const;
};

// Throws Failure for a word that allows nothing.
Allowance read_allowance(const std::vector<std::string>& words);

enum class Remembered { none, always, never };

// Answers given for good, in `permissions.json` of the state folder, mode 0600. A pack is known by its folder and by what it says it needs: another one of
// the same name, or one that wants more than before, is asked about again.
class Permissions {
public:
    explicit Permissions(const Locations& locations);

    Remembered of(const std::string& pack, const std::string& what) const;
    void keep(const std::string& pack, const std::string& what, Remembered said);   // what can't be written is told, and forgotten at the end

private:
    void read();
    void write() const;

    Locations locations_;
    std::map<std::string, std::map<std::string, std::string>> said_;
};

} // namespace unknot
