// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <vector>

namespace unknot {

namespace {

constexpr double confidence = 0.95;
constexpr double normal_quantile = 1.959963984540054;   // of 0.975
constexpr std::size_t nearly_normal = 10'000;           // degrees of freedom from which t is the normal one to four digits

// P(|T| <= t) for whole degrees of freedom: a finite sum in the angle whose tangent is t / sqrt(degrees).
double student_within(double t, std::size_t degrees)
{
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double cosine = std::cos(angle);
    const bool odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (std::size_t k = odd ? 3 : 2; k + 2 <= degrees; k += 2) {
        term *= cosine * cosine * static_cast<double>(k - 1) / static_cast<double>(k);
        sum += term;
    }
    const double rest = std::sin(angle) * sum;
    return odd ? (angle + rest) * 2 / std::numbers::pi : rest;
}

} // namespace

Interval share_interval(std::size_t hits, std::size_t count)
{
    if (count == 0) {
        return {0, 1};
    }
    const auto n = static_cast<double>(count);
    const double share = static_cast<double>(hits) / n;
    const double square = normal_quantile * normal_quantile;
    const double centre = (share + square / (2 * n)) / (1 + square / n);
    const double half = normal_quantile * std::sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n);
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double mean(std::span<const double> values)
{
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<Interval> mean_interval(std::span<const double> values)
{
    const bool scattered = std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) != values.end();
    if (!scattered) {
        return std::nullopt;
    }
    const double centre = mean(values);
    const auto n = static_cast<double>(values.size());
    const double squares =
        std::accumulate(values.begin(), values.end(), 0.0, [&](double sum, double value) { return sum + (value - centre) * (value - centre); });
    const double half = student_quantile(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
    return Interval{centre - half, centre + half};
}

std::optional<double> median(std::span<const double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// By halving: the distribution has no closed inverse.
double student_quantile(std::size_t degrees)
{
    if (degrees >= nearly_normal) {
        return normal_quantile;
    }
    double low = normal_quantile;
    double high = 13;   // of one degree it is 12.7
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (student_within(middle, degrees) < confidence ? low : high) = middle;
    }
    return high;
}

} // namespace unknot
