// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search. The fence around Xapian.
//
// A PackIndex is the index of one pack: one read-only file, written aside and renamed, so that readers need no lock and see one state. It is a
// cache and never the only copy of anything: a file that is missing, foreign, of another version or damaged is simply made anew.
// A SearchIndex is several of them searched together.
#pragma once

#include "unknot/index_document.hpp"
#include "unknot/pack.hpp"
#include "unknot/problem.hpp"
#include "unknot/query.hpp"
#include "unknot/server_address.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unknot {

// Which of the two files of a pack's index: the large one, or the small one with what has changed since.
enum class IndexLayer { whole, changes };

// What an index is made from.
struct IndexRecipe {
    std::string stamp; // tells this state of the pack from any other
    std::size_t items = 0;
    std::function<std::vector<IndexDocument>(std::size_t item)> documents; // called once or twice for each item, from several threads at once
    std::function<std::string(std::size_t item)> name;                     // of an item; its number where there is none
    IndexLayer layer = IndexLayer::whole;
    std::function<bool(const std::string& word)> is_spelled; // by the index that changes lie over: its dictionary() serves for both
    Synonyms synonyms;
    std::function<void(std::size_t done)> progress; // called now and then, from the calling thread; what it throws ends the build
};

class PackIndex {
public:
    // Nothing when there is no such file, or it isn't what build() would make of this stamp, or somebody touched it since.
    static std::optional<PackIndex> open(const std::filesystem::path& file, const std::string& stamp);

    // The same for a file that only root can write: it may have been copied.
    static std::optional<PackIndex> open_installed(const std::filesystem::path& file, const std::string& stamp);

    // An index that xapian-tcpsrv or, through ssh, xapian-progsrv serves. Nothing, with one warning, when the server is away (2 seconds), slow (5 for
    // each answer), or serves what this version of the program would not have made. It corrects by stems, expands a prefix to stems only, and
    // takes a quoted Chinese run for all of its pairs. From then on the process ignores SIGPIPE; no person's secret may go into a query.
    static std::optional<PackIndex> open_remote(const ServerAddress& address, Problems& warnings);

    // Makes the file anew and opens it. The folder must be there. Failure when it can't be written; then the old file is still there.
    static PackIndex build(const std::filesystem::path& file, const IndexRecipe& recipe);

    // For when there is nowhere to write. It knows no spelling, so a search in it is never corrected.
    static PackIndex build_in_memory(const IndexRecipe& recipe);

    PackIndex(PackIndex&&) noexcept;
    PackIndex& operator=(PackIndex&&) noexcept;
    ~PackIndex();

    // What was built as IndexLayer::changes, and the names of the items that it replaces: changed, added or removed ones.
    void overlay(PackIndex changes, const std::string& pack, const std::vector<std::string>& items);
    void hide(const std::string& pack, const std::vector<std::string>& items); // removed ones, without anything new

    const std::vector<std::string>& languages() const; // of its documents, sorted
    std::size_t documents() const;

    // Tells whether a word is among those that corrections come from; quick when they are asked for in order. For one thread, on this machine alone.
    std::function<bool(const std::string& word)> dictionary() const;

private:
    friend class SearchIndex;
    struct State;
    explicit PackIndex(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

using MarkSpan = std::pair<std::size_t, std::size_t>; // first byte, byte after the last

struct SearchHit {
    DocumentKind kind = DocumentKind::article; // article, tree or provider
    std::string pack;
    std::string id;
    std::string language;
    std::string title;
    double score = 0;            // of the best hit of all: 1
    std::string snippet;         // one line around the best passage, cut between words
    std::vector<MarkSpan> marks; // what of the snippet was looked for: ascending, apart
};

// strict: every word was found. relaxed: some were. corrected: words that the index doesn't know were replaced by ones it does.
enum class SearchPass { strict, relaxed, corrected };
std::string_view name(SearchPass pass);

enum class SearchOrder { relevance, title, reviewed }; // reviewed: the newest first
enum class SearchTotal { counted, estimated };         // counting looks at texts that are not shown

struct SearchRequest {
    Query query;
    std::vector<std::string> languages; // the person's, best first: a preference that ranks, no filter
    std::size_t offset = 0;
    std::size_t limit = 10;
    SearchOrder order = SearchOrder::relevance;
    SearchTotal total = SearchTotal::counted;
    bool facets = false;  // count what was found; looks at every match
    bool explain = false; // tell every stage
};

// How many of the things that were found have a value.
struct FacetValue {
    std::string value;
    std::size_t count = 0;
};

// What one stage of a search made of the query.
struct SearchStage {
    std::string stage; // read, simplified, languages, synonyms, compound, written together, corrected, strict, relaxed, xapian
    std::string text;
};

struct SearchResult {
    SearchPass pass = SearchPass::strict;
    std::string corrected; // the query that was answered, when it isn't the one that was asked
    std::size_t total = 0; // counted: exact up to search_exact_total, an estimate beyond
    bool more = false;     // hits follow the last one
    std::vector<SearchHit> hits;
    std::vector<FacetValue> topics; // the most frequent first; when asked for
    std::vector<FacetValue> languages;
    std::vector<SearchStage> stages; // in their order; when asked for
    Problems warnings;               // servers that failed on the way and were left out
};

inline constexpr std::size_t search_exact_total = 100; // to count all of a common word takes longer than the search
inline constexpr std::size_t search_max_hits = 1000; // offset + limit reach no further
inline constexpr std::size_t snippet_max_points = 160;

class SearchIndex {
public:
    explicit SearchIndex(const std::vector<PackIndex>& packs); // they need not live on
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;
    ~SearchIndex();

    // Strict, then corrected, then relaxed; the first that finds anything answers. Failure when an index was damaged since it was opened. A server
    // that fails is left out from then on, and the search is done again without it; after another failure without any server. With servers, the
    // facets count no further than search_max_hits.
    SearchResult search(const SearchRequest& request) const;

    const std::vector<std::string>& languages() const;

private:
    friend class EvidenceIndex;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace unknot
