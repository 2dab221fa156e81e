// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/address_template.hpp"

#include "unknot/percent.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <functional>

namespace unknot {

namespace {

using Part = std::function<void(std::string_view literal, std::string_view field)>;

// Hands over the template piece by piece: a literal text, or the name of a field.
void take_apart(std::string_view text, const Part& part)
{
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') {
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == '{') {
            part(text.substr(start, at + 1 - start), {});
            start = ++at + 1;
            continue;
        }
        const auto close = text.find('}', at);
        if (close == std::string_view::npos) {
            break;
        }
        part(text.substr(start, at - start), text.substr(at + 1, close - at - 1));
        at = close;
        start = close + 1;
    }
    part(text.substr(start), {});
}

template <typename Shown>
std::string filled_with(std::string_view text, const AddressFields& fields, Shown shown)
{
    std::string result;
    take_apart(text, [&](std::string_view literal, std::string_view field) {
        result += literal;
        const auto value = fields.find(field);
        if (!field.empty() && value != fields.end()) {
            result += shown(value->second);
        }
    });
    return result;
}

std::string in_address(const std::string& value)
{
    return percent_encoded(value);
}

// The longest value among those that the template uses; null when they are all empty.
std::string* longest(std::string_view text, AddressFields& fields)
{
    std::string* found = nullptr;
    for (const auto& name : fields_of_template(text)) {
        const auto value = fields.find(name);
        if (value != fields.end() && !value->second.empty() && (found == nullptr || value->second.size() > found->size())) {
            found = &value->second;
        }
    }
    return found;
}

// As many bytes of the value as leave `room` encoded ones, whole characters only.
std::string cut_to(const std::string& value, std::size_t room)
{
    std::size_t kept = 0;
    for (std::size_t at = 0, used = 0; at < value.size();) {
        const std::size_t next = at + decode_at(value, at).length;
        used += percent_encoded(std::string_view(value).substr(at, next - at)).size();
        if (used > room) {
            break;
        }
        kept = at = next;
    }
    return value.substr(0, kept);
}

} // namespace

std::vector<std::string> fields_of_template(std::string_view text)
{
    std::vector<std::string> names;
    take_apart(text, [&](std::string_view, std::string_view field) {
        if (!field.empty() && std::find(names.begin(), names.end(), field) == names.end()) {
            names.emplace_back(field);
        }
    });
    return names;
}

std::string fill_text(std::string_view text, const AddressFields& fields)
{
    std::string result = filled_with(text, fields, [](const std::string& value) { return value; });
    std::replace_if(result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
    return result;
}

FilledAddress fill_address(std::string_view text, const AddressFields& fields, std::string_view note, std::size_t limit)
{
    AddressFields used = fields;
    FilledAddress filled{filled_with(text, used, in_address), false};
    while (filled.address.size() > limit) {
        std::string* value = longest(text, used);
        if (value == nullptr) {
            break; // the template alone is too long: there is nothing to cut
        }
        const std::size_t excess = filled.address.size() - limit;
        const std::size_t now = percent_encoded(*value).size();
        const std::size_t wanted = percent_encoded(note).size() + excess;
        *value = now > wanted ? cut_to(*value, now - wanted) + std::string(note) : std::string();
        filled = {filled_with(text, used, in_address), true};
    }
    return filled;
}

} // namespace unknot
