// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/chinese.hpp"

#include <string>
#include <vector>

using namespace unknot;

TEST_CASE("traditional characters become simplified ones")
{
    Simplifier simplifier;
    const std::vector<std::pair<std::string, std::string>> table = {
        {"錢包備份", "钱包备份"},
        {"钱包备份", "钱包备份"},
        {"轉錯網絡了", "转错网络了"},
        {"Wi-Fi 網絡 ä", "Wi-Fi 网络 ä"},
        {"", ""},
        {"bad\xFF錢", "bad\uFFFD钱"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(simplifier.simplified(row.first) == row.second);
        CHECK(simplifier.simplified(row.first) == row.second);
    }
}
