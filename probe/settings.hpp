// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters of a request, read by their types.
#pragma once

#include "unknot/pattern.hpp"
#include "unknot/probe_run.hpp"
#include "unknot/value.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace unknot {

// A parameter or an argument that says nothing sensible: told as an `error` of this probe.
class Misunderstood : public std::runtime_error {
public:
    Misunderstood(std::string finding, const std::string& expected) : std::runtime_error(expected), finding_(std::move(finding)) {}
    const std::string& finding() const noexcept { return finding_; }

private:
    std::string finding_;
};

[[noreturn]] void refuse_argument(const std::string& expected);
[[noreturn]] void refuse_parameter(std::string_view name, const std::string& expected);

// Nothing when the parameter was not given; throws Misunderstood when it is not of the type.
std::optional<Value> setting(const ProbeRequest& request, std::string_view name, FactType type);
std::optional<Pattern> pattern_setting(const ProbeRequest& request, std::string_view name);

// The path an argument means: absolute, or `~/…` in the person's home; no `..` in it.
std::string path_argument(const ProbeRequest& request);

} // namespace unknot
