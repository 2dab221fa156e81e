// SPDX-License-Identifier: GPL-3.0-or-later
// The closed list of probes: what each takes and which fields it gives. Running them is not this module's business.
#pragma once

#include "unknot/value.hpp"

#include <span>
#include <string_view>

namespace unknot {

enum class ProbeArgument { none, one, list, one_or_list };
enum class ProbeScope { network, file, command, local };   // what a pack's `needs` must name

struct ProbeField {
    std::string_view name;
    FactType type;
};

struct ProbeKind {
    std::string_view name;
    ProbeArgument argument;
    ProbeScope scope;
    std::span<const std::string_view> parameters;   // beside those that every probe has
    std::span<const ProbeField> fields;
};

inline constexpr std::string_view probe_statuses[] = {"ok", "warn", "fail", "error", "skipped"};

std::span<const ProbeKind> probe_kinds();
const ProbeKind* probe_kind(std::string_view name);   // null when there is none

// Reads the value of a field as a script or a scenario writes it: a size may be plain bytes, a duration plain seconds.
std::optional<Value> read_field(FactType type, std::string_view text);

} // namespace unknot
