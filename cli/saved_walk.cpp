// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved_walk.hpp"

#include "language.hpp"
#include "unknot/markdown.hpp"
#include "unknot/renaming.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

bool is_of_the_way(const Event& event)
{
    return event.kind == EventKind::answer || event.kind == EventKind::probe;
}

Remapping compare_names(const std::vector<Event>& before, const std::vector<Event>& after, const Forest& forest)
{
    Remapping remapping;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool other = before[i].node != after[i].node || before[i].value != after[i].value;
        remapping.renamed += other && before[i].kind == EventKind::answer ? 1 : 0;
        if (is_of_the_way(after[i]) && find_node(forest, after[i].node) == nullptr &&
            std::find(remapping.gone.begin(), remapping.gone.end(), after[i].node) == remapping.gone.end()) {
            remapping.gone.push_back(after[i].node);
        }
    }
    return remapping;
}

// Told once: the case then goes by the new version, while its events keep the old names.
void tell_names(const Remapping& remapping)
{
    if (remapping.renamed > 0) {
        note(filled(_("answers that go by new names now: {}"), {std::to_string(remapping.renamed)}));
    }
    for (const auto& node : remapping.gone) {
        note(filled(_("the tree no longer has the node '{}': its answer is not used"), {node}));
    }
}

// The question as it is read, or where the walk stands when it asks nothing.
std::string asked_in(const WalkState& state)
{
    const std::string plain = markdown_to_plain(state.text);
    const std::string first = plain.substr(0, plain.find('\n'));
    return first.empty() ? state.key : first;
}

} // namespace

const Pack& pack_named(const Session& session, const std::string& id)
{
    const auto& packs = session.packs();
    const auto found = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.info().id == id; });
    if (found == packs.end()) {
        throw Failure(fmt::format("no pack named '{}'", id), "name its folder with '--pack DIR'; 'unknot paths' shows where packs are looked for");
    }
    return *found;
}

Remapping load_saved(Walking& walking, const Session& session, const CaseRecord& record)
{
    const Pack& pack = pack_named(session, record.head.pack);
    walking.pack = &pack;
    walking.forest = load_forest(session, pack, record.head.tree);
    walking.settings = {session.language_of(pack), session.today()};
    walking.events = renamed(walking.forest, record.events);
    return compare_names(record.events, walking.events, walking.forest);
}

SavedWalk open_saved(const Session& session, CaseRecord record)
{
    SavedWalk saved;
    saved.record = std::move(record);
    saved.remapping = load_saved(saved.walking, session, saved.record);
    saved.state = fold(saved.walking.forest, saved.walking.events, saved.walking.settings);
    return saved;
}

void tell_verdict(const CaseRecord& record, const Remapping& remapping, const Walking& walking)
{
    const WalkState state = fold(walking.forest, walking.events, walking.settings);
    const bool ended = record.head.state == CaseState::done;
    const bool asks_again = !state.rejected.empty() || (ended && state.standing == Standing::asking);
    const bool ends_elsewhere = ended && !asks_again && state.key != record.head.end;
    const std::string& now = walking.pack->info().version;
    if (record.head.version != now) {
        note(filled(_("the case was saved with version {} of the pack, this is {}"), {record.head.version, now}));
        tell_names(remapping);
        if (!asks_again && !ends_elsewhere && remapping.renamed == 0 && remapping.gone.empty()) {
            note(_("nothing that this case used has changed"));
        }
    }
    if (asks_again) {
        note(filled(_("this question is asked again: {}"), {asked_in(state)}));
    } else if (ends_elsewhere) {
        note(filled(_("the walk ends at '{}' now, not at '{}'"), {state.key, record.head.end}));
    }
}

} // namespace unknot
