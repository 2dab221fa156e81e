// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for secrets in files and folders. Files are read only, in pieces, however large; nothing that was found is kept, hashed or sent anywhere, and
// no network is asked whether it is worth something.
//
// Covered is what redactor.hpp finds in the bytes as they are, or in the text where they are UTF-16, and files that are wallets by their name. Not
// covered: what is inside pictures, PDF, encrypted or compressed files, and other word lists.
#pragma once

#include "unknot/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace unknot {

enum class IgnoreRules {
    none,      // every file
    gitignore, // leave out what git would, and .git itself
};

struct ScanFinding {
    std::string file;
    std::size_t line = 1;   // from 1
    std::size_t column = 1; // from 1, in code points
    std::string kind;       // as redactor.hpp says, or "wallet" for a whole file
    std::string rule;
    bool checked = false;
    std::string preview; // `[phrase, 12 words]`; never a part of the secret
    std::size_t words = 0; // of a phrase, where they were counted
    bool known_to_all = false; // a phrase out of documentation: anybody can spend what it guards
};

struct ScanResult {
    std::size_t files = 0;
    std::vector<ScanFinding> findings; // by file, line and column
    Problems problems;                 // what could not be read
};

// Called now and then from the calling thread; may throw to end the scan.
using ScanWatch = std::function<void(std::size_t done, std::size_t all)>;

// Links are not followed, devices and pipes not opened, other file systems not entered. A path that does not exist is a problem of the result.
ScanResult scan(const std::vector<std::filesystem::path>& paths, IgnoreRules rules, const ScanWatch& watch);

} // namespace unknot
