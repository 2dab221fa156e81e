// SPDX-License-Identifier: GPL-3.0-or-later
// The host of an address as the network reads it: which name somebody could buy, and what it says in letters. The fence around libpsl and libidn2.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

enum class HostKind {
    name,
    number,           // 192.0.2.1 or [2001:db8::1]; looked at before anything else: to libpsl, `1.1` is a domain
    disguised_number, // 0300.0250.1, 0xC0A80101, 3232235777: a number that only a program reads
    not_a_name,       // no host that may be looked up: empty labels, characters or lengths that are not allowed
};

enum class SuffixKind {
    ending,  // .org, .co.uk
    hosting, // github.io: anybody gets a name below it
};

struct Host {
    HostKind kind = HostKind::not_a_name;
    std::string ascii;       // lower case, `xn--` where it has to be, without a dot at the end
    std::string unicode;     // the same in letters; of what is not a name the text as it was given, in lower case
    std::string registrable; // ASCII; the name that somebody registered: `b.co.uk` of `a.b.co.uk`; empty where there is none
    std::string suffix;      // ASCII; what is behind the registrable name's first label
    SuffixKind suffix_kind = SuffixKind::ending;
};

// International names by IDNA 2008 and UTS46 (non-transitional, only letters, digits and hyphens); suffixes by the system's public suffix list, or by
// libpsl's own where that is newer. A name below an ending that the list doesn't know is registrable under its last label, as browsers have it;
// a name without a dot has no registrable part.
Host read_host(std::string_view text);

} // namespace unknot
