// SPDX-License-Identifier: GPL-3.0-or-later
// One text of the knowledge in its source language and whatever translations were loaded.
#pragma once

#include "unknot/place.hpp"

#include <map>
#include <string>
#include <string_view>

namespace unknot {

class Text {
public:
    Text() = default;
    explicit Text(std::string source, Place place = {}) : source_(std::move(source)), place_(std::move(place)) {}

    // The translation, or the source text where there is none. The view lives as long as this Text.
    const std::string& in(std::string_view language) const
    {
        const auto found = translations_.find(language);
        return found == translations_.end() ? source_ : found->second;
    }

    bool has(std::string_view language) const { return translations_.find(language) != translations_.end(); }
    bool empty() const { return source_.empty(); }
    const std::string& source() const { return source_; }
    const Place& place() const { return place_; }
    const std::map<std::string, std::string, std::less<>>& translations() const { return translations_; }

    // Where the translation stands; where the source text stands when nobody said.
    const Place& place_in(std::string_view language) const
    {
        const auto found = places_.find(language);
        return found == places_.end() ? place_ : found->second;
    }

    void translate(std::string language, std::string text, Place place = {})
    {
        if (!place.file.empty()) {
            places_.insert_or_assign(language, std::move(place));
        }
        translations_.insert_or_assign(std::move(language), std::move(text));
    }

private:
    std::string source_;
    Place place_;
    std::map<std::string, std::string, std::less<>> translations_;
    std::map<std::string, Place, std::less<>> places_;   // of the translations
};

} // namespace unknot
