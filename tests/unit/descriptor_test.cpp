// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

using namespace unknot;

TEST_CASE("a descriptor is closed at the end of its scope")
{
    int number = -1;
    {
        const Descriptor opened(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        number = opened.number();
        CHECK(opened.is_open());
        CHECK(::fcntl(number, F_GETFD) >= 0);
    }
    CHECK(::fcntl(number, F_GETFD) < 0);
}

TEST_CASE("what could not be opened is not open and closes nothing")
{
    const Descriptor none(::open("/nonexistent", O_RDONLY | O_CLOEXEC));
    CHECK(!none.is_open());
    CHECK(none.number() == -1);
}
