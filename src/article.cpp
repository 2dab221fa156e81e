// SPDX-License-Identifier: GPL-3.0-or-later
// An article's front matter stands between two lines of three hyphens and is YAML; what follows is Markdown.
#include "unknot/article.hpp"

#include "typed_field.hpp"
#include "unknot/fields.hpp"
#include "unknot/utf8.hpp"
#include "unknot/value.hpp"
#include "unknot/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

struct Parts {
    Source front;
    std::string body;
    int lines_before_body = 0;
};

// Where the line that begins at `from` ends, its break included.
std::size_t line_end(std::string_view text, std::size_t from)
{
    const auto found = text.find('\n', from);
    return found == std::string_view::npos ? text.size() : found + 1;
}

std::string_view without_break(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::optional<Parts> split(const Source& source)
{
    std::string_view text = source.text;
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
    }
    const auto first = line_end(text, 0);
    if (without_break(text.substr(0, first)) != "---") {
        return std::nullopt;
    }
    int line = 1;
    for (auto at = first; at < text.size();) {
        const auto next = line_end(text, at);
        ++line;
        if (without_break(text.substr(at, next - at)) == "---") {
            return Parts{{source.file, std::string(text.substr(first, at - first)), source.lines_before + 1}, std::string(text.substr(next)), line};
        }
        at = next;
    }
    return std::nullopt;
}

void check_characters(const Source& source, const Parts& parts, Problems& problems)
{
    Place place{source.file, parts.lines_before_body + 1, 1};
    for (std::size_t at = 0; at < parts.body.size();) {
        const Decoded decoded = decode_at(parts.body, at);
        const bool layout = decoded.point == U'\t' || decoded.point == U'\r';
        if (!decoded.valid || (is_forbidden(decoded.point) && !layout)) {
            problems.push_back(problem_at(source, place, decoded.valid ? "yaml-character" : "yaml-utf8",
                decoded.valid ? fmt::format("expected visible text, found the control or direction character {}", point_name(decoded.point))
                              : std::string("expected UTF-8, found a byte that is none")));
            return;
        }
        place.line += decoded.point == U'\n' ? 1 : 0;
        place.column = decoded.point == U'\n' ? 1 : place.column + 1;
        at += decoded.length;
    }
}

} // namespace

std::optional<Article> read_article(const Source& source, std::string_view id, std::string_view language, Problems& problems)
{
    if (source.text.size() > article_max_bytes) {
        problems.push_back(problem_at(source, {source.file, 0, 0}, "too-large",
            fmt::format("expected at most {} KiB, found {} KiB", article_max_bytes / 1024, source.text.size() / 1024 + 1)));
        return std::nullopt;
    }
    auto parts = split(source);
    if (!parts) {
        problems.push_back(problem_at(source, {source.file, 1, 1}, "no-front-matter", "expected front matter between two lines '---', found none",
            "begin the file with '---', 'title: …' and '---'"));
        return std::nullopt;
    }
    check_characters(source, *parts, problems);
    const auto document = read_yaml(parts->front, problems);
    if (!document || !expect_kind(parts->front, *document, YamlNode::Kind::map, "front matter", problems)) {
        return std::nullopt;
    }
    MapReader reader(parts->front, *document, "front matter", problems);
    Article article;
    article.id = id;
    article.language = language;
    article.file = source.file;
    article.place = document->place;
    article.title = reader.text("title", Need::required).value_or("");
    article.summary = reader.text("summary").value_or("");
    article.topics = reader.words("topics");
    article.keywords = reader.words("keywords");
    article.trees = reader.words("trees");
    article.reviewed = typed_field(reader, "reviewed", FactType::date);
    article.sources = reader.words("sources");
    reader.finish();
    article.body = std::move(parts->body);
    article.lines_before_body = parts->lines_before_body;
    return article;
}

} // namespace unknot
