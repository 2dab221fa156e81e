// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/domain.hpp"

#include "unknot/display.hpp"

#include <idn2.h>
#include <libpsl.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace unknot {

namespace {

constexpr std::size_t longest_input = 1000;
constexpr std::string_view decimal_digits = "0123456789";
constexpr std::string_view hexadecimal_digits = "0123456789abcdef";

struct Idn2Free {
    void operator()(char* text) const { idn2_free(text); }
};
using Idn2Text = std::unique_ptr<char, Idn2Free>;

// Read when the first name is looked up, and kept: what is built into libpsl, or the distribution's list if that is newer.
const psl_ctx_t* suffixes()
{
    static const psl_ctx_t* const list = psl_latest(nullptr);
    return list;
}

std::string to_ascii(const std::string& name)
{
    char* out = nullptr;
    const int failed = idn2_to_ascii_8z(name.c_str(), &out, IDN2_NONTRANSITIONAL);
    const Idn2Text owner(out);
    return failed != IDN2_OK || out == nullptr ? std::string() : std::string(out);
}

std::string to_unicode(const std::string& name)
{
    char* out = nullptr;
    const int failed = idn2_to_unicode_8z8z(name.c_str(), &out, 0);
    const Idn2Text owner(out);
    return failed != IDN2_OK || out == nullptr ? name : std::string(out);
}

std::vector<std::string_view> labels_of(std::string_view name)
{
    std::vector<std::string_view> labels;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        labels.push_back(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    labels.push_back(name);
    return labels;
}

bool all_of(std::string_view text, std::string_view alphabet)
{
    return !text.empty() && text.find_first_not_of(alphabet) == std::string_view::npos;
}

bool is_plain_byte(std::string_view label)
{
    unsigned number = 256;
    const auto read = std::from_chars(label.data(), label.data() + label.size(), number);
    return read.ec == std::errc() && read.ptr == label.data() + label.size() && number < 256 && (label.size() == 1 || label.front() != '0');
}

bool is_numeric(std::string_view label)
{
    return all_of(label, decimal_digits) || label == "0x" || (label.starts_with("0x") && all_of(label.substr(2), hexadecimal_digits));
}

// A browser takes a host for a number when its last label is one.
HostKind number_kind(const std::vector<std::string_view>& labels)
{
    if (!is_numeric(labels.back())) {
        return HostKind::name;
    }
    return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), is_plain_byte) ? HostKind::number : HostKind::disguised_number;
}

bool is_bracketed_number(std::string_view text)
{
    constexpr std::string_view allowed = "0123456789abcdef:.";
    return text.size() > 4 && text.front() == '[' && text.back() == ']' && all_of(text.substr(1, text.size() - 2), allowed)
           && text.find(':') != std::string_view::npos;
}

bool is_label(std::string_view label)
{
    constexpr std::size_t longest_label = 63;
    return all_of(label, "abcdefghijklmnopqrstuvwxyz0123456789-") && label.size() <= longest_label && label.front() != '-' && label.back() != '-';
}

// What STD3 asks for is asked for here: libidn2's own switch drops the characters that are not allowed, and `a_b.org` would be `ab.org`.
bool is_host_name(const std::string& name)
{
    constexpr std::size_t longest_name = 253;
    const auto labels = labels_of(name);
    return name.size() <= longest_name && std::all_of(labels.begin(), labels.end(), is_label);
}

void find_registrable(Host& host)
{
    const char* found = suffixes() == nullptr ? nullptr : psl_registrable_domain(suffixes(), host.ascii.c_str());
    const std::string_view whole = host.ascii;
    const bool has_dot = whole.find('.') != std::string_view::npos;
    if (found == nullptr) {
        host.suffix = has_dot ? host.ascii : std::string();
    } else if (has_dot) {
        host.registrable = found;
        host.suffix = host.registrable.substr(host.registrable.find('.') + 1);
    }
    const bool hosting = !host.suffix.empty() && suffixes() != nullptr
                         && psl_is_public_suffix2(suffixes(), host.suffix.c_str(), PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE) != 0;
    host.suffix_kind = hosting ? SuffixKind::hosting : SuffixKind::ending;
}

} // namespace

Host read_host(std::string_view text)
{
    Host host;
    host.unicode = fold_case(text.substr(0, longest_input));
    std::string name = host.unicode;
    if (name.ends_with('.')) {
        name.pop_back();
    }
    if (is_bracketed_number(name)) {
        host.kind = HostKind::number;
        host.ascii = name;
        return host;
    }
    const std::string ascii = text.size() > longest_input || name.find('\0') != std::string::npos ? std::string() : to_ascii(name);
    if (!is_host_name(ascii)) {
        return host;
    }
    host.kind = number_kind(labels_of(ascii));
    host.ascii = ascii;
    host.unicode = to_unicode(ascii);
    if (host.kind == HostKind::name) {
        find_registrable(host);
    }
    return host;
}

} // namespace unknot
