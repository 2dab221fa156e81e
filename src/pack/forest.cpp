// SPDX-License-Identifier: GPL-3.0-or-later
// A forest is a tree with all that it reaches by `call` and `@tree`. Drafts are read first, breadth first, so that every condition
// can be typed by the facts of all of them; then each is finished; then what only shows across trees is checked.
#include "unknot/pack.hpp"

#include "pack/across.hpp"
#include "unknot/fields.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

namespace unknot {

namespace {

class ForestReader {
public:
    ForestReader(const Pack& pack, Problems& problems) : pack_(pack), problems_(problems) {}

    bool collect(std::string_view root)
    {
        std::deque<Target> waiting{{std::string(root), {}, {}}};
        std::set<std::string> broken;
        for (; !waiting.empty(); waiting.pop_front()) {
            const Target next = waiting.front();
            if (drafts_.find(next.tree) != drafts_.end() || broken.find(next.tree) != broken.end()) {
                continue;
            }
            const auto before = problems_.size();
            const TreeDraft* draft = read_draft(next.tree);
            if (draft != nullptr) {
                waiting.insert(waiting.end(), draft->reaches.begin(), draft->reaches.end());
            } else if (problems_.size() > before) {
                broken.insert(next.tree);
            } else {
                report_missing(next);
            }
        }
        return drafts_.find(root) != drafts_.end();
    }

    Forest finish(std::string_view root, const std::vector<std::string>& languages)
    {
        Forest forest;
        forest.root = root;
        for (const auto& entry : drafts_) {
            Tree tree = finish_tree(entry.second, vocabulary_for(entry.second), pack_.info().source_language, problems_);
            for (const auto& language : languages) {
                translate(tree, language);
            }
            forest.trees.emplace(entry.first, std::move(tree));
        }
        check_across(drafts_, forest, problems_);
        return forest;
    }

private:
    // Null when it isn't there, and when it is broken: then with a Problem.
    const TreeDraft* read_draft(const std::string& id)
    {
        auto source = pack_.read(fmt::format("trees/{}.yaml", id), problems_);
        auto draft = source ? draft_tree(std::move(*source), id, problems_) : std::nullopt;
        return draft ? &drafts_.emplace(id, std::move(*draft)).first->second : nullptr;
    }

    void report_missing(const Target& target)
    {
        if (target.place.file.empty() && target.place.line == 0) {
            return; // the root: whoever asked knows
        }
        const Source* source = source_of(target);
        const auto near = nearest(target.tree, pack_.tree_ids());
        const auto hint = near ? fmt::format("did you mean '{}'?", *near) : std::string();
        problems_.push_back(
            problem_at(source == nullptr ? Source{} : *source, target.place, "unknown-tree", fmt::format("no tree named '{}'", target.tree), hint));
    }

    const Source* source_of(const Target& target) const
    {
        const auto found =
            std::find_if(drafts_.begin(), drafts_.end(), [&](const auto& entry) { return entry.second.source.file == target.place.file; });
        return found == drafts_.end() ? nullptr : &found->second.source;
    }

    Vocabulary vocabulary_for(const TreeDraft& own) const
    {
        Vocabulary vocabulary;
        for (const auto& fact : own.facts) {
            vocabulary.facts.emplace(fact.first, Declaration{fact.second.type, fact.second.values});
        }
        for (const auto& entry : drafts_) {
            for (const auto& fact : entry.second.facts) {
                offer(vocabulary.facts.emplace(fact.first, Declaration{fact.second.type, {}}).first->second, fact.second.values);
            }
        }
        for (const auto& entry : drafts_) {
            for (const auto& set : entry.second.set_words) {
                const auto declared = vocabulary.facts.find(set.first);
                if (declared != vocabulary.facts.end()) {
                    offer(declared->second, set.second);
                }
            }
        }
        return vocabulary;
    }

    static void offer(Declaration& declared, const std::vector<std::string>& values)
    {
        const bool has_options = declared.type == FactType::choice || declared.type == FactType::list;
        for (const auto& value : values) {
            if (has_options && std::find(declared.values.begin(), declared.values.end(), value) == declared.values.end()) {
                declared.values.push_back(value);
            }
        }
    }

    void translate(Tree& tree, const std::string& language)
    {
        if (language == tree.source_language) {
            return;
        }
        if (const auto source = pack_.read(fmt::format("trees/{}.{}.yaml", tree.id, language), problems_)) {
            read_translation(*source, language, tree, problems_);
        }
    }

    const Pack& pack_;
    Problems& problems_;
    Drafts drafts_;
};

} // namespace

std::optional<Forest> Pack::forest(std::string_view root, const std::vector<std::string>& languages, Problems& problems) const
{
    Problems found;
    ForestReader reader(*this, found);
    const bool readable = is_pack_id(root) && reader.collect(root);
    std::optional<Forest> forest;
    if (readable) {
        forest = reader.finish(root, languages);
        check_needs(*forest, found);
    }
    problems.insert(problems.end(), found.begin(), found.end());
    return has_errors(found) ? std::nullopt : std::move(forest);
}

} // namespace unknot
