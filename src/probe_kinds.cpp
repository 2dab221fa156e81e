// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/probe_kinds.hpp"

#include <algorithm>
#include <string>

namespace unknot {

namespace {

using enum FactType;

constexpr ProbeField dns_fields[] = {{"addresses", text}, {"ms", number}};
constexpr ProbeField tcp_fields[] = {{"address", text}, {"ms", number}};
constexpr ProbeField tls_fields[] = {{"days_left", number}, {"protocol", text}, {"issuer", text}, {"ms", number}};
constexpr ProbeField http_fields[] = {{"code", number}, {"location", text}, {"skew", number}, {"ms", number}};
constexpr ProbeField clock_fields[] = {{"skew", number}};
constexpr ProbeField disk_fields[] = {{"free", size}, {"total", size}, {"inodes", number}};
constexpr ProbeField memory_fields[] = {{"free", size}};
constexpr ProbeField route_fields[] = {{"gateway", text}, {"ipv6", yesno}};
constexpr ProbeField proxy_fields[] = {{"url", text}};
constexpr ProbeField file_fields[] = {{"found", yesno}, {"mode", text}, {"owner", text}, {"age", duration}, {"size", size}};
constexpr ProbeField running_fields[] = {{"running", yesno}};
constexpr ProbeField value_fields[] = {{"value", text}};
constexpr ProbeField version_fields[] = {{"version", version}};
constexpr ProbeField package_fields[] = {{"version", version}, {"installed", yesno}};
constexpr ProbeField command_fields[] = {{"exit", number}, {"output", text}};

constexpr std::string_view dns_parameters[] = {"type", "expect", "resolver"};
constexpr std::string_view tls_parameters[] = {"min-days"};
constexpr std::string_view http_parameters[] = {"status", "body", "redirects"};
constexpr std::string_view clock_parameters[] = {"max-skew"};
constexpr std::string_view free_parameters[] = {"min-free"};
constexpr std::string_view file_parameters[] = {"mode", "owner", "max-age", "exists"};
constexpr std::string_view matches_parameters[] = {"matches"};
constexpr std::string_view range_parameters[] = {"range"};
constexpr std::string_view command_parameters[] = {"exit", "output"};

constexpr ProbeKind kinds[] = {
    {"dns", ProbeArgument::one, ProbeScope::network, dns_parameters, dns_fields},
    {"tcp", ProbeArgument::one, ProbeScope::network, {}, tcp_fields},
    {"tls", ProbeArgument::one, ProbeScope::network, tls_parameters, tls_fields},
    {"http", ProbeArgument::one, ProbeScope::network, http_parameters, http_fields},
    {"clock", ProbeArgument::one_or_list, ProbeScope::network, clock_parameters, clock_fields},
    {"disk", ProbeArgument::one, ProbeScope::local, free_parameters, disk_fields},
    {"memory", ProbeArgument::none, ProbeScope::local, free_parameters, memory_fields},
    {"route", ProbeArgument::none, ProbeScope::local, {}, route_fields},
    {"proxy", ProbeArgument::none, ProbeScope::local, {}, proxy_fields},
    {"file", ProbeArgument::one, ProbeScope::file, file_parameters, file_fields},
    {"process", ProbeArgument::one, ProbeScope::local, {}, running_fields},
    {"service", ProbeArgument::one, ProbeScope::local, {}, running_fields},
    {"port", ProbeArgument::one, ProbeScope::local, {}, running_fields},
    {"env", ProbeArgument::one, ProbeScope::local, matches_parameters, value_fields},
    {"os", ProbeArgument::one, ProbeScope::local, matches_parameters, value_fields},
    {"version", ProbeArgument::one, ProbeScope::local, range_parameters, version_fields},
    {"package", ProbeArgument::one, ProbeScope::local, range_parameters, package_fields},
    {"command", ProbeArgument::list, ProbeScope::command, command_parameters, command_fields},
};

} // namespace

std::span<const ProbeKind> probe_kinds()
{
    return kinds;
}

const ProbeKind* probe_kind(std::string_view name)
{
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const ProbeKind& kind) { return kind.name == name; });
    return found == std::end(kinds) ? nullptr : found;
}

std::optional<Value> read_field(FactType type, std::string_view text)
{
    auto value = read_value(type, text);
    if (value || (type != FactType::size && type != FactType::duration)) {
        return value;
    }
    return read_value(type, std::string(text) + (type == FactType::size ? "B" : "s"));
}

} // namespace unknot
