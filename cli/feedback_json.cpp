// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedback_json.hpp"

#include <algorithm>
#include <string_view>

namespace unknot {

namespace {

constexpr std::string_view schema = "unknot.feedback/1";

// Thrown and caught here alone: what was read is no feedback.
struct Unfit {};

Json or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json reason_json(const Rating& rating)
{
    return rating.reason ? Json(code(*rating.reason)) : Json(nullptr);
}

Json rating_json(const Rating& rating)
{
    return {{"at", rating.at}, {"stars", rating.stars}, {"reason", reason_json(rating)}, {"text", or_null(rating.text)},
        {"because", or_null(rating.because)}};
}

Json feedback_json(const Feedback& feedback)
{
    Json ratings = Json::array();
    for (const Rating& rating : feedback.ratings) {
        ratings.push_back(rating_json(rating));
    }
    return {{"id", feedback.id}, {"uid", feedback.uid}, {"target", target_name(feedback)}, {"pack", feedback.pack}, {"version", feedback.version},
        {"tree", or_null(feedback.tree)}, {"end", or_null(feedback.end)}, {"outcome", or_null(feedback.outcome)}, {"lang", feedback.language},
        {"stars", feedback.latest().stars}, {"reason", reason_json(feedback.latest())}, {"text", or_null(feedback.latest().text)},
        {"ratings", ratings}};
}

const Json& member(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (!object.is_object() || found == object.end()) {
        throw Unfit();
    }
    return *found;
}

// A text; empty where it is null.
std::string text_of(const Json& object, const char* key)
{
    const Json& value = member(object, key);
    if (value.is_null()) {
        return {};
    }
    if (!value.is_string()) {
        throw Unfit();
    }
    return value.get<std::string>();
}

std::int64_t number_of(const Json& object, const char* key, std::int64_t min, std::int64_t max)
{
    const Json& value = member(object, key);
    if (!value.is_number_integer() || value.get<std::int64_t>() < min || value.get<std::int64_t>() > max) {
        throw Unfit();
    }
    return value.get<std::int64_t>();
}

void require(bool fits)
{
    if (!fits) {
        throw Unfit();
    }
}

bool is_time(std::string_view text)
{
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

Rating rating_from(const Json& object)
{
    Rating rating;
    rating.at = text_of(object, "at");
    rating.stars = static_cast<int>(number_of(object, "stars", 1, most_stars));
    const std::string reason = text_of(object, "reason");
    rating.reason = feedback_reason(reason);
    rating.text = text_of(object, "text");
    rating.because = text_of(object, "because");
    require(is_time(rating.at) && (reason.empty() || rating.reason));
    return rating;
}

Feedback feedback_from(const Json& object)
{
    Feedback feedback;
    feedback.id = number_of(object, "id", 1, INT64_MAX);
    feedback.uid = text_of(object, "uid");
    const std::string target = text_of(object, "target");
    const auto colon = target.find(':');
    const auto kind = feedback_kind(target.substr(0, colon));
    require(kind && colon != std::string::npos && colon + 1 < target.size() && feedback.uid.size() == 16);
    feedback.kind = *kind;
    feedback.target = target.substr(colon + 1);
    feedback.pack = text_of(object, "pack");
    feedback.version = text_of(object, "version");
    feedback.tree = text_of(object, "tree");
    feedback.end = text_of(object, "end");
    feedback.outcome = text_of(object, "outcome");
    feedback.language = text_of(object, "lang");
    for (const Json& rating : member(object, "ratings")) {
        feedback.ratings.push_back(rating_from(rating));
    }
    require(!feedback.ratings.empty());
    return feedback;
}

} // namespace

Json feedback_document(std::span<const Feedback> feedback)
{
    Json list = Json::array();
    for (const Feedback& one : feedback) {
        list.push_back(feedback_json(one));
    }
    return {{"schema", schema}, {"feedback", list}};
}

std::optional<std::vector<Feedback>> read_feedback_document(const Json& document)
{
    try {
        require(document.is_object() && text_of(document, "schema") == schema);
        std::vector<Feedback> feedback;
        for (const Json& one : member(document, "feedback")) {
            feedback.push_back(feedback_from(one));
        }
        return feedback;
    } catch (const Unfit&) {
        return std::nullopt;
    }
}

} // namespace unknot
