// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/secret_names.hpp"

#include "redactor/ascii.hpp"
#include "redactor/word_filters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace unknot {

namespace {

enum class Match { whole, ending };

// The word lies within: an address of it would have to be set at every start.
struct Naming {
    template <std::size_t Size>
    constexpr Naming(const char (&written)[Size], SecretName named, Match how = Match::whole) : size(Size - 1), name(named), match(how)
    {
        std::copy_n(written, size, letters.begin());
    }

    constexpr std::string_view word() const { return {letters.data(), size}; }

    std::array<char, 20> letters{};
    std::size_t size;
    SecretName name;
    Match match;
};

constexpr std::array<Naming, 48> namings = {{
    {"password", SecretName::password, Match::ending},
    {"passwords", SecretName::password, Match::ending},
    {"passwort", SecretName::password, Match::ending},
    {"passwd", SecretName::password, Match::ending},
    {"kennwort", SecretName::password, Match::ending},
    {"passphrase", SecretName::password, Match::ending},
    {"pwd", SecretName::password},
    {"pass", SecretName::password},
    {"mailpass", SecretName::password},
    {"dbpass", SecretName::password},
    {"kennung", SecretName::password},
    {"token", SecretName::token},
    {"secret", SecretName::token},
    {"apikey", SecretName::token},
    {"accesskey", SecretName::token},
    {"secretkey", SecretName::token},
    {"authtoken", SecretName::token},
    {"apitoken", SecretName::token},
    {"accesstoken", SecretName::token},
    {"clientsecret", SecretName::token},
    {"pin", SecretName::pin},
    {"puk", SecretName::pin},
    {"pincode", SecretName::pin},
    {"geheimzahl", SecretName::pin},
    {"geheimnummer", SecretName::pin},
    {"otp", SecretName::one_time},
    {"tan", SecretName::one_time},
    {"mtan", SecretName::one_time},
    {"smstan", SecretName::one_time},
    {"phototan", SecretName::one_time},
    {"pushtan", SecretName::one_time},
    {"passcode", SecretName::one_time},
    {"smscode", SecretName::one_time},
    {"einmalcode", SecretName::one_time},
    {"freigabecode", SecretName::one_time},
    {"anmeldecode", SecretName::one_time},
    {"zugangscode", SecretName::one_time},
    {"prüfcode", SecretName::one_time},
    {"gungscode", SecretName::one_time, Match::ending},
    {"rungscode", SecretName::one_time, Match::ending},
    {"heitscode", SecretName::one_time, Match::ending},
    {"cvv", SecretName::card_code},
    {"cvc", SecretName::card_code},
    {"csc", SecretName::card_code},
    {"prüfziffer", SecretName::card_code, Match::ending},
    {"prüfnummer", SecretName::card_code, Match::ending},
    {"code", SecretName::bare_code},
    {"key", SecretName::nothing},
}};

constexpr std::string_view code_kinds = " verification security confirmation time sms login auth authentication authenticator factor 2fa mfa access "
                                        "recovery your ihr dein my mein ihren deinen unlock ";
constexpr std::string_view key_kinds = " api access secret auth ";
constexpr std::string_view passwords = "密码 密碼 口令 ";
constexpr std::string_view one_time_codes = "验证码 驗證碼 动态码 動態碼 校验码 校驗碼 动态密码 ";
constexpr std::string_view card_codes = "安全码 安全碼 ";
constexpr std::size_t longest_name = 40;

bool is_among(std::string_view words, std::string_view word)
{
    return words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

std::string word_before(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-' || text[end - 1] == '_')) {
        --end;
    }
    std::size_t start = end;
    while (start > 0 && end - start < longest_name && is_alphanumeric(text[start - 1])) {
        --start;
    }
    return lower(text.substr(start, end - start));
}

bool matches(const Naming& naming, std::string_view word)
{
    const std::string_view wanted = naming.word();
    return naming.match == Match::whole ? word == wanted : word.size() >= wanted.size() && word.substr(word.size() - wanted.size()) == wanted;
}

std::size_t size_of_first(std::string_view names, std::string_view rest)
{
    for (; !names.empty(); names.remove_prefix(names.find(' ') + 1)) {
        if (begins_with(rest, names.substr(0, names.find(' ')))) {
            return names.find(' ');
        }
    }
    return 0;
}

constexpr NameEnds ends_of_names()
{
    NameEnds ends;
    for (const Naming& naming : namings) {
        ends.add(hash_of_end(naming.word()));
    }
    return ends;
}

constexpr CharacterStarts starts_of_chinese_names()
{
    CharacterStarts starts;
    for (std::string_view names : {passwords, one_time_codes, card_codes}) {
        for (; !names.empty(); names.remove_prefix(names.find(' ') + 1)) {
            starts.add(hash_of_character(names));
        }
    }
    return starts;
}

} // namespace

constinit const NameEnds name_ends = ends_of_names();
constinit const CharacterStarts chinese_name_starts = starts_of_chinese_names();

SecretName secret_name(std::string_view text, std::size_t at, std::size_t end)
{
    const std::string_view written = text.substr(at, end - at);
    if (written.size() > longest_name || !may_be_name(written)) {
        return SecretName::nothing;
    }
    std::array<char, longest_name> small{};
    std::transform(written.begin(), written.end(), small.begin(), to_lower);
    const std::string_view word(small.data(), written.size());
    const auto found = std::find_if(namings.begin(), namings.end(), [word](const Naming& naming) { return matches(naming, word); });
    if (found == namings.end()) {
        return SecretName::nothing;
    }
    if (word == "key") {
        return is_among(key_kinds, word_before(text, at)) ? SecretName::token : SecretName::nothing;
    }
    const bool told = found->name == SecretName::bare_code && is_among(code_kinds, word_before(text, at));
    return told ? SecretName::one_time : found->name;
}

SecretName chinese_secret_name(std::string_view text, std::size_t at, std::size_t& size)
{
    const std::string_view rest = text.substr(at);
    if (!may_begin_chinese_name(text, at)) {
        return SecretName::nothing;
    }
    if ((size = size_of_first(passwords, rest)) > 0) {
        return SecretName::password;
    }
    if ((size = size_of_first(one_time_codes, rest)) > 0) {
        return SecretName::one_time;
    }
    size = size_of_first(card_codes, rest);
    return size > 0 ? SecretName::card_code : SecretName::nothing;
}

} // namespace unknot
