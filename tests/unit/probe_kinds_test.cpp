// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <string>

using namespace unknot;

namespace {

// "tls(one, network) min-days -> days_left:number protocol:text"
std::string sketch(const ProbeKind& kind)
{
    constexpr std::string_view arguments[] = {"none", "one", "list", "one or list"};
    constexpr std::string_view scopes[] = {"network", "file", "command", "local"};
    std::string text = fmt::format("{}({}, {})", kind.name, arguments[static_cast<int>(kind.argument)], scopes[static_cast<int>(kind.scope)]);
    for (const auto parameter : kind.parameters) {
        text += fmt::format(" {}", parameter);
    }
    text += " ->";
    for (const auto& field : kind.fields) {
        text += fmt::format(" {}:{}", field.name, name(field.type));
    }
    return text;
}

} // namespace

TEST_CASE("the closed list of probes is the format page's")
{
    const std::string_view table[] = {
        "dns(one, network) type expect resolver -> addresses:text ms:number",
        "tcp(one, network) -> address:text ms:number",
        "tls(one, network) min-days -> days_left:number protocol:text issuer:text ms:number",
        "http(one, network) status body redirects -> code:number location:text skew:number ms:number",
        "clock(one or list, network) max-skew -> skew:number",
        "disk(one, local) min-free -> free:size total:size inodes:number",
        "memory(none, local) min-free -> free:size",
        "route(none, local) -> gateway:text ipv6:yesno",
        "proxy(none, local) -> url:text",
        "file(one, file) mode owner max-age exists -> found:yesno mode:text owner:text age:duration size:size",
        "process(one, local) -> running:yesno",
        "service(one, local) -> running:yesno",
        "port(one, local) -> running:yesno",
        "env(one, local) matches -> value:text",
        "os(one, local) matches -> value:text",
        "version(one, local) range -> version:version",
        "package(one, local) range -> version:version installed:yesno",
        "command(list, command) exit output -> exit:number output:text",
    };
    REQUIRE(probe_kinds().size() == std::size(table));
    for (std::size_t i = 0; i < std::size(table); ++i) {
        CHECK(sketch(probe_kinds()[i]) == table[i]);
        CHECK(probe_kind(probe_kinds()[i].name) == &probe_kinds()[i]);
    }
}

TEST_CASE("what is no kind is none")
{
    for (const auto* name : {"", "ping", "DNS", "dns ", "timeout", "label"}) {
        CHECK(probe_kind(name) == nullptr);
    }
}

TEST_CASE("no parameter is called like a kind")
{
    for (const auto& kind : probe_kinds()) {
        for (const auto parameter : kind.parameters) {
            CHECK(probe_kind(parameter) == nullptr);
        }
    }
}

TEST_CASE("a field may be plain bytes or plain seconds")
{
    struct Case {
        FactType type;
        std::string_view text;
        double number;
    };
    const Case table[] = {
        {FactType::size, "2048", 2048},
        {FactType::size, "2KiB", 2048},
        {FactType::size, "0", 0},
        {FactType::duration, "90", 90},
        {FactType::duration, "1m 30s", 90},
        {FactType::number, "-95.5", -95.5},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        const auto value = read_field(row.type, row.text);
        REQUIRE(value);
        CHECK(value->type == row.type);
        CHECK(value->number == row.number);
    }
}

TEST_CASE("a field that is none of its type is refused")
{
    CHECK_FALSE(read_field(FactType::size, "much"));
    CHECK_FALSE(read_field(FactType::size, ""));
    CHECK_FALSE(read_field(FactType::duration, "soon"));
    CHECK_FALSE(read_field(FactType::number, "95s"));
    CHECK_FALSE(read_field(FactType::yesno, "maybe"));
}
