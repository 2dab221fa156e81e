// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what is wrong with a pack. Private to the linter.
#pragma once

#include "unknot/pack.hpp"
#include "unknot/yaml.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace unknot {

class Report {
public:
    explicit Report(const Pack& pack) : pack_(pack) {}

    // The line of the source at `place` is filled in.
    void error(const Place& place, std::string code, std::string message, std::string hint = {});
    void warning(const Place& place, std::string code, std::string message, std::string hint = {});

    // Where readers put their Problems.
    Problems& problems() { return problems_; }

    // Where a key of a YAML file or of an article's front matter stands, or one item of its list; the file's beginning when it isn't there.
    Place place_of(const std::string& file, std::string_view key, std::string_view item = {});

    // Sorted by place, each fault once.
    Problems take();

private:
    struct Known {
        Source source;
        std::optional<YamlNode> document; // of the whole file, or of its front matter
    };

    const Known& known(const std::string& file);
    void add(Severity severity, const Place& place, std::string code, std::string message, std::string hint);

    const Pack& pack_;
    Problems problems_;
    std::map<std::string, Known, std::less<>> files_;
};

} // namespace unknot
