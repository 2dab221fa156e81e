// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/terms.hpp"

#include "unknot/search_form.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot::terms {

namespace {

// Glass stores terms of up to 245 bytes, a zero byte counts double.
constexpr std::size_t max_bytes = 200;

std::string clipped(std::string term)
{
    term.resize(std::min(term.size(), max_bytes));
    return term;
}

std::string one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string_view take_line(std::string_view& data)
{
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    return line;
}

DocumentKind kind_named(std::string_view word)
{
    for (const DocumentKind kind : {DocumentKind::tree, DocumentKind::symptom, DocumentKind::provider, DocumentKind::elsewhere}) {
        if (name(kind) == word) {
            return kind;
        }
    }
    return DocumentKind::article;
}

} // namespace

bool is_of(std::string_view language, std::string_view term)
{
    const std::string start = ideographs(language, "");
    const bool has_ideographs = term.starts_with(start) && term.size() > start.size() && static_cast<unsigned char>(term[start.size()]) >= 0x80;
    return has_ideographs || term.starts_with(stem(language, "")) || term.starts_with(title_stem(language, ""));
}

std::string part(Part part, std::string_view language, std::string_view stem)
{
    constexpr std::string_view letters = "stun";
    return std::string("R") + letters[static_cast<std::size_t>(part)] + std::string(language) + ':' + std::string(stem);
}

std::string item(IndexLayer layer, std::string_view pack, std::string_view item)
{
    return clipped((layer == IndexLayer::whole ? "Qw" : "Qc") + std::string(pack) + '/' + std::string(item));
}

std::string filter(std::string_view field, std::string_view value)
{
    const char letter = field == "topic" ? 'O' : field == "lang" ? 'L' : field == "kind" ? 'K' : field == "pack" ? 'P' : 'I';
    return clipped(letter + std::string(value));
}

std::string topic(std::string_view topic)
{
    return filter("topic", search_form(topic));
}

std::string key_synonym(std::string_view language, std::string_view words)
{
    return clipped(std::string(synonyms_begin) + std::string(language) + ':' + std::string(words));
}

std::string key_written(std::string_view word)
{
    return clipped("written " + std::string(word));
}

std::string key_sample(std::uint32_t key)
{
    return fmt::format("sample {:08x}", key);
}

std::string stored(const IndexDocument& document)
{
    std::string data;
    for (const std::string& line : {std::string(name(document.kind)), document.pack, document.id, document.language, document.title}) {
        data += one_line(line) + '\n';
    }
    for (const std::string& keyword : document.kind == DocumentKind::article ? document.keywords : std::vector<std::string>()) {
        data += one_line(keyword) + "; ";
    }
    data += '\n';
    if (!document.summary.empty()) {
        data += document.summary + '\n';
    }
    return data + document.body;
}

Stored read_stored(std::string_view data)
{
    Stored stored;
    stored.kind = kind_named(take_line(data));
    stored.pack = take_line(data);
    stored.id = take_line(data);
    stored.language = take_line(data);
    stored.title = take_line(data);
    stored.keywords = take_line(data);
    stored.text = data;
    return stored;
}

} // namespace unknot::terms
