// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.hpp"

#include "draft_file.hpp"
#include "unknot/usage_ledger.hpp"
#include "unknot/value.hpp"
#include "voice.hpp"

#include <fmt/format.h>

namespace unknot {

std::filesystem::path records_folder(const Session& session)
{
    const Locations& at = session.locations;
    if (!at.state_has_base) {
        throw Failure(fmt::format("no records can be kept in '{}': the home folder does not exist", at.state.string()), "set XDG_STATE_HOME to a folder of yours");
    }
    return at.state;
}

CaseStore open_records(const Session& session)
{
    return CaseStore(records_folder(session));
}

void note_reading(const Session& session, const std::string& pack, const std::string& article)
{
    try {
        UsageLedger(records_folder(session)).note(ShownArticle{pack, article, session.now()});
    } catch (const Failure&) {
        return; // of no consequence to the person who reads
    }
}

void note_missed_search(const Session& session, const std::string& query)
{
    try {
        UsageLedger(records_folder(session)).note(MissedSearch{query, session.language, session.now()});
    } catch (const Failure&) {
        return; // of no consequence to the person who searches
    }
}

namespace {

// Cases, and what is noted besides them, past the age that the configuration allows go when a new case begins. One that somebody has open stays until the next time.
void forget_old_cases(CaseStore& store, const Session& session)
{
    const auto age = read_value(FactType::duration, session.configuration.retention);
    if (!age || session.configuration.retention.empty()) {
        return;
    }
    const std::string oldest = session.time_ago(age->number);
    UsageLedger(records_folder(session)).forget_before(oldest);
    for (const auto& head : store.list()) {
        if (head.updated >= oldest) {
            continue;
        }
        try {
            const auto claim = store.claim(head.id);
            remove_draft(session, head.id);
            store.remove(head.id);
        } catch (const Failure& failure) {
            warn(fmt::format("case {} is older than the configuration's 'retention' and could not be deleted: {}", head.id, failure.problem().message));
        }
    }
}

} // namespace

Recording Recording::begin(const Session& session, const CaseHead& head)
{
    Recording recording;
    try {
        recording.store_ = open_records(session);
        forget_old_cases(*recording.store_, session);
        recording.id_ = recording.store_->create(head, session.now());
        recording.claim_ = recording.store_->claim(*recording.id_);
    } catch (const Failure& failure) {
        warn(fmt::format("this walk is not recorded: {}", failure.problem().message), failure.problem().hint);
        return Recording();
    }
    return recording;
}

Recording Recording::resume(const Session& session, std::int64_t id, CaseRecord& record)
{
    Recording recording;
    recording.store_ = open_records(session);
    auto found = recording.store_->find(id);
    if (!found) {
        throw Failure(fmt::format("no case {}", id), "'unknot case list' shows all");
    }
    recording.claim_ = recording.store_->claim(id);
    record = *recording.store_->find(id);   // again: it may have gone on while we waited
    recording.id_ = id;
    return recording;
}

void Recording::append(const Session& session, std::span<const Event> events)
{
    if (id_ && !events.empty()) {
        store_->append(*id_, {events.begin(), events.end()}, session.now());
    }
}

void Recording::conclude(const Session& session, const WalkState& state, const std::string& version)
{
    if (!id_) {
        return;
    }
    const bool done = state.standing == Standing::done;
    store_->conclude(*id_, done ? CaseState::done : CaseState::open, done ? std::string(name(state.node->outcome)) : "", done ? state.key : "", version, session.now());
}

} // namespace unknot
