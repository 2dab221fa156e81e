// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "locations.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <unistd.h>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

using Set = std::map<std::string, std::string>;

// The variables that are read, set for one test and put back afterwards; those not named are unset.
class Variables {
public:
    explicit Variables(const Set& wished)
    {
        for (const char* name :
            {"HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "UNKNOT_PACK_PATH",
                "UNKNOT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "PAGER", "TERM", "COLUMNS"}) {
            const char* before = std::getenv(name);
            before_[name] = before == nullptr ? std::optional<std::string>() : before;
            ::unsetenv(name);
        }
        for (const auto& entry : wished) {
            ::setenv(entry.first.c_str(), entry.second.c_str(), 1);
        }
    }
    ~Variables()
    {
        for (const auto& entry : before_) {
            entry.second ? ::setenv(entry.first.c_str(), entry.second->c_str(), 1) : ::unsetenv(entry.first.c_str());
        }
    }

private:
    std::map<std::string, std::optional<std::string>> before_;
};

using Paths = std::vector<fs::path>;

} // namespace

TEST_CASE("without variables things lie below home")
{
    const Variables variables(Set{{"HOME", "/nonexistent/me"}});
    const Locations found = find_locations();
    CHECK(found.config == "/nonexistent/me/.config/unknot");
    CHECK(found.state == "/nonexistent/me/.local/state/unknot");
    CHECK(found.cache == "/nonexistent/me/.cache/unknot");
    CHECK(found.data == "/nonexistent/me/.local/share/unknot");
    const fs::path prefix = fs::read_symlink("/proc/self/exe").parent_path().parent_path();
    CHECK(found.installed
          == Paths{"/nonexistent/me/.local/share/unknot/packs", prefix / "share/unknot/packs", "/usr/local/share/unknot/packs", "/usr/share/unknot/packs"});
    CHECK(found.pack_path.empty());
    CHECK(messages_folder().is_absolute());
}

TEST_CASE("absolute variables are followed and relative ones are not")
{
    const Variables variables(Set{{"HOME", "/h"}, {"XDG_CONFIG_HOME", "/c"}, {"XDG_STATE_HOME", "relative"}, {"XDG_CACHE_HOME", ""},
        {"XDG_DATA_HOME", "/d"}, {"XDG_DATA_DIRS", "/x:relative::/y/"}, {"UNKNOT_PACK_PATH", "/p::q:"}});
    const Locations found = find_locations();
    CHECK(found.config == "/c/unknot");
    CHECK(found.state == "/h/.local/state/unknot");
    CHECK(found.cache == "/h/.cache/unknot");
    CHECK(found.data == "/d/unknot");
    CHECK(found.installed == Paths{"/d/unknot/packs", "/x/unknot/packs", "/y/unknot/packs"});
    CHECK(found.pack_path == Paths{"/p", "q"});
}

TEST_CASE("a home that is missing or relative is the one that the system knows")
{
    const Variables variables(Set{{"HOME", "somewhere"}});
    CHECK(home_folder().is_absolute());
}

TEST_CASE("only configuration files that are there are named and the strongest comes first")
{
    const fs::path folder = fs::temp_directory_path() / ("unknot-locations-" + std::to_string(::getpid()));
    for (const char* name : {"home", "one", "two"}) {
        fs::create_directories(folder / name / "unknot");
    }
    std::ofstream(folder / "home/unknot/config.yaml") << "\n";
    std::ofstream(folder / "two/unknot/config.yaml") << "\n";
    const Variables variables(
        Set{{"XDG_CONFIG_HOME", (folder / "home").string()}, {"XDG_CONFIG_DIRS", (folder / "one").string() + ":" + (folder / "two").string()}});
    CHECK(find_locations().config_files == Paths{folder / "home/unknot/config.yaml", folder / "two/unknot/config.yaml"});
    fs::remove_all(folder);
}

TEST_CASE("the locale is the first variable that says something")
{
    using Case = std::pair<Set, const char*>;
    for (const Case& entry :
        {Case{{{"LANGUAGE", "zh_CN:en"}, {"LC_ALL", "de_DE"}}, "zh_CN"}, Case{{{"LANGUAGE", "fr:de_AT:zh"}}, "de_AT"},
            Case{{{"LANGUAGE", "fr:it"}}, "fr"}, Case{{{"LANGUAGE", ""}, {"LC_ALL", "de_DE"}, {"LANG", "en"}}, "de_DE"},
            Case{{{"LC_MESSAGES", "de"}, {"LANG", "en"}}, "de"}, Case{{{"LANG", "en_GB.UTF-8"}}, "en_GB.UTF-8"}, Case{{}, ""}}) {
        const Variables variables(entry.first);
        CHECK(read_environment().locale == entry.second);
    }
}

TEST_CASE("switches in the environment")
{
    using Case = std::pair<Set, std::pair<bool, bool>>;
    for (const Case& entry : {Case{{}, {false, false}}, Case{{{"NO_COLOR", ""}, {"CLICOLOR_FORCE", ""}}, {false, false}},
             Case{{{"NO_COLOR", "0"}, {"CLICOLOR_FORCE", "0"}}, {true, false}}, Case{{{"CLICOLOR_FORCE", "1"}}, {false, true}}}) {
        const Variables variables(entry.first);
        CHECK(read_environment().no_color == entry.second.first);
        CHECK(read_environment().force_color == entry.second.second);
    }
}

TEST_CASE("columns are a number or nothing")
{
    for (const auto& entry : std::map<std::string, int>{{"72", 72}, {"0", 0}, {"-5", 0}, {"8x", 0}, {"", 0}, {"99999999999", 0}}) {
        const Variables variables(Set{{"COLUMNS", entry.first}});
        CHECK(read_environment().columns == entry.second);
    }
}

TEST_CASE("an empty pager is none")
{
    const Variables unset(Set{});
    CHECK(read_environment().pager.empty());
    const Variables empty(Set{{"PAGER", ""}});
    CHECK(read_environment().pager == "cat");
    const Variables most(Set{{"PAGER", "most -s"}});
    CHECK(read_environment().pager == "most -s");
}
