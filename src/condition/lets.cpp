// SPDX-License-Identifier: GPL-3.0-or-later
// `let`s may lean on one another in whatever order they are written, so each is typed after those it names. Tarjan's algorithm
// finds that order and the circles at once: it walks the names depth first and hands out groups, each a set of lets that reach
// one another, and no group before those it leans on. A group of one that doesn't name itself is typed; any other is a circle.
//
// The walk keeps its own stack: a file can hold a chain of lets longer than the program's. A let with a fault, and each of a
// circle, gets a condition that is always unknown, so that whatever leans on it is read and not blamed.
//
// A name is no let where it is a fact, or an option's value beside one.
#include "unknot/condition.hpp"

#include "condition/expression.hpp"
#include "condition/parser.hpp"
#include "condition/typing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace unknot {

namespace {

struct Let {
    const std::string* name = nullptr;
    const ConditionText* text = nullptr;
    bool readable = false;
    std::vector<std::size_t> needs;
    std::size_t next_need = 0;
    std::size_t visited = 0;   // in which turn, from 1; 0 is not yet
    std::size_t lowest = 0;    // the earliest turn that is reached from here
    bool open = false;         // visited, but its group is not complete
};

class LetReader {
public:
    using Texts = std::map<std::string, ConditionText, std::less<>>;

    LetReader(const Source& source, Vocabulary& vocabulary, Problems& problems) : source_(source), vocabulary_(vocabulary), problems_(problems) {}

    void run(const Texts& texts);

private:
    void prepare(const Texts& texts);
    void collect(const Syntax& syntax, std::vector<std::size_t>& needs) const;
    bool is_option_side(const Syntax& comparison) const;
    void visit(std::size_t start);
    void enter(std::size_t let);
    void settle_group(std::size_t root);
    void type(const Let& let);
    void refuse_circle(std::vector<std::size_t> group);

    const Source& source_;
    Vocabulary& vocabulary_;
    Problems& problems_;
    std::vector<Let> lets_;
    std::map<std::string_view, std::size_t> index_;
    std::vector<std::size_t> path_;     // from where the walk began to where it is
    std::vector<std::size_t> opened_;   // lets of groups that are not complete
    std::size_t turns_ = 0;
};

void LetReader::run(const Texts& texts)
{
    prepare(texts);
    for (std::size_t let = 0; let < lets_.size(); ++let) {
        if (lets_[let].visited == 0) {
            visit(let);
        }
    }
}

void LetReader::prepare(const Texts& texts)
{
    for (const auto& entry : texts) {
        index_.emplace(entry.first, lets_.size());
        lets_.emplace_back();
        lets_.back().name = &entry.first;
        lets_.back().text = &entry.second;
    }
    for (Let& let : lets_) {
        Faults faults(source_, *let.text, problems_);
        if (const auto syntax = parse(faults)) {
            let.readable = true;
            collect(*syntax, let.needs);
            std::sort(let.needs.begin(), let.needs.end());
            let.needs.erase(std::unique(let.needs.begin(), let.needs.end()), let.needs.end());
        }
    }
}

void LetReader::collect(const Syntax& syntax, std::vector<std::size_t>& needs) const
{
    const auto let = index_.find(syntax.text);
    if (syntax.form == Syntax::Form::name && let != index_.end() && vocabulary_.facts.count(syntax.text) == 0) {
        needs.push_back(let->second);
    }
    const bool options = is_option_side(syntax);
    for (std::size_t i = 0; i < syntax.operands.size(); ++i) {
        const Syntax& operand = syntax.operands[i];
        if (options && i > 0 && (is_bare(operand) || operand.form == Syntax::Form::list)) {
            continue;
        }
        collect(operand, needs);
    }
}

bool LetReader::is_option_side(const Syntax& comparison) const
{
    if (comparison.form != Syntax::Form::operation || !is_comparison(comparison.op) || comparison.operands.front().form != Syntax::Form::name) {
        return false;
    }
    const auto fact = vocabulary_.facts.find(comparison.operands.front().text);
    return fact != vocabulary_.facts.end() && takes_options(fact->second.type);
}

void LetReader::visit(std::size_t start)
{
    enter(start);
    while (!path_.empty()) {
        const std::size_t current = path_.back();
        Let& let = lets_[current];
        if (let.next_need < let.needs.size()) {
            const std::size_t need = let.needs[let.next_need++];
            if (lets_[need].visited == 0) {
                enter(need);
            } else if (lets_[need].open) {
                let.lowest = std::min(let.lowest, lets_[need].visited);
            }
            continue;
        }
        path_.pop_back();
        if (!path_.empty()) {
            lets_[path_.back()].lowest = std::min(lets_[path_.back()].lowest, let.lowest);
        }
        if (let.lowest == let.visited) {
            settle_group(current);
        }
    }
}

void LetReader::enter(std::size_t let)
{
    lets_[let].visited = lets_[let].lowest = ++turns_;
    lets_[let].open = true;
    path_.push_back(let);
    opened_.push_back(let);
}

void LetReader::settle_group(std::size_t root)
{
    const auto first = std::find(opened_.rbegin(), opened_.rend(), root).base() - 1;
    std::vector<std::size_t> group(first, opened_.end());
    opened_.erase(first, opened_.end());
    for (const std::size_t member : group) {
        lets_[member].open = false;
    }
    const Let& let = lets_[root];
    const bool names_itself = std::binary_search(let.needs.begin(), let.needs.end(), root);
    if (group.size() == 1 && !names_itself) {
        type(let);
    } else {
        refuse_circle(std::move(group));
    }
}

void LetReader::type(const Let& let)
{
    auto condition = let.readable ? read_condition(source_, *let.text, vocabulary_, problems_) : std::nullopt;
    vocabulary_.lets.insert_or_assign(*let.name, condition.value_or(Condition(let.text->text, let.text->place, never_known())));
}

void LetReader::refuse_circle(std::vector<std::size_t> group)
{
    constexpr std::size_t most = 8;
    std::sort(group.begin(), group.end());
    std::string names;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Let& let = lets_[group[i]];
        vocabulary_.lets.insert_or_assign(*let.name, Condition(let.text->text, let.text->place, never_known()));
        names += i < most ? fmt::format("{}'{}'", i == 0 ? "" : ", ", *let.name) : "";
    }
    names += group.size() > most ? " …" : "";
    problems_.push_back(problem_at(source_, lets_[group.front()].text->place, "let-cycle",
        fmt::format("expected lets that don't lean on themselves, found a circle: {}", names), "write one of them out in full"));
}

}   // namespace

void read_lets(const Source& source, const std::map<std::string, ConditionText, std::less<>>& texts, Vocabulary& vocabulary, Problems& problems)
{
    LetReader(source, vocabulary, problems).run(texts);
}

}   // namespace unknot
