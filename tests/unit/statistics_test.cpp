// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/statistics.hpp"

#include <vector>

using namespace unknot;

TEST_CASE("shares have the score intervals that are published")
{
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    struct Case {
        std::size_t hits;
        std::size_t count;
        double low;
        double high;
    };
    for (const Case& row : {Case{81, 263, 0.2553, 0.3662}, Case{15, 148, 0.0624, 0.1605}, Case{0, 20, 0.0000, 0.1611}, Case{1, 29, 0.0061, 0.1718}}) {
        CAPTURE(row.hits);
        const Interval interval = share_interval(row.hits, row.count);
        CHECK(interval.low == doctest::Approx(row.low).epsilon(0.0005).scale(0.1));
        CHECK(interval.high == doctest::Approx(row.high).epsilon(0.0005).scale(0.1));
    }
    CHECK(share_interval(20, 20).high == 1);
    CHECK(share_interval(0, 0).low == 0);
    CHECK(share_interval(0, 0).high == 1);
}

TEST_CASE("the quantiles of Student are those of the tables")
{
    struct Case {
        std::size_t degrees;
        double quantile;
    };
    for (const Case& row : {Case{1, 12.7062}, Case{2, 4.30265}, Case{3, 3.18245}, Case{4, 2.77645}, Case{5, 2.57058}, Case{10, 2.22814},
             Case{30, 2.04227}, Case{100, 1.98397}, Case{20000, 1.95996}}) {
        CAPTURE(row.degrees);
        CHECK(student_quantile(row.degrees) == doctest::Approx(row.quantile).epsilon(0.00001));
    }
}

TEST_CASE("the interval of a mean")
{
    // Mean 3, standard deviation 1.5811: 3 +- 2.77645 * 1.5811 / sqrt(5).
    const auto interval = mean_interval(std::vector<double>{1, 2, 3, 4, 5});
    REQUIRE(interval);
    CHECK(interval->low == doctest::Approx(1.03676).epsilon(0.00001));
    CHECK(interval->high == doctest::Approx(4.96324).epsilon(0.00001));
}

TEST_CASE("a sample that does not scatter says nothing about the mean")
{
    CHECK_FALSE(mean_interval({}));
    CHECK_FALSE(mean_interval(std::vector<double>{4}));
    CHECK_FALSE(mean_interval(std::vector<double>{5, 5, 5}));
    CHECK(mean({}) == 0);
}

TEST_CASE("the middle of an odd and of an even number of values")
{
    CHECK_FALSE(median({}));
    CHECK(*median(std::vector<double>{9, 1, 5}) == 5);
    CHECK(*median(std::vector<double>{9, 1, 5, 6}) == 5.5);
}
