// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"

using namespace unknot;

namespace {

const std::string sample = R"(unknot: 1
provider: electrum
name: {en: Electrum, zh: 以莱克}
kind: wallet
custody: self
official:
  domains: [electrum.org]
  hosts: [electrum.readthedocs.io]
  keys: ['6694 D8DE']
  emails: [help@electrum.org]
  phones: ['+49 30 1']
  accounts: {github: [spesmilo], x: [ElectrumWallet]}
channels:
  - {id: issues, type: web, to: 'https://github.com/spesmilo/electrum/issues', languages: [en], reply: 3d}
  - {id: mail, type: email, to: 'help@shop.example', label: {en: Mail, de: Post}, requires: [order_id], subject: 'Order {order_id}',
     hours: 'Mo-Fr 09:00-18:00', timezone: Europe/Berlin}
never: [Asks for your recovery phrase, {en: Calls you first, de: Ruft nicht an}]
reviewed: 2026-11-21
sources: ['https://electrum.org']
)";

std::string faults(const std::string& text)
{
    Problems problems;
    read_provider({"p.yaml", text, 0}, "electrum", problems);
    return told(problems);
}

} // namespace

TEST_CASE("a provider is read whole")
{
    Problems problems;
    const auto provider = read_provider({"p.yaml", sample, 0}, "electrum", problems);
    CHECK(told(problems).empty());
    REQUIRE(provider);
    CHECK(provider->id == "electrum");
    CHECK(provider->name.in("zh") == "以莱克");
    CHECK(provider->name.in("de") == "Electrum");
    CHECK(provider->kind == "wallet");
    CHECK(provider->custody == "self");
    CHECK(provider->domains == std::vector<std::string>{"electrum.org"});
    CHECK(provider->hosts == std::vector<std::string>{"electrum.readthedocs.io"});
    CHECK(provider->keys.size() == 1);
    CHECK(provider->emails.size() == 1);
    CHECK(provider->phones.size() == 1);
    CHECK(provider->accounts.at("x") == std::vector<std::string>{"ElectrumWallet"});
    REQUIRE(provider->channels.size() == 2);
    CHECK(provider->channels[0].id == "issues");
    CHECK(provider->channels[0].reply == "3d");
    CHECK(provider->channels[1].type == "email");
    CHECK(provider->channels[1].label.in("de") == "Post");
    CHECK(provider->channels[1].needed == std::vector<std::string>{"order_id"});
    CHECK(provider->channels[1].subject.in("en") == "Order {order_id}");
    CHECK(provider->channels[1].hours == "Mo-Fr 09:00-18:00");
    CHECK(provider->channels[1].timezone == "Europe/Berlin");
    REQUIRE(provider->never.size() == 2);
    CHECK(provider->never[1].in("de") == "Ruft nicht an");
    CHECK(provider->reviewed == "2026-11-21");
    CHECK(provider->place == Place{"p.yaml", 1, 1});
}

TEST_CASE("faults of a provider are told at their place")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const std::string head = "unknot: 1\nprovider: electrum\nname: E\nkind: wallet\n";
    const Case table[] = {
        {head, ""},
        {"- a\n", "p.yaml:1:1 wrong-type"},
        {"provider: electrum\nname: E\nkind: wallet\n", "p.yaml:1:1 missing-key"},
        {"unknot: 1\nprovider: other\nname: E\nkind: wallet\n", "p.yaml:2:11 wrong-id"},
        {"unknot: 1\nname: E\nkind: wallet\n", "p.yaml:1:1 missing-key"},
        {"unknot: 1\nprovider: electrum\nkind: wallet\n", "p.yaml:1:1 missing-key"},
        {"unknot: 1\nprovider: electrum\nname: E\nkind: purse\n", "p.yaml:4:7 unknown-value"},
        {"unknot: 1\nprovider: electrum\nname: E\n", "p.yaml:1:1 missing-key"},
        {head + "custody: us\n", "p.yaml:5:10 unknown-value"},
        {head + "official: {domain: [a]}\n", "p.yaml:5:12 unknown-key"},
        {head + "official: {domains: a}\n", "p.yaml:5:21 wrong-type"},
        {head + "official: {accounts: {x: a}}\n", "p.yaml:5:26 wrong-type"},
        {head + "channels: [a]\n", "p.yaml:5:12 wrong-type"},
        {head + "channels: [{type: web, to: a}]\n", "p.yaml:5:12 missing-key"},
        {head + "channels: [{id: A b, type: web, to: a}]\n", "p.yaml:5:17 bad-id"},
        {head + "channels: [{id: a, type: fax, to: a}]\n", "p.yaml:5:26 unknown-value"},
        {head + "channels: [{id: a, to: a}]\n", "p.yaml:5:12 missing-key"},
        {head + "channels: [{id: a, type: web}]\n", "p.yaml:5:12 missing-key"},
        {head + "channels: [{id: a, type: web, to: a}, {id: a, type: chat, to: b}]\n", "p.yaml:5:44 duplicate-id"},
        {head + "channels: [{id: a, type: web, to: a, reply: soon}]\n", "p.yaml:5:45 wrong-value"},
        {head + "channels: [{id: a, type: web, to: a, fax: 1}]\n", "p.yaml:5:38 unknown-key"},
        {head + "never: [[a]]\n", "p.yaml:5:9 wrong-type"},
        {head + "reviewed: 21.11.2026\n", "p.yaml:5:11 wrong-value"},
        {head + "colour: red\n", "p.yaml:5:1 unknown-key"},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(faults(row.text) == row.expected);
    }
}

TEST_CASE("a pack reads its providers by id")
{
    const PackFolder folder({{"providers/electrum.yaml", sample}});
    Problems problems;
    CHECK(folder.open().provider("electrum", problems)->custody == "self");
    CHECK_FALSE(folder.open().provider("other", problems));
    CHECK(problems.empty());
}
