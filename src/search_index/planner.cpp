// SPDX-License-Identifier: GPL-3.0-or-later
// One branch for each language: its stems, its stop words and its documents only, so that an English stem never finds a German word. A branch
// counts the less the further down the person's list its language is; that ranks the person's language first and still shows what only
// another one has. Branches are joined by OR; of the versions of one thing collapsing keeps the best.
//
// A strict branch joins what is wanted by AND, a relaxed one by OR; what is required or excluded is so in both. Everything is bounded: terms by
// the query, languages here, expansions and synonyms where they are made.
#include "search_index/planner.hpp"

#include "search_index/terms.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace unknot {

namespace {

constexpr std::array<double, 3> language_weights = {1.0, 0.7, 0.5}; // the last one for all further languages
constexpr std::size_t max_languages = 8;

// Every document, with a weight, so that a language can still be preferred.
Xapian::Query everything()
{
    return Xapian::Query((new Xapian::FixedWeightPostingSource(1.0))->release());
}

bool is_plain_wish(const QueryGroup& group)
{
    const QueryPiece& piece = group.alternatives.front();
    return group.presence == Presence::wanted && group.alternatives.size() == 1 && piece.kind == PieceKind::words
           && piece.scope == PieceScope::anywhere;
}

bool contains(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::vector<std::string> filtered_languages(const Query& query)
{
    std::vector<std::string> languages;
    for (const QueryFilter& filter : query.filters) {
        if (filter.field == "lang" && filter.presence != Presence::excluded && !contains(languages, filter.value)) {
            languages.push_back(filter.value);
        }
    }
    return languages;
}

std::vector<std::string> preferred_languages(const std::vector<std::string>& wanted, const std::vector<std::string>& there)
{
    std::vector<std::string> order;
    for (const std::vector<std::string>& list : {wanted, there}) {
        std::copy_if(list.begin(), list.end(), std::back_inserter(order),
            [&](const std::string& language) { return contains(there, language) && !contains(order, language); });
    }
    return order;
}

// Days compare as texts; a month or a year ends after its last day. What has no day of review is in no range.
Xapian::Query reviewed_in(const std::string& range)
{
    const std::size_t dots = range.find("..");
    const std::string from = std::max(range.substr(0, dots), std::string("0"));
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, terms::value_reviewed, from, (dots + 2 < range.size() ? range.substr(dots + 2) : "9") + '~');
}

// More Chinese than other words: `error 无法连接WiFi`, not `memo 标签 tag exchange`.
bool is_mostly_chinese(const Query& query)
{
    std::size_t chinese = 0;
    std::size_t others = 0;
    for (const QueryGroup& group : query.groups) {
        for (const QueryPiece& piece : group.alternatives) {
            for (const WordUnit& unit : units_of(piece.tokens)) {
                (unit.kind == UnitKind::run ? chinese : others) += unit.kind == UnitKind::run ? unit.parts.size() / 3 + 1 : 1;
            }
        }
    }
    return chinese > others;
}

Xapian::Query filtered(Xapian::Query wanted, const Query& query)
{
    std::map<std::string, std::vector<Xapian::Query>> fields;
    std::vector<Xapian::Query> excluded;
    for (const QueryFilter& filter : query.filters) {
        auto& list = filter.presence == Presence::excluded ? excluded : fields[filter.field];
        list.push_back(filter.field == "reviewed" ? reviewed_in(filter.value) : Xapian::Query(terms::filter(filter.field, filter.value)));
    }
    for (const auto& [field, values] : fields) {
        wanted = Xapian::Query(Xapian::Query::OP_FILTER, wanted, any_of(values));
    }
    return excluded.empty() ? wanted : Xapian::Query(Xapian::Query::OP_AND_NOT, wanted, any_of(excluded));
}

// What a query asks for, by what it means to a document.
struct Wishes {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> required;
    std::vector<Xapian::Query> excluded;
};

Wishes wishes_in(const Query& query, WordPlanner& words)
{
    Wishes wishes;
    std::vector<WordUnit> plain;
    for (const QueryGroup& group : query.groups) {
        if (is_plain_wish(group)) {
            const std::vector<WordUnit> units = units_of(group.alternatives.front().tokens);
            plain.insert(plain.end(), units.begin(), units.end());
            continue;
        }
        auto& list = group.presence == Presence::wanted ? wishes.wanted : group.presence == Presence::required ? wishes.required : wishes.excluded;
        list.push_back(words.group(group));
    }
    const std::vector<WordUnit> meaningful = words.meaningful(plain);
    const bool only_stop_words = meaningful.empty() && wishes.wanted.empty() && wishes.required.empty();
    const std::vector<WordUnit>& sought = only_stop_words ? plain : meaningful;
    if (!sought.empty()) {
        wishes.wanted.push_back(words.sequence(sought));
    }
    return wishes;
}

// Words are of one language, so that what each text must have one of finds texts of that language alone.
bool are_words_of(const std::string& language, const Xapian::Query& found)
{
    return std::all_of(found.get_terms_begin(), found.get_terms_end(), [&](const std::string& term) { return terms::is_of(language, term); });
}

Xapian::Query in_language(const Query& query, WordPlanner& words, Strictness strictness, const std::string& language)
{
    const Wishes wishes = wishes_in(query, words);
    Xapian::Query found = strictness == Strictness::every_word ? all_of(wishes.wanted) : any_of(wishes.wanted);
    if (wishes.wanted.empty() && wishes.required.empty()) {
        found = everything();
    } else if (wishes.wanted.empty()) {
        found = all_of(wishes.required);
    } else if (!wishes.required.empty()) {
        const auto how = strictness == Strictness::every_word ? Xapian::Query::OP_AND : Xapian::Query::OP_AND_MAYBE;
        found = Xapian::Query(how, all_of(wishes.required), found);
    }
    if (found.get_terms_begin() == found.get_terms_end() || !are_words_of(language, found)) {
        found = Xapian::Query(Xapian::Query::OP_FILTER, found, Xapian::Query(terms::language(language)));
    }
    return wishes.excluded.empty() ? found : Xapian::Query(Xapian::Query::OP_AND_NOT, found, any_of(wishes.excluded));
}

} // namespace

Xapian::Query Planner::plan(const Query& query, Strictness strictness, const std::vector<std::string>& languages, Reach reach)
{
    std::vector<std::string> order = filtered_languages(query);
    const bool equal = !order.empty();
    if (!equal) {
        order = preferred_languages(languages, indexes_.languages);
        std::stable_partition(order.begin(), order.end(), [&](const std::string& language) { return language == "zh" && is_mostly_chinese(query); });
    }
    order.resize(std::min(order.size(), reach == Reach::nearest_language && !equal ? 1 : max_languages));
    others_.clear();
    unknown_.clear();
    has_split_ = false;
    trace_.note("languages", fmt::format("{}", fmt::join(order, " ")));
    std::vector<Xapian::Query> branches;
    for (const std::string& language : order) {
        WordPlanner words(indexes_, stems_, expansions_, trace_, language, strictness);
        const double weight = equal ? 1.0 : language_weights[std::min(branches.size(), language_weights.size() - 1)];
        branches.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, in_language(query, words, strictness, language), weight);
        others_[language] = words.others();
        has_split_ = has_split_ || words.has_split();
        unknown_.insert(unknown_.end(), words.unknown().begin(), words.unknown().end());
    }
    const Xapian::Query found = filtered(any_of(branches), query);
    const std::vector<std::string>& old = indexes_.replaced;
    return old.empty() ? found : Xapian::Query(Xapian::Query::OP_AND_NOT, found, Xapian::Query(Xapian::Query::OP_OR, old.begin(), old.end()));
}

} // namespace unknot
