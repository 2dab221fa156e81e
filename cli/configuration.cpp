// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration.hpp"

#include "locations.hpp"
#include "options_values.hpp"
#include "unknot/fields.hpp"
#include "unknot/source.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>

namespace unknot {

namespace fs = std::filesystem;

namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void refuse_file(const fs::path& path, const std::string& message)
{
    throw Failure(Problem{Severity::error, "unreadable", message, Place{path.string(), 0, 0}, {}, {}});
}

Source read_file(const fs::path& path)
{
    std::error_code failed;
    if (!fs::is_regular_file(path, failed)) {
        refuse_file(path, failed ? fmt::format("cannot be read: {}", failed.message()) : "expected a regular file");
    }
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "re"));
    Source source{path.string(), std::string(yaml_max_bytes + 1, '\0'), 0};
    if (!file) {
        refuse_file(path, fmt::format("cannot be read: {}", std::strerror(errno)));
    }
    source.text.resize(std::fread(source.text.data(), 1, source.text.size(), file.get()));
    if (std::ferror(file.get()) != 0) {
        refuse_file(path, "cannot be read");
    }
    return source;
}

// A file with nothing but comments is a configuration that sets nothing.
bool says_nothing(std::string_view text)
{
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const auto first = line.find_first_not_of(" \r");
        if (first != std::string_view::npos && line[first] != '#') {
            return false;
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return true;
}

// Takes what one file says into the configuration, unless a stronger file said it before: an empty list counts as said.
class Layers {
public:
    void take(MapReader& reader, const fs::path& file);
    Configuration result() const { return configuration_; }

private:
    template <typename T>
    void set(bool said, const char* key, T& target, T value)
    {
        if (said && settled_.insert(key).second) {
            target = std::move(value);
        }
    }

    Configuration configuration_;
    std::set<std::string> settled_;
};

// `~/` is the home folder; what is relative lies beside the file.
std::vector<std::string> folders(const std::vector<std::string>& written, const fs::path& file)
{
    std::vector<std::string> absolute;
    for (const auto& folder : written) {
        const bool at_home = folder == "~" || folder.starts_with("~/");
        const fs::path path = at_home ? home_folder() / folder.substr(std::min<std::size_t>(folder.size(), 2)) : file.parent_path() / folder;
        absolute.push_back(path.string());
    }
    return absolute;
}

std::string checked_language(MapReader& reader)
{
    const YamlNode* scalar = reader.scalar("language");
    if (scalar == nullptr) {
        return {};
    }
    try {
        return language_word("language", scalar->text);
    } catch (const Failure&) {
        reader.fault(scalar->text_place, "wrong-value", fmt::format("expected a language like de, found '{}'", scalar->text));
        return {};
    }
}

std::optional<ColorChoice> checked_color(MapReader& reader)
{
    const auto text = reader.one_of("color", {"auto", "always", "never"});
    return text ? std::optional(color_choice("color", *text)) : std::nullopt;
}

std::string checked_retention(MapReader& reader)
{
    const YamlNode* scalar = reader.scalar("retention");
    if (scalar != nullptr && !read_value(FactType::duration, scalar->text)) {
        reader.fault(scalar->text_place, "wrong-value", fmt::format("expected {}, found '{}'", expectation(FactType::duration), scalar->text));
    }
    return scalar == nullptr ? std::string() : scalar->text;
}

std::vector<ServerAddress> addresses(MapReader& reader, std::string_view key)
{
    std::vector<ServerAddress> servers;
    for (const YamlNode* item : reader.scalars(key)) {
        try {
            servers.push_back(read_server_address(item->text));
        } catch (const Failure& failure) {
            reader.fault(item->text_place, "wrong-value", failure.problem().message, failure.problem().hint);
        }
    }
    return servers;
}

std::vector<ServerAddress> remote_servers(MapReader& reader)
{
    const YamlNode* search = reader.map("search");
    if (search == nullptr) {
        return addresses(reader, "search.remote");
    }
    MapReader inner(reader.source(), *search, "'search'", reader.problems());
    auto servers = addresses(inner, "remote");
    inner.finish();
    return servers;
}

void Layers::take(MapReader& reader, const fs::path& file)
{
    set(reader.has("language"), "language", configuration_.language, checked_language(reader));
    set(reader.has("color"), "color", configuration_.color, checked_color(reader));
    set(reader.has("pager"), "pager", configuration_.pager, reader.text("pager").value_or(""));
    set(reader.has("packs"), "packs", configuration_.packs, folders(reader.words("packs"), file));
    set(reader.has("providers"), "providers", configuration_.providers, folders(reader.words("providers"), file));
    set(reader.has("retention"), "retention", configuration_.retention, checked_retention(reader));
    set(reader.has("allow"), "allow", configuration_.allow, reader.words("allow"));
    const bool dotted = reader.has("search.remote");
    set(reader.has("search") || dotted, "search.remote", configuration_.remote, remote_servers(reader));
    reader.finish();
}

} // namespace

Configuration read_configuration(const std::vector<fs::path>& files)
{
    Layers layers;
    for (const auto& file : files) {
        const Source source = read_file(file);
        if (says_nothing(source.text)) {
            continue;
        }
        Problems problems;
        if (const auto document = read_yaml(source, problems)) {
            MapReader reader(source, *document, "the configuration", problems);
            layers.take(reader, file);
        }
        if (!problems.empty()) {
            throw Failure(problems.front());
        }
    }
    return layers.result();
}

} // namespace unknot
