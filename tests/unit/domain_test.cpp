// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/domain.hpp"

#include <string>

using namespace unknot;

TEST_CASE("the registrable name is what somebody bought")
{
    CHECK(read_host("electrum.org").registrable == "electrum.org");
    CHECK(read_host("download.electrum.org").registrable == "electrum.org");
    CHECK(read_host("www.amazon.co.uk").registrable == "amazon.co.uk");
    CHECK(read_host("www.amazon.co.uk").suffix == "co.uk");
    CHECK(read_host("co.uk").registrable.empty());
    CHECK(read_host("co.uk").suffix == "co.uk");
    CHECK(read_host("a.b.unheardof").registrable == "b.unheardof");
}

TEST_CASE("case and the last dot do not count")
{
    CHECK(read_host("Electrum.ORG.").ascii == "electrum.org");
    CHECK(read_host("electrum.org..").kind == HostKind::not_a_name);
}

TEST_CASE("below a suffix where anybody gets a name")
{
    const Host host = read_host("electrum.github.io");
    CHECK(host.registrable == "electrum.github.io");
    CHECK(host.suffix == "github.io");
    CHECK(host.suffix_kind == SuffixKind::hosting);
    CHECK(read_host("electrum.org").suffix_kind == SuffixKind::ending);
    CHECK(read_host("github.io").suffix_kind == SuffixKind::hosting);
    CHECK(read_host("a.unheardof").suffix_kind == SuffixKind::ending);
}

TEST_CASE("names without a dot")
{
    const Host host = read_host("localhost");
    CHECK(host.kind == HostKind::name);
    CHECK(host.registrable.empty());
    CHECK(host.suffix.empty());
}

TEST_CASE("numbers are no names")
{
    CHECK(read_host("192.168.1.1").kind == HostKind::number);
    CHECK(read_host("192.168.1.1").registrable.empty());
    CHECK(read_host("[2001:db8::1]").kind == HostKind::number);
    CHECK(read_host("0300.0250.1.1").kind == HostKind::disguised_number);
    CHECK(read_host("0xC0A80101").kind == HostKind::disguised_number);
    CHECK(read_host("3232235777").kind == HostKind::disguised_number);
    CHECK(read_host("192.168.1").kind == HostKind::disguised_number);
    CHECK(read_host("192.168.1.256").kind == HostKind::disguised_number);
    CHECK(read_host("95516.com").kind == HostKind::name);
}

TEST_CASE("international names")
{
    CHECK(read_host("müller.de").ascii == "xn--mller-kva.de");
    CHECK(read_host("xn--mller-kva.de").unicode == "müller.de");
    CHECK(read_host("例子.中国").registrable == "xn--fsqu00a.xn--fiqs8s");
    CHECK(read_host("ｅlectrum．org").ascii == "electrum.org");
    CHECK(read_host("xn--zzzzzzzzz-.com").kind == HostKind::not_a_name);
}

TEST_CASE("what is not a host")
{
    CHECK(read_host("").kind == HostKind::not_a_name);
    CHECK(read_host("a..b").kind == HostKind::not_a_name);
    CHECK(read_host(".org").kind == HostKind::not_a_name);
    CHECK(read_host("a b.org").kind == HostKind::not_a_name);
    CHECK(read_host("a%2eb.org").kind == HostKind::not_a_name);
    CHECK(read_host("a_b.org").kind == HostKind::not_a_name);
    CHECK(read_host(std::string(64, 'a') + ".org").kind == HostKind::not_a_name);
    CHECK(read_host(std::string(100'000, 'a')).kind == HostKind::not_a_name);
    CHECK(read_host("\xff.org").kind == HostKind::not_a_name);
    CHECK(read_host(std::string("a\0b.org", 7)).kind == HostKind::not_a_name);
}
