// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/feedback_store.hpp"

#include "case_store/records.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <map>

namespace unknot {

namespace {

constexpr std::string_view feedback_query = "SELECT id, uid, kind, target, pack, version, tree, end_node, outcome, language FROM feedback";
constexpr std::string_view ratings_query = "SELECT feedback_id, stars, reason, text, because, at FROM ratings";

// A store of this schema holds no other words; one that does was tampered with.
template <typename Value>
Value known(const std::optional<Value>& value)
{
    if (!value) {
        throw Failure("expected a word that unknot writes in the records of feedback, found another", "unknot feedback list");
    }
    return *value;
}

Feedback feedback_from(const Statement& row)
{
    Feedback feedback;
    feedback.id = row.integer(0);
    feedback.uid = row.text(1);
    feedback.kind = known(feedback_kind(row.text(2)));
    feedback.target = row.text(3);
    feedback.pack = row.text(4);
    feedback.version = row.text(5);
    feedback.tree = row.text(6);
    feedback.end = row.text(7);
    feedback.outcome = row.text(8);
    feedback.language = row.text(9);
    return feedback;
}

Rating rating_from(const Statement& row)
{
    Rating rating;
    rating.stars = static_cast<int>(row.integer(1));
    if (const std::string reason = row.text(2); !reason.empty()) {
        rating.reason = known(feedback_reason(reason));
    }
    rating.text = row.text(3);
    rating.because = row.text(4);
    rating.at = row.text(5);
    return rating;
}

void insert_rating(Records& records, std::int64_t id, const Rating& rating, const std::string& now)
{
    Statement insert(records.database, "INSERT INTO ratings (feedback_id, number, stars, reason, text, because, at) "
                                       "SELECT id, (SELECT count(*) FROM ratings WHERE feedback_id = feedback.id) + 1, ?, ?, ?, ?, ? "
                                       "FROM feedback WHERE id = ?");
    insert.bind(std::int64_t{rating.stars}).bind(rating.reason ? code(*rating.reason) : std::string_view());
    insert.bind(records.redactor.redact(rating.text).text).bind(records.redactor.redact(rating.because).text).bind(now).bind(id).run();
}

// Every row that `where` lets through, with its ratings.
std::vector<Feedback> select(Database& database, const std::string& where, std::optional<std::int64_t> id)
{
    const Transaction same_moment(database, Access::read);
    std::vector<Feedback> all;
    std::map<std::int64_t, std::size_t> positions;
    Statement rows(database, fmt::format("{} {} ORDER BY id", feedback_query, where));
    Statement ratings(database, fmt::format("{} {} ORDER BY feedback_id, number", ratings_query, id ? "WHERE feedback_id = ?" : ""));
    if (id) {
        rows.bind(*id);
        ratings.bind(*id);
    }
    while (rows.step()) {
        positions.emplace(rows.integer(0), all.size());
        all.push_back(feedback_from(rows));
    }
    while (ratings.step()) {
        all.at(positions.at(ratings.integer(0))).ratings.push_back(rating_from(ratings));
    }
    return all;
}

} // namespace

struct FeedbackStore::Connection : Records {
    using Records::Records;
};

FeedbackStore::FeedbackStore(const std::filesystem::path& folder) : connection_(std::make_unique<Connection>(folder))
{
}

FeedbackStore::~FeedbackStore() = default;
FeedbackStore::FeedbackStore(FeedbackStore&&) noexcept = default;
FeedbackStore& FeedbackStore::operator=(FeedbackStore&&) noexcept = default;

std::int64_t FeedbackStore::give(const Feedback& feedback, const std::string& now)
{
    return attempt("save your feedback", connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        Statement insert(database, "INSERT INTO feedback (uid, kind, target, pack, version, tree, end_node, outcome, language) "
                                   "VALUES (lower(hex(randomblob(8))), ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(name(feedback.kind));
        for (const std::string* text : {&feedback.target, &feedback.pack, &feedback.version, &feedback.tree, &feedback.end, &feedback.outcome,
                 &feedback.language}) {
            insert.bind(connection_->redactor.redact(*text).text);
        }
        insert.run();
        const std::int64_t id = database.last_id();
        insert_rating(*connection_, id, feedback.ratings.front(), now);
        transaction.commit();
        return id;
    });
}

void FeedbackStore::revise(std::int64_t id, const Rating& rating, const std::string& now)
{
    attempt(fmt::format("save feedback {}", id), connection_->folder, [&] {
        Transaction transaction(connection_->database, Access::write);
        insert_rating(*connection_, id, rating, now);
        if (connection_->database.changes() == 0) {
            throw Failure(fmt::format("expected the number of a feedback, found none with number {}", id), "unknot feedback list");
        }
        transaction.commit();
    });
}

std::optional<Feedback> FeedbackStore::find(std::int64_t id) const
{
    return attempt(fmt::format("read feedback {}", id), connection_->folder, [&]() -> std::optional<Feedback> {
        const std::vector<Feedback> found = select(connection_->database, "WHERE id = ?", id);
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

std::vector<Feedback> FeedbackStore::list() const
{
    return attempt("list the feedback", connection_->folder, [&] { return select(connection_->database, "", std::nullopt); });
}

bool FeedbackStore::has(FeedbackKind kind, const std::string& target) const
{
    return attempt("read the feedback", connection_->folder, [&] {
        Statement query(connection_->database, "SELECT 1 FROM feedback WHERE kind = ? AND target = ? LIMIT 1");
        return query.bind(name(kind)).bind(target).step();
    });
}

} // namespace unknot
