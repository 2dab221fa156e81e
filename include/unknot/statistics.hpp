// SPDX-License-Identifier: GPL-3.0-or-later
// The few figures that reports need, each with how far it can be trusted. All intervals are of 95 %.
//
// Of a share: the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
// Statistical Association 22 (1927); Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001),
// recommend it for small samples. Of a mean: Student's t, whose distribution for whole degrees of freedom is in Abramowitz and Stegun, 26.7.3 and
// 26.7.4.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace unknot {

struct Interval {
    double low = 0;
    double high = 0;
};

// Of a share of `hits` among `count`; from 0 to 1 where nothing was counted. Requires hits <= count.
Interval share_interval(std::size_t hits, std::size_t count);

double mean(std::span<const double> values);   // 0 of none

// Nothing of fewer than two values, and nothing where all are equal: then the sample says nothing about how far they scatter.
std::optional<Interval> mean_interval(std::span<const double> values);

// The middle one, or the mean of the middle two. Nothing of none.
std::optional<double> median(std::span<const double> values);

// The value that |t| exceeds in 5 % of the cases. Requires degrees >= 1.
double student_quantile(std::size_t degrees);

} // namespace unknot
