// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "late_library.hpp"

using namespace unknot;

TEST_CASE("a function is found by its name")
{
    const LateLibrary library("libm.so.6");
    const auto function = library.find<double(double)>("cbrt");
    REQUIRE((function != nullptr));
    CHECK(function(27) == doctest::Approx(3));
}

TEST_CASE("what is not there is told by a null")
{
    CHECK((LateLibrary("libm.so.6").find<double(double)>("no_such_function") == nullptr));
    CHECK((LateLibrary("libnosuchlibrary.so.0").find<double(double)>("cbrt") == nullptr));
}
