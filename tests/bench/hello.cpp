// SPDX-License-Identifier: GPL-3.0-or-later
// What starting a process costs that links fmt, yaml-cpp, Xapian and SQLite and does nothing: the floor that `unknot --version` is held against.
// Each library is named once, so that the linker keeps it.
#include <fmt/format.h>
#include <sqlite3.h>
#include <xapian.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>

int main(int argc, char**)
{
    if (argc > 1000) {
        std::fputs(fmt::format("{} {} {}\n", sqlite3_libversion(), Xapian::version_string(), YAML::Load("a").as<std::string>()).c_str(), stdout);
    }
    std::puts("hello");
}
