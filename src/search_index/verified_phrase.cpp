// SPDX-License-Identifier: GPL-3.0-or-later
// A posting source that looks its documents up when Xapian first asks: those with every term, of which only so many are read, and in them the
// row of words. Where no text has it, they may be in traditional characters, and are looked at again in simplified ones.
#include "search_index/verified_phrase.hpp"

#include "search_index/packed_text.hpp"
#include "search_index/terms.hpp"
#include "unknot/chinese.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr Xapian::doccount most_read = 500;

// The words and characters of a text, in order.
std::vector<std::string> row_of(const std::vector<WordToken>& tokens)
{
    std::vector<std::string> row;
    for (const WordToken& token : tokens) {
        if (token.kind == TokenKind::word || token.kind == TokenKind::character) {
            row.push_back(token.text);
        }
    }
    return row;
}

class VerifiedPhrase : public Xapian::PostingSource {
public:
    VerifiedPhrase(PieceScope scope, std::vector<std::string> row, std::vector<std::string> terms)
        : scope_(scope), row_(std::move(row)), terms_(std::move(terms))
    {
    }

    // Servers know Xapian's own sources only: to them this is one that has every document.
    std::string name() const override { return Xapian::FixedWeightPostingSource(0).name(); }
    std::string serialise() const override { return Xapian::FixedWeightPostingSource(0).serialise(); }

    Xapian::PostingSource* clone() const override { return new VerifiedPhrase(scope_, row_, terms_); }

    void init(const Xapian::Database& database) override
    {
        found_.clear();
        next_ = 0;
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms_.begin(), terms_.end()));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::MSet candidates = enquire.get_mset(0, most_read);
        TextUnpacker texts([&database](std::uint32_t key) { return database.get_metadata(terms::key_sample(key)); });
        find_in(candidates, texts, Writing::as_it_is);
        if (found_.empty()) {
            find_in(candidates, texts, Writing::simplified);
        }
        std::sort(found_.begin(), found_.end());
    }

    Xapian::doccount get_termfreq_min() const override { return static_cast<Xapian::doccount>(found_.size()); }
    Xapian::doccount get_termfreq_est() const override { return get_termfreq_min(); }
    Xapian::doccount get_termfreq_max() const override { return get_termfreq_min(); }
    void next(double) override { ++next_; }
    void skip_to(Xapian::docid document, double) override
    {
        const auto found = std::lower_bound(found_.begin(), found_.end(), document);
        next_ = std::max(next_, static_cast<std::size_t>(found - found_.begin()) + 1);
    }
    bool at_end() const override { return next_ > found_.size(); }
    Xapian::docid get_docid() const override { return found_[next_ - 1]; }

private:
    enum class Writing { as_it_is, simplified };

    void find_in(const Xapian::MSet& candidates, TextUnpacker& texts, Writing writing)
    {
        for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate) {
            const std::string data = texts.unpacked(candidate.get_document().get_value(terms::value_text));
            const terms::Stored stored = terms::read_stored(data);
            const bool everywhere = scope_ == PieceScope::anywhere;
            if (has_row(stored.title, writing) || (everywhere && (has_row(stored.keywords, writing) || has_row(stored.text, writing)))) {
                found_.push_back(*candidate);
            }
        }
    }

    bool has_row(std::string_view text, Writing writing)
    {
        const std::vector<std::string> row = row_of(writing == Writing::simplified ? tokens(simplifier_.simplified(text)) : tokens(text));
        return std::search(row.begin(), row.end(), row_.begin(), row_.end()) != row.end();
    }

    PieceScope scope_;
    std::vector<std::string> row_;
    std::vector<std::string> terms_;
    std::vector<Xapian::docid> found_;
    std::size_t next_ = 0; // one beyond the current one: 0 before the first
    Simplifier simplifier_;
};

} // namespace

Xapian::Query verified_phrase(const QueryPiece& piece, const std::vector<std::string>& terms)
{
    return Xapian::Query((new VerifiedPhrase(piece.scope, row_of(piece.tokens), terms))->release());
}

} // namespace unknot
