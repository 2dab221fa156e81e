// SPDX-License-Identifier: GPL-3.0-or-later
// What addresses carry: a password before the host, and parameters whose names say that they are secret. Of the address itself nothing is masked.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/surroundings.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t longest_authority = 512;
constexpr std::size_t longest_parameters = 8192;
constexpr std::size_t longest_name = 40;
constexpr std::string_view ends = " \t\r\n\"'<>`\\";

constexpr std::string_view secret_names =
    " token access_token id_token refresh_token auth_token authtoken api_token api_key apikey secret client_secret "
    "password passwd pwd pass passphrase sig signature auth jwt session session_id sessionid sid code otp pin "
    "x-amz-signature x-amz-security-token x-goog-signature access_key private_key key seed mnemonic ";
constexpr std::string_view dull_names = " key code sig auth session sid "; // also what nobody need hide: only long values count
constexpr std::size_t long_value = 16;
constexpr std::size_t short_value = 4;

std::size_t end_of_authority(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longest_authority);
    while (at < most && ends.find(text[at]) == std::string_view::npos && text[at] != '/' && text[at] != '?' && text[at] != '#') {
        ++at;
    }
    return at;
}

void find_credentials(std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    const std::string_view authority = text.substr(at, end - at);
    const std::size_t host = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (host == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= host
        || is_placeholder(authority.substr(colon + 1, host - colon - 1))) {
        return;
    }
    report(findings, "password", "url-credentials", at + colon + 1, at + host, Proof::surroundings,
        std::string(authority.substr(colon + 1, host - colon - 1)));
}

void find_parameter(std::string_view text, std::size_t name, std::size_t end, Findings& findings)
{
    const std::string_view parameter = text.substr(name, end - name);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos || equals > longest_name) {
        return;
    }
    const std::string wanted = " " + lower(parameter.substr(0, equals)) + " ";
    const std::string_view value = parameter.substr(equals + 1);
    const std::size_t least = dull_names.find(wanted) == std::string_view::npos ? short_value : long_value;
    if (secret_names.find(wanted) == std::string_view::npos || value.size() < least || is_placeholder(value)) {
        return;
    }
    const bool totp = wanted == " secret " && name_before(text, name, longest_parameters, "otpauth://|") > 0;
    report(findings, totp ? "key" : "token", totp ? "totp" : "url-parameter", name + equals + 1, end, Proof::surroundings, std::string(value));
}

std::size_t find_parameters(std::string_view text, std::size_t at, Findings& findings)
{
    const std::size_t most = std::min(text.size(), at + longest_parameters);
    std::size_t name = std::string_view::npos;
    for (; at < most && ends.find(text[at]) == std::string_view::npos; ++at) {
        const char c = text[at];
        if (c != '?' && c != '&' && c != '#' && c != ';') {
            continue;
        }
        if (name != std::string_view::npos) {
            find_parameter(text, name, at, findings);
        }
        name = at + 1;
    }
    if (name != std::string_view::npos) {
        find_parameter(text, name, at, findings);
    }
    return at;
}

} // namespace

void find_url_secrets(std::string_view text, Findings& findings)
{
    std::size_t at = text.find("://");
    while (at != std::string_view::npos) {
        const std::size_t authority = at + 3;
        const std::size_t end = end_of_authority(text, authority);
        find_credentials(text, authority, end, findings);
        at = text.find("://", std::max(find_parameters(text, end, findings), authority));
    }
}

} // namespace unknot
