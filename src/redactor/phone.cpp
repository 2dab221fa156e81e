// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers. In E.164 a `+` begins them; so does `00` with a country behind. Without either, the shape must be a clear one: ten digits
// grouped 3-3-4 as in North America, a German area code with a slash or a hyphen, eleven digits grouped 3-4-4 as Chinese mobile numbers are. A bare
// row of digits counts only behind a word for a telephone: order numbers look the same.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/surroundings.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace unknot {

namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;
constexpr std::size_t reach = 24;
constexpr std::string_view phone_words = "tel|phone|mobile|cell|fax|handy|mobil|call|whatsapp|signal|sms|rückruf|ruf|电话|電話|手机|手機|致电|";

// A number as it is written: the groups' sizes and what stands between them.
struct Shape {
    std::size_t end = 0;
    std::size_t digits = 0;
    std::vector<std::size_t> groups;
    std::string joints; // one byte for each gap
};

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

bool is_joint(char c)
{
    return std::string_view(" -./()").find(c) != std::string_view::npos;
}

// Digits in groups with one or two marks between, such as `(0) ` or `) `.
Shape shape_at(std::string_view text, std::size_t at)
{
    Shape shape;
    std::size_t next = at;
    while (next < text.size() && shape.digits <= most_digits) {
        const std::size_t start = next;
        while (next < text.size() && is_digit(text[next])) {
            ++next;
        }
        if (next == start) {
            break;
        }
        shape.groups.push_back(next - start);
        shape.digits += next - start;
        shape.end = next;
        std::size_t joint = next;
        while (joint < text.size() && joint - next < 3 && is_joint(text[joint])) {
            ++joint;
        }
        if (joint == next || joint >= text.size() || !is_digit(text[joint])) {
            break;
        }
        shape.joints.push_back(text[next] == ' ' && joint > next + 1 ? text[joint - 1] : text[next]);
        next = joint;
    }
    return shape;
}

bool begins_number(std::string_view text, std::size_t at)
{
    if (at == 0) {
        return true;
    }
    const char before = text[at - 1];
    const bool within = is_alphanumeric(before) || before == '_' || before == '+' || before == '#' || before == '=' || before == '/';
    const bool after_digits = at > 1 && std::string_view(" -.,:").find(before) != std::string_view::npos
                              && (before == ' ' ? is_digit(text[at - 2]) : is_alphanumeric(text[at - 2]));
    return !within && !after_digits;
}

bool ends_number(std::string_view text, std::size_t end)
{
    return end >= text.size()
           || (!is_alphanumeric(text[end]) && text[end] != '_' && !(text[end] == '-' && end + 1 < text.size() && is_alphanumeric(text[end + 1])));
}

bool is_north_american(std::string_view digits, const Shape& shape)
{
    const std::vector<std::size_t> wanted = {3, 3, 4};
    const bool joints = shape.joints.find(' ') == std::string::npos || shape.joints == "  " || shape.joints[0] == ')';
    return shape.groups == wanted && joints && digits[0] >= '2' && digits[3] >= '2';
}

// An area code with its 0, then at least six digits; one mark between that prose does not put into numbers, or spaces behind a telephone's word.
bool is_german(std::string_view digits, const Shape& shape, bool called)
{
    const bool area = shape.groups.size() >= 2 && shape.groups[0] >= 3 && shape.groups[0] <= 6 && digits[0] == '0' && digits[1] != '0';
    const bool rest = shape.digits >= 9 && shape.digits <= 13
                      && std::all_of(shape.groups.begin() + 1, shape.groups.end(), [](std::size_t group) { return group >= 2; });
    const bool mark = !shape.joints.empty() && std::string_view("/-)").find(shape.joints[0]) != std::string_view::npos;
    const bool spaced = !shape.joints.empty() && shape.joints.find_first_not_of(' ') == std::string::npos && shape.groups[0] >= 3;
    return area && rest && (mark || spaced || called);
}

bool is_chinese_mobile(std::string_view digits, const Shape& shape, bool called)
{
    const std::vector<std::size_t> wanted = {3, 4, 4};
    return shape.digits == 11 && digits[0] == '1' && digits[1] >= '3' && (shape.groups == wanted || (called && shape.groups.size() == 1));
}

bool is_phone(std::string_view text, std::size_t at, const Shape& shape)
{
    const std::string digits = digits_of(text.substr(at, shape.end - at));
    const bool called = name_before(text, at, reach, phone_words) > 0;
    const bool international = digits.size() >= 10 && digits[0] == '0' && digits[1] == '0' && digits[2] != '0' && (shape.groups.size() > 1 || called);
    const bool called_row = called && shape.groups.size() == 1 && digits.size() >= 10 && digits.size() <= 13 && digits[0] == '0';
    return international || called_row || is_north_american(digits, shape) || is_german(digits, shape, called)
           || is_chinese_mobile(digits, shape, called);
}

} // namespace

void find_phones(std::string_view text, Findings& findings)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const bool plus = text[at] == '+' && at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == '(');
        if (!plus && !is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t first = plus ? at + (text[at + 1] == '(' ? 2 : 1) : at;
        const Shape shape = shape_at(text, first);
        const bool fits = shape.digits >= fewest_digits && shape.digits <= most_digits && ends_number(text, shape.end);
        const std::size_t start = !plus && at > 0 && text[at - 1] == '(' ? at - 1 : at;
        if (fits && begins_number(text, at) && (plus ? text[first] != '0' : is_phone(text, at, shape))) {
            report(findings, "phone", "phone", start, shape.end, Proof::surroundings, digits_of(text.substr(first, shape.end - first)));
            at = shape.end;
            continue;
        }
        at = first;
        while (at < text.size() && is_digit(text[at])) {
            ++at;
        }
    }
}

} // namespace unknot
