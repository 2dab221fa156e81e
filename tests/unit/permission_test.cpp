// SPDX-License-Identifier: GPL-3.0-or-later
#include "permission.hpp"

#include "unknot/problem.hpp"

#include <doctest/doctest.h>

using namespace unknot;

TEST_CASE("what is allowed is said word by word")
{
    const Allowance allowance = read_allowance({"network,command=df", "command=ls -l"});
    CHECK(allowance.network);
    CHECK_FALSE(allowance.any_command);
    CHECK(allowance.names_command({"df", "-h"}));
    CHECK(allowance.names_command({"/bin/df"}));
    CHECK(allowance.names_command({"ls", "-l"}));
    CHECK_FALSE(allowance.names_command({"ls", "-a"}));
    CHECK_FALSE(allowance.names_command({"rm", "df"}));
    CHECK_FALSE(allowance.names_command({}));
    CHECK(read_allowance({"command"}).any_command);
    CHECK_FALSE(read_allowance({}).network);
}

TEST_CASE("a word that allows nothing is wrong usage")
{
    CHECK_THROWS_AS(read_allowance({"net"}), Failure);
    CHECK_THROWS_AS(read_allowance({"network,"}), Failure);
    CHECK_THROWS_AS(read_allowance({"command="}), Failure);
    CHECK_THROWS_AS(read_allowance({""}), Failure);
}
