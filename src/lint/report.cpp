// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/report.hpp"

#include <algorithm>
#include <tuple>

namespace unknot {

namespace {

constexpr std::string_view fence = "---\n";

// An article's front matter, with the lines counted as in the file; any other file as it is.
Source yaml_part(const Source& source)
{
    if (!source.text.starts_with(fence) || !source.file.ends_with(".md")) {
        return source;
    }
    const auto end = source.text.find("\n---", fence.size() - 1);
    return {source.file, source.text.substr(fence.size(), end == std::string::npos ? end : end + 1 - fence.size()), source.lines_before + 1};
}

auto order_of(const Problem& problem)
{
    const Place place = problem.place.value_or(Place());
    return std::tuple(place.file, place.line, place.column, problem.severity, problem.code, problem.message);
}

} // namespace

const Report::Known& Report::known(const std::string& file)
{
    const auto found = files_.find(file);
    if (found != files_.end()) {
        return found->second;
    }
    const std::string folder = pack_.shown_as().empty() ? std::string() : (std::filesystem::path(pack_.shown_as()) / "").string();
    Problems reported_already;
    Known known;
    if (file.starts_with(folder)) {
        if (auto source = pack_.read(file.substr(folder.size()), reported_already)) {
            known.source = std::move(*source);
            known.document = read_yaml(yaml_part(known.source), reported_already);
        }
    }
    return files_.emplace(file, std::move(known)).first->second;
}

Place Report::place_of(const std::string& file, std::string_view key, std::string_view item)
{
    const auto& document = known(file).document;
    const YamlNode* found = document ? document->find(key) : nullptr;
    if (found == nullptr) {
        return {file, 1, 1};
    }
    const auto wanted = std::find_if(found->items.begin(), found->items.end(), [&](const YamlNode& candidate) { return candidate.text == item; });
    return wanted == found->items.end() ? found->place : wanted->place;
}

void Report::add(Severity severity, const Place& place, std::string code, std::string message, std::string hint)
{
    Problem problem = problem_at(known(place.file).source, place, std::move(code), std::move(message), std::move(hint));
    problem.severity = severity;
    problems_.push_back(std::move(problem));
}

void Report::error(const Place& place, std::string code, std::string message, std::string hint)
{
    add(Severity::error, place, std::move(code), std::move(message), std::move(hint));
}

void Report::warning(const Place& place, std::string code, std::string message, std::string hint)
{
    add(Severity::warning, place, std::move(code), std::move(message), std::move(hint));
}

Problems Report::take()
{
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) { return order_of(a) < order_of(b); });
    const auto end = std::unique(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) { return order_of(a) == order_of(b); });
    problems_.erase(end, problems_.end());
    return std::move(problems_);
}

} // namespace unknot
