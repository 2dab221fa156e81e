// SPDX-License-Identifier: GPL-3.0-or-later
#include "permission.hpp"

#include "json.hpp"
#include "unknot/problem.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace unknot {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_file = 256 * 1024;

fs::path file_in(const Locations& locations)
{
    return locations.state / "permissions.json";
}

std::vector<std::string> split_at_commas(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

bool write_private(const fs::path& file, const std::string& text)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return false;
    }
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && written;
}

} // namespace

bool Allowance::names_command(const std::vector<std::string>& argv) const
{
    if (argv.empty()) {
        return false;
    }
    const std::string line = fmt::format("{}", fmt::join(argv, " "));
    const std::string last = argv.front().substr(argv.front().rfind('/') + 1);
    return std::any_of(commands.begin(), commands.end(), [&](const std::string& name) { return name == argv.front() || name == last || name == line; });
}

Allowance read_allowance(const std::vector<std::string>& words)
{
    constexpr std::string_view command = "command=";
    Allowance allowance;
    for (const auto& list : words) {
        for (const auto& word : split_at_commas(list)) {
            if (word == "network") {
                allowance.network = true;
            } else if (word == "command") {
                allowance.any_command = true;
            } else if (word.starts_with(command) && word.size() > command.size()) {
                allowance.commands.push_back(word.substr(command.size()));
            } else {
                throw Failure(fmt::format("expected network, command or command=NAME after '--allow', found '{}'", word), "--allow network,command=df");
            }
        }
    }
    return allowance;
}

Permissions::Permissions(const Locations& locations) : locations_(locations)
{
    read();
}

Remembered Permissions::of(const std::string& pack, const std::string& what) const
{
    const auto of_pack = said_.find(pack);
    if (of_pack == said_.end()) {
        return Remembered::none;
    }
    const auto said = of_pack->second.find(what);
    return said == of_pack->second.end() ? Remembered::none : said->second == "always" ? Remembered::always : said->second == "never" ? Remembered::never : Remembered::none;
}

void Permissions::keep(const std::string& pack, const std::string& what, Remembered said)
{
    said_[pack][what] = said == Remembered::always ? "always" : "never";
    write();
}

void Permissions::read()
{
    std::ifstream file(file_in(locations_), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (text.empty() || text.size() > longest_file) {
        return;
    }
    try {
        Json::parse(text).get_to(said_);
    } catch (const Json::exception&) {
        warn(fmt::format("'{}' is not what was written there: nothing is allowed by it", file_in(locations_).string()), "remove it");
        said_.clear();
    }
}

void Permissions::write() const
{
    const fs::path file = file_in(locations_);
    const fs::path fresh = file.string() + fmt::format(".{}", ::getpid());
    std::error_code failed;
    if (locations_.state_has_base) {
        fs::create_directories(file.parent_path(), failed);
        fs::remove(fresh, failed);
    }
    if (!locations_.state_has_base || !write_private(fresh, Json(said_).dump(2) + '\n') || ::rename(fresh.c_str(), file.c_str()) != 0) {
        fs::remove(fresh, failed);
        warn(fmt::format("the answer cannot be kept in '{}'", file.string()));
    }
}

} // namespace unknot
