// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.hpp"

#include "unknot/probe_kinds.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

bool climbs(std::string_view path)
{
    return path == ".." || path.starts_with("../") || path.ends_with("/..") || path.find("/../") != std::string_view::npos;
}

} // namespace

void refuse_argument(const std::string& expected)
{
    throw Misunderstood("bad_target", expected);
}

void refuse_parameter(std::string_view name, const std::string& expected)
{
    throw Misunderstood("bad_setting", fmt::format("{}: {}", name, expected));
}

std::optional<Value> setting(const ProbeRequest& request, std::string_view name, FactType type)
{
    const std::string* text = request.parameter(name);
    if (text == nullptr) {
        return std::nullopt;
    }
    auto value = read_field(type, *text);
    if (!value) {
        refuse_parameter(name, std::string(expectation(type)));
    }
    return value;
}

std::optional<Pattern> pattern_setting(const ProbeRequest& request, std::string_view name)
{
    const std::string* text = request.parameter(name);
    if (text == nullptr) {
        return std::nullopt;
    }
    try {
        return Pattern(*text);
    } catch (const Failure& failure) {
        refuse_parameter(name, failure.problem().message);
    }
}

std::string path_argument(const ProbeRequest& request)
{
    std::string path = request.argument();
    if (path == "~" || path.starts_with("~/")) {
        const std::string* home = request.variable("HOME");
        if (home == nullptr || !home->starts_with('/')) {
            refuse_argument("a home folder for '~'");
        }
        path = *home + path.substr(1);
    }
    if (!path.starts_with('/') || climbs(path) || path.find('\0') != std::string::npos) {
        refuse_argument("an absolute path without '..'");
    }
    return path;
}

} // namespace unknot
