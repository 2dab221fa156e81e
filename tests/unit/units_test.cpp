// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/units.hpp"

#include <string>
#include <vector>

using namespace unknot;

namespace {

std::string line(std::string_view text)
{
    std::string out;
    for (const WordUnit& unit : units_of(tokens(text))) {
        out += out.empty() ? "" : " | ";
        for (const WordToken& token : unit.whole) {
            out += "<" + token.text + ">";
        }
        for (const WordToken& token : unit.parts) {
            out += (out.empty() || out.back() == ' ' || out.back() == '>' ? "" : " ") + token.text;
        }
    }
    return out;
}

} // namespace

TEST_CASE("tokens are grouped into what people call words")
{
    const std::vector<std::pair<std::string, std::string>> table = {
        {"", ""},
        {"red card", "red | card"},
        {"top-up 7", "<top-up><topup>top up | 7"},
        {"Err:522 err", "<err:522>err 522 | err"},
        {"备份恢复", "备 备份 份 份恢 恢 恢复 复"},
        {"备份 恢复", "备 备份 份 | 恢 恢复 复"},
        {"备份WiFi密码", "备 备份 份 | wifi | 密 密码 码"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(line(row.first) == row.second);
    }
}

TEST_CASE("words for looking up synonyms")
{
    CHECK(plain_words("Recovery  Phrase!") == "recovery phrase");
    CHECK(plain_words("E-Mail-Konto") == "e mail konto");
    CHECK(plain_words("助记词 seed") == "助记词 seed");
    CHECK(plain_words(" . ") == "");
}
