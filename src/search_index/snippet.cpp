// SPDX-License-Identifier: GPL-3.0-or-later
// The text is read block by block; in each block every sought token opens a window, and the window with most different sought words wins, of
// equals the earliest. Reading ends when a window has them all, or after a bound, which is further when there is no window yet: the best passage is near
// the beginning more often than not, and the snippets of ten hits must not take longer than the search. Then the window is widened to both sides as far as the length allows, to ends
// between words (in Chinese: between characters), and every sought token in it is marked.
#include "search_index/marker.hpp"

#include "unknot/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace unknot {

namespace {

constexpr std::size_t block_bytes = 2048;
constexpr std::size_t block_bytes_of_one = 512; // for one word: its first place is the best one, and what follows is read for nothing
constexpr std::size_t enough_bytes_read = 6 * 1024;
constexpr std::size_t max_bytes_read = 64 * 1024;
constexpr std::size_t window_points = snippet_max_points * 3 / 4;
constexpr std::size_t max_word_points = 24; // further than this no end between words is looked for
constexpr std::string_view ellipsis = "…";

struct Found {
    MarkSpan span;
    std::size_t which = 0;
};

std::size_t forwards(std::string_view text, std::size_t offset, std::size_t points)
{
    while (points-- > 0 && offset < text.size()) {
        do {
            ++offset;
        } while (offset < text.size() && is_continuation(text[offset]));
    }
    return offset;
}

std::size_t backwards(std::string_view text, std::size_t offset, std::size_t points)
{
    while (points-- > 0 && offset > 0) {
        do {
            --offset;
        } while (offset > 0 && is_continuation(text[offset]));
    }
    return offset;
}

// The end of a block of so many bytes that begins at `begin`: at a line break or space, else between characters.
std::size_t block_end(std::string_view text, std::size_t begin, std::size_t bytes)
{
    if (text.size() - begin <= bytes) {
        return text.size();
    }
    const std::string_view block = text.substr(begin, bytes + 1);
    const std::size_t space = block.find_last_of(" \n");
    return space != std::string_view::npos && space > 0 ? begin + space : forwards(text, backwards(text, begin + bytes, 1), 1);
}

std::vector<Found> find_in(std::string_view text, std::size_t begin, std::size_t end, Marker& marker)
{
    std::vector<Found> found;
    for (const WordToken& token : sieved_tokens(text.substr(begin, end - begin), marker.sieve())) {
        if (const auto which = marker.sought(token)) {
            found.push_back({{begin + token.begin, begin + token.end}, *which});
        }
    }
    return found;
}

// Characters of valid UTF-8, eight bytes at once: of a byte that begins one the first bit is not set, or the second is.
std::size_t points_in(std::string_view text)
{
    constexpr std::uint64_t lowest_bits = 0x0101'0101'0101'0101;
    std::size_t points = 0;
    for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        const std::uint64_t begins = ((~bytes >> 7U) | (bytes >> 6U)) & lowest_bits;
        points += (begins * lowest_bits) >> 56U;
    }
    return points + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::size_t last_byte(const std::vector<Found>& found, std::size_t from, std::size_t to)
{
    std::size_t last = 0;
    for (std::size_t i = from; i < to; ++i) {
        last = std::max(last, found[i].span.second);
    }
    return last;
}

struct Window {
    std::size_t words = 0; // different ones
    std::size_t first = 0; // byte
    std::size_t last = 0;  // byte after
};

// The window slides: each token enters and leaves it once. Places are counted in characters from the first token on.
Window best_window(std::string_view text, const std::vector<Found>& found, std::size_t kinds)
{
    std::vector<std::size_t> begins(found.size());
    for (std::size_t i = 1; i < found.size(); ++i) {
        const std::size_t before = found[i - 1].span.first;
        begins[i] = begins[i - 1] + points_in(text.substr(before, found[i].span.first - before));
    }
    const auto end_of = [&](std::size_t i) { return begins[i] + points_in(text.substr(found[i].span.first, found[i].span.second - found[i].span.first)); };
    Window best;
    std::vector<std::size_t> inside(kinds);
    std::size_t different = 0;
    for (std::size_t from = 0, to = 0; from < found.size(); ++from) {
        for (; to < found.size() && (to == from || end_of(to) <= begins[from] + window_points); ++to) {
            different += inside[found[to].which]++ == 0 ? 1 : 0;
        }
        if (different > best.words) {
            best = {different, found[from].span.first, last_byte(found, from, to)};
        }
        different -= --inside[found[from].which] == 0 ? 1 : 0;
    }
    return best;
}

Window find_passage(std::string_view text, Marker& marker)
{
    Window best;
    const std::size_t bound = std::min(text.size(), max_bytes_read);
    const std::size_t block = marker.count() == 1 ? block_bytes_of_one : block_bytes;
    for (std::size_t begin = 0; begin < (best.words > 0 ? std::min(bound, enough_bytes_read) : bound) && best.words < marker.count();) {
        const std::size_t end = block_end(text, begin, block);
        const Window window = best_window(text, find_in(text, begin, end, marker), marker.kinds());
        if (window.words > best.words) {
            best = window;
        }
        begin = end;
    }
    return best;
}

bool is_break(std::string_view text, std::size_t offset)
{
    return offset == 0 || offset >= text.size() || text[offset] == ' ' || text[offset] == '\n' || text[offset - 1] == ' ' || text[offset - 1] == '\n';
}

// Not before `limit`; the given place itself when there is no end between words near.
std::size_t break_after(std::string_view text, std::size_t offset, std::size_t limit)
{
    const std::size_t bound = std::min(limit, forwards(text, offset, max_word_points));
    for (std::size_t at = offset; at < bound; ++at) {
        if (is_break(text, at)) {
            return at;
        }
    }
    return std::min(offset, limit);
}

std::size_t break_before(std::string_view text, std::size_t offset, std::size_t limit)
{
    const std::size_t bound = std::max(limit, backwards(text, offset, max_word_points));
    for (std::size_t at = offset; at > bound; --at) {
        if (is_break(text, at)) {
            return at;
        }
    }
    return std::max(offset, limit);
}

MarkSpan widened(std::string_view text, const Window& window)
{
    const std::size_t inside = points_in(text.substr(window.first, window.last - window.first));
    const std::size_t spare = inside < snippet_max_points ? snippet_max_points - inside : 0;
    const std::size_t line = text.rfind('\n', window.first == 0 ? 0 : window.first - 1);
    const std::size_t paragraph = line == std::string_view::npos || window.first == 0 ? 0 : line + 1;
    const std::size_t wished = std::max(paragraph, backwards(text, window.first, spare / 3));
    const std::size_t begin = wished == paragraph ? wished : break_after(text, wished, window.first);
    const std::size_t left = points_in(text.substr(begin, window.first - begin));
    const std::size_t end = break_before(text, forwards(text, window.last, spare - std::min(spare, left)), window.last);
    return {begin, end};
}

std::vector<MarkSpan> merged(std::vector<Found> found)
{
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.span < b.span; });
    std::vector<MarkSpan> spans;
    for (const Found& one : found) {
        if (!spans.empty() && one.span.first <= spans.back().second) {
            spans.back().second = std::max(spans.back().second, one.span.second);
        } else {
            spans.push_back(one.span);
        }
    }
    return spans;
}

} // namespace

Snippet snippet_of(std::string_view text, Marker& marker)
{
    auto [begin, end] = widened(text, find_passage(text, marker));
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) {
        ++begin;
    }
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) {
        --end;
    }
    Snippet snippet;
    snippet.text = begin > 0 && text[begin - 1] != '\n' ? ellipsis : "";
    const std::size_t shift = snippet.text.size();
    for (const MarkSpan& span : merged(find_in(text, begin, end, marker))) {
        snippet.marks.emplace_back(span.first - begin + shift, span.second - begin + shift);
    }
    snippet.text += text.substr(begin, end - begin);
    for (std::size_t at = snippet.text.find('\n'); at != std::string::npos; at = snippet.text.find('\n', at + 1)) {
        snippet.text[at] = ' ';
    }
    snippet.text += end < text.size() && text[end] != '\n' ? ellipsis : "";
    return snippet;
}

} // namespace unknot
