// SPDX-License-Identifier: GPL-3.0-or-later
// Optimal string alignment: the edit distance in which a swap of neighbours is one edit and no part is edited twice.
// cost(i, k) is the least number of edits from the first i bytes of one word to the first k of the other; each cell needs the
// row above and, for a swap, the one above that, so three rows are kept.
//
// A candidate whose length alone is too far away is not looked at, and words longer than anybody types are never compared:
// the names of a hostile pack can be as long as its file.
#include "unknot/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace unknot {

namespace {

constexpr std::size_t longest_word = 100;

std::size_t allowance(std::string_view word)
{
    if (word.size() <= 4) {
        return 1;
    }
    return word.size() <= 8 ? 2 : 3;
}

bool is_swap(std::string_view a, std::string_view b, std::size_t i, std::size_t k)
{
    return i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
}

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t replaced = above[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
            row[k] = std::min({replaced, above[k] + 1, row[k - 1] + 1});
            if (is_swap(a, b, i, k)) {
                row[k] = std::min(row[k], before[k - 2] + 1);
            }
        }
    }
    return row.back();
}

std::size_t difference(std::size_t a, std::size_t b)
{
    return a > b ? a - b : b - a;
}

}   // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    const bool too_far = difference(a.size(), b.size()) > limit || std::max(a.size(), b.size()) > longest_word;
    return too_far ? limit + 1 : std::min(distance(a, b), limit + 1);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates)
{
    std::optional<std::string> best;
    std::size_t limit = allowance(word) + 1;
    for (const std::string& candidate : candidates) {
        if (word.size() > longest_word || difference(word.size(), candidate.size()) >= limit) {
            continue;
        }
        if (const std::size_t edits = distance(word, candidate); edits < limit) {
            best = candidate;
            limit = edits;
        }
    }
    return best;
}

}   // namespace unknot
