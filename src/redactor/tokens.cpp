// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens that services hand out. Most begin with a mark that the service chose so that scanners can see them; JSON web tokens begin as the base64 of
// `{"`; and whatever follows `Bearer` or `Basic` in a header is one.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/surroundings.hpp"
#include "redactor/word_filters.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

enum class Alphabet : unsigned char { alphanumeric, capitals, url, dotted, base64 };

struct Mark {
    char begin[16];
    char rule[16];
    std::size_t least; // characters after the beginning
    Alphabet alphabet;
};

constexpr std::array<Mark, 42> marks = {{
    {"AKIA", "aws", 16, Alphabet::capitals},
    {"ASIA", "aws", 16, Alphabet::capitals},
    {"ghp_", "github", 36, Alphabet::alphanumeric},
    {"gho_", "github", 36, Alphabet::alphanumeric},
    {"ghu_", "github", 36, Alphabet::alphanumeric},
    {"ghs_", "github", 36, Alphabet::alphanumeric},
    {"ghr_", "github", 36, Alphabet::alphanumeric},
    {"github_pat_", "github", 40, Alphabet::url},
    {"glpat-", "gitlab", 20, Alphabet::url},
    {"xoxb-", "slack", 20, Alphabet::url},
    {"xoxp-", "slack", 20, Alphabet::url},
    {"xoxa-", "slack", 20, Alphabet::url},
    {"xoxr-", "slack", 20, Alphabet::url},
    {"xoxs-", "slack", 20, Alphabet::url},
    {"xapp-", "slack", 20, Alphabet::url},
    {"xoxe-", "slack", 20, Alphabet::url},
    {"sk_live_", "stripe", 16, Alphabet::alphanumeric},
    {"rk_live_", "stripe", 16, Alphabet::alphanumeric},
    {"sk_test_", "stripe", 16, Alphabet::alphanumeric},
    {"rk_test_", "stripe", 16, Alphabet::alphanumeric},
    {"whsec_", "stripe", 24, Alphabet::base64},
    {"AIza", "google", 35, Alphabet::url},
    {"ya29.", "google", 20, Alphabet::dotted},
    {"GOCSPX-", "google", 20, Alphabet::url},
    {"1//0", "google", 30, Alphabet::url},
    {"SG.", "sendgrid", 40, Alphabet::dotted},
    {"npm_", "npm", 36, Alphabet::alphanumeric},
    {"pypi-AgEI", "pypi", 50, Alphabet::url},
    {"sk-ant-", "anthropic", 20, Alphabet::url},
    {"sk-proj-", "openai", 20, Alphabet::url},
    {"sk-svcacct-", "openai", 20, Alphabet::url},
    {"sk-", "openai", 40, Alphabet::alphanumeric},
    {"hf_", "hugging-face", 30, Alphabet::alphanumeric},
    {"dop_v1_", "digitalocean", 60, Alphabet::alphanumeric},
    {"shpat_", "shopify", 32, Alphabet::alphanumeric},
    {"sq0atp-", "square", 20, Alphabet::url},
    {"sq0csp-", "square", 40, Alphabet::url},
    {"key-", "mailgun", 32, Alphabet::alphanumeric},
    {"RWRTY0Iy", "minisign", 80, Alphabet::base64},
    {"RWQAAEIy", "minisign", 80, Alphabet::base64},
    {"dckr_pat_", "docker", 20, Alphabet::url},
    {"AGE-PLUGIN-", "age-plugin", 20, Alphabet::url},
}};

constexpr std::size_t shortest_header = 12;
constexpr std::size_t longest_token = 8192;

bool is_of(Alphabet alphabet, char c)
{
    switch (alphabet) {
    case Alphabet::alphanumeric: return is_alphanumeric(c);
    case Alphabet::capitals: return is_capital(c) || is_digit(c);
    case Alphabet::url: return is_alphanumeric(c) || c == '_' || c == '-';
    case Alphabet::dotted: return is_alphanumeric(c) || c == '_' || c == '-' || c == '.';
    case Alphabet::base64: return is_alphanumeric(c) || std::string_view("+/=._~-").find(c) != std::string_view::npos;
    }
    return false;
}

std::size_t end_of(Alphabet alphabet, std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longest_token);
    while (at < most && is_of(alphabet, text[at])) {
        ++at;
    }
    return at;
}

void add(std::string_view kind, std::string_view rule, std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    while (end > at && std::string_view(".-_").find(text[end - 1]) != std::string_view::npos) {
        --end;
    }
    report(findings, kind, rule, at, end, Proof::surroundings, std::string(text.substr(at, end - at)));
}

std::size_t find_marked(std::string_view text, std::size_t at, Findings& findings)
{
    for (const Mark& mark : marks) {
        if (text[at] != mark.begin[0]) {
            continue;
        }
        const std::string_view begin = mark.begin;
        if (begins_with(text.substr(at), begin)) {
            const std::size_t end = end_of(mark.alphabet, text, at + begin.size());
            if (end - at - begin.size() >= mark.least) {
                add(std::string_view(mark.rule) == "minisign" ? "key" : "token", mark.rule, text, at, end, findings);
                return end;
            }
        }
    }
    return at;
}

// `eyJ` is the base64 of `{"`; three parts with points between, of which the last may be empty.
std::size_t find_web_token(std::string_view text, std::size_t at, Findings& findings)
{
    const std::size_t head = begins_with(text.substr(at), "eyJ") ? end_of(Alphabet::url, text, at) : at;
    if (head < at + 10 || head + 3 >= text.size() || text.substr(head, 1) != ".") {
        return at;
    }
    const std::size_t body = end_of(Alphabet::url, text, head + 1);
    if (body < head + 5 || body >= text.size() || text[body] != '.') {
        return at;
    }
    const std::size_t end = end_of(Alphabet::dotted, text, body + 1);
    add("token", "jwt", text, at, end, findings);
    return end;
}

std::size_t find_header_token(std::string_view text, std::size_t at, Findings& findings)
{
    constexpr std::size_t reach = 24;
    const std::string word = lower(text.substr(at, 7));
    const std::size_t value = word == "bearer " ? at + 7 : begins_with(word, "basic ") ? at + 6 : at;
    if (value == at || (word != "bearer " && name_before(text, at, reach, "authorization|") == 0)) {
        return at;
    }
    const std::size_t end = end_of(Alphabet::base64, text, value);
    const std::string_view token = text.substr(value, end - value);
    if (token.size() < shortest_header || std::none_of(token.begin(), token.end(), [](char c) { return is_digit(c) || c == '=' || is_capital(c); })) {
        return at;
    }
    add("token", word == "bearer " ? "bearer" : "basic", text, value, end, findings);
    return end;
}

constexpr TokenStarts starts_of_tokens()
{
    TokenStarts starts;
    for (const Mark& mark : marks) {
        starts.add(hash_of_start(mark.begin));
    }
    for (const std::string_view start : {"eyJ", "Bea", "bea", "BEA", "Bas", "bas", "BAS"}) {
        starts.add(hash_of_start(start));
    }
    return starts;
}

} // namespace

constinit const TokenStarts token_starts = starts_of_tokens();

std::size_t find_token(std::string_view text, std::size_t at, Findings& findings)
{
    if (text.size() - at < shortest_header) {
        return at;
    }
    std::size_t end = find_marked(text, at, findings);
    end = end > at ? end : find_web_token(text, at, findings);
    return end > at ? end : find_header_token(text, at, findings);
}

} // namespace unknot
