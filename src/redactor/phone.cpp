// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers. In E.164 a `+` begins them; so does `00` with a country behind. Without either, the shape must be a clear one: ten digits
// grouped 3-3-4 as in North America, a German area code with a slash or a hyphen, eleven digits grouped 3-4-4 as Chinese mobile numbers are. A bare
// row of digits counts only behind a word for a telephone: order numbers look the same.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/surroundings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace unknot {

namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;
constexpr std::size_t reach = 24;
constexpr std::string_view phone_words = "tel|phone|mobile|cell|fax|handy|mobil|call|whatsapp|signal|sms|rückruf|ruf|电话|電話|手机|手機|致电|";

// A number as it is written: the groups' sizes and what stands between them. No group is empty, so there are no more of them than digits.
struct Shape {
    std::size_t end = 0;
    std::size_t digits = 0;
    std::size_t count = 0; // of groups
    std::array<std::size_t, most_digits + 1> groups{};
    std::array<char, most_digits + 1> gaps{}; // one byte for what stands behind each group but the last

    std::string_view joints() const { return {gaps.data(), count - 1}; }
    bool is_grouped(std::size_t first, std::size_t second, std::size_t third) const
    {
        return count == 3 && groups[0] == first && groups[1] == second && groups[2] == third;
    }
};

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

constexpr Marks joints(" -./()");
constexpr Marks within_marks("_+#=/");
constexpr Marks after_marks(" -.,:");

// The digits that begin at `at`, in groups with one or two marks between, such as `(0) ` or `) `.
Shape shape_at(std::string_view text, std::size_t at)
{
    Shape shape;
    while (shape.digits <= most_digits) {
        const std::size_t end = end_of_digits(text, at);
        shape.groups[shape.count++] = end - at;
        shape.digits += end - at;
        shape.end = end;
        std::size_t joint = end;
        while (joint < text.size() && joint - end < 3 && joints.has(text[joint])) {
            ++joint;
        }
        if (joint == end || joint >= text.size() || !is_digit(text[joint])) {
            break;
        }
        shape.gaps[shape.count - 1] = text[end] == ' ' && joint > end + 1 ? text[joint - 1] : text[end];
        at = joint;
    }
    return shape;
}

bool begins_number(std::string_view text, std::size_t at)
{
    if (at == 0) {
        return true;
    }
    const char before = text[at - 1];
    const bool within = is_alphanumeric(before) || within_marks.has(before);
    const bool after_digits = at > 1 && after_marks.has(before) && (before == ' ' ? is_digit(text[at - 2]) : is_alphanumeric(text[at - 2]));
    return !within && !after_digits;
}

bool ends_number(std::string_view text, std::size_t end)
{
    return end >= text.size()
           || (!is_alphanumeric(text[end]) && text[end] != '_' && !(text[end] == '-' && end + 1 < text.size() && is_alphanumeric(text[end + 1])));
}

bool is_north_american(std::string_view digits, const Shape& shape)
{
    const std::string_view joined = shape.joints();
    const bool as_printed = joined.find(' ') == std::string_view::npos || joined == "  " || joined[0] == ')';
    return shape.is_grouped(3, 3, 4) && as_printed && digits[0] >= '2' && digits[3] >= '2';
}

// An area code with its 0, then at least six digits; one mark between that prose does not put into numbers, or spaces behind a telephone's word.
template <typename Called>
bool is_german(std::string_view digits, const Shape& shape, const Called& called)
{
    const auto groups = std::span(shape.groups).first(shape.count);
    const bool area = groups.size() >= 2 && groups[0] >= 3 && groups[0] <= 6 && digits[0] == '0' && digits[1] != '0';
    const bool rest =
        shape.digits >= 9 && shape.digits <= 13 && std::all_of(groups.begin() + 1, groups.end(), [](std::size_t group) { return group >= 2; });
    if (!area || !rest) {
        return false;
    }
    const bool mark = std::string_view("/-)").find(shape.gaps[0]) != std::string_view::npos;
    return mark || shape.joints().find_first_not_of(' ') == std::string_view::npos || called();
}

template <typename Called>
bool is_chinese_mobile(std::string_view digits, const Shape& shape, const Called& called)
{
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && (shape.is_grouped(3, 4, 4) || (shape.count == 1 && called()));
}

// Whether a word for a telephone stands before is asked last: most numbers have not the shape of one.
bool is_phone(std::string_view text, std::size_t at, const Shape& shape)
{
    const std::string digits = digits_of(text.substr(at, shape.end - at));
    const auto called = [&] { return name_before(text, at, reach, phone_words) > 0; };
    if (digits[0] != '0') {
        return is_north_american(digits, shape) || is_chinese_mobile(digits, shape, called);
    }
    const bool international = digits.size() >= 10 && digits[1] == '0' && digits[2] != '0' && (shape.count > 1 || called());
    const bool called_row = shape.count == 1 && digits.size() >= 10 && digits.size() <= 13 && called();
    return international || called_row || is_german(digits, shape, called);
}

// How many bytes before a number's first digit make it one of E.164: `+` or `+(`.
std::size_t plus_size(std::string_view text, std::size_t first)
{
    const std::string_view before = text.substr(0, first);
    return before.ends_with("+(") ? 2 : before.ends_with('+') ? 1 : 0;
}

// The end of the number that begins with the digit at `first`, 0 where none does.
std::size_t report_at(std::string_view text, std::size_t first, Findings& findings)
{
    const std::size_t plus = plus_size(text, first);
    if ((plus > 0 && text[first] == '0') || !begins_number(text, first - plus)) {
        return 0;
    }
    const Shape shape = shape_at(text, first);
    const bool fits = shape.digits >= fewest_digits && shape.digits <= most_digits && ends_number(text, shape.end);
    if (!fits || (plus == 0 && !is_phone(text, first, shape))) {
        return 0;
    }
    const std::size_t bracket = plus == 0 && first > 0 && text[first - 1] == '(' ? 1 : 0;
    report(findings, "phone", "phone", first - plus - bracket, shape.end, Proof::surroundings, digits_of(text.substr(first, shape.end - first)));
    return shape.end;
}

} // namespace

void find_phones(std::string_view text, Findings& findings)
{
    for (std::size_t at = next_digit(text, 0); at < text.size();) {
        const std::size_t end = report_at(text, at, findings);
        at = next_digit(text, end > 0 ? end : end_of_digits(text, at));
    }
}

} // namespace unknot
