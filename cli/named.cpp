// SPDX-License-Identifier: GPL-3.0-or-later
#include "named.hpp"

#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <vector>

namespace unknot {

namespace {

std::vector<Named> find_all(const Session& session, const Reference& reference)
{
    std::vector<Named> found;
    for (const auto& pack : session.packs()) {
        if (!reference.pack.empty() && pack.info().id != reference.pack) {
            continue;
        }
        const auto wanted = [&](std::string_view kind) { return reference.kind.empty() || reference.kind == kind; };
        if (wanted("article") && pack.has_article(reference.id)) {
            found.push_back({"article", &pack, reference.id});
        }
        if (wanted("tree") && pack.has_tree(reference.id)) {
            found.push_back({"tree", &pack, reference.id});
        }
        if (wanted("provider") && pack.has_provider(reference.id)) {
            found.push_back({"provider", &pack, reference.id});
        }
    }
    return found;
}

[[noreturn]] void report_unknown(const Session& session, const std::string& text)
{
    std::vector<std::string> known;
    for (const auto& pack : session.packs()) {
        for (const auto& id : pack.tree_ids()) {
            known.push_back(id);
        }
        for (const auto& article : pack.article_names()) {
            known.push_back(article.id);
        }
        for (const auto& id : pack.provider_ids()) {
            known.push_back(id);
        }
    }
    const auto near = nearest(parse_reference(text).id, known);
    throw Failure(
        fmt::format("nothing named '{}'", text), near ? fmt::format("did you mean '{}'? 'unknot list' shows all", *near) : "'unknot list' shows all");
}

} // namespace

Named find_named(const Session& session, const std::string& text)
{
    const auto found = find_all(session, parse_reference(text));
    if (found.empty()) {
        report_unknown(session, text);
    }
    if (found.size() > 1) {
        const bool kinds = found[0].pack == found[1].pack;
        throw Failure(fmt::format("several things are named '{}'", text),
            kinds ? fmt::format("write '{}:{}' or '{}:{}'", found[0].kind, found[0].id, found[1].kind, found[1].id)
                  : fmt::format("write '{}/{}' or '{}/{}'", found[0].pack->info().id, found[0].id, found[1].pack->info().id, found[1].id));
    }
    return found.front();
}

} // namespace unknot
