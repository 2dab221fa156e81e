// SPDX-License-Identifier: GPL-3.0-or-later
// A tree is a graph: many ways may lead to one node. In the outline it stands once, where the fewest steps lead to it: a search in breadth gives each
// node its parent, and the children of each, in the order of its edges, give the outline. A called tree hangs below its call; where the walk goes on
// after it is an edge of the call. No recursion: packs may be deep.
#include "case_report/outline_order.hpp"

#include "unknot/graph.hpp"

#include <deque>
#include <map>
#include <set>
#include <utility>

namespace unknot {

namespace {

struct Spot {
    const Tree* tree = nullptr;
    const Node* node = nullptr;
};

class Outline {
public:
    explicit Outline(const Forest& forest) : forest_(forest) {}

    std::vector<OutlineEntry> entries()
    {
        const Tree& root = forest_.tree(forest_.root);
        const std::string start = reach({&root, &root.at(root.start)});
        while (!waiting_.empty()) {
            const Spot spot = waiting_.front();
            waiting_.pop_front();
            visit(spot);
        }
        return in_order(start);
    }

private:
    std::string key_of(const Spot& spot) const { return forest_.key(spot.tree->id, spot.node->id); }

    // Its key when it is met for the first time, else nothing.
    std::string reach(const Spot& spot)
    {
        const std::string key = key_of(spot);
        if (!reached_.insert(key).second) {
            return {};
        }
        waiting_.push_back(spot);
        return key;
    }

    void visit(const Spot& spot)
    {
        std::vector<std::string>& children = children_[key_of(spot)];
        if (spot.node->kind == NodeKind::call) {
            add_child(children, start_of(spot.node->call));
        }
        for (const Edge& edge : edges_of(*spot.node)) {
            if (edge.to != nullptr) {
                add_child(children, target_of(*spot.tree, *edge.to));
            }
        }
    }

    void add_child(std::vector<std::string>& children, const Spot& spot)
    {
        const std::string key = reach(spot);
        if (!key.empty()) {
            children.push_back(key);
        }
    }

    Spot start_of(const std::string& id) const
    {
        const Tree& tree = forest_.tree(id);
        return {&tree, &tree.at(tree.start)};
    }

    Spot target_of(const Tree& tree, const Target& target) const
    {
        return target.leaves() ? start_of(target.tree) : Spot{&tree, &tree.at(target.node)};
    }

    std::vector<OutlineEntry> in_order(const std::string& start) const
    {
        std::vector<OutlineEntry> order;
        std::vector<OutlineEntry> stack = {{start, 0}};
        while (!stack.empty()) {
            const OutlineEntry entry = stack.back();
            stack.pop_back();
            order.push_back(entry);
            const auto& children = children_.at(entry.key);
            for (auto child = children.rbegin(); child != children.rend(); ++child) {
                stack.push_back({*child, entry.depth + 1});
            }
        }
        return order;
    }

    const Forest& forest_;
    std::deque<Spot> waiting_;
    std::set<std::string> reached_;
    std::map<std::string, std::vector<std::string>> children_;
};

} // namespace

std::vector<OutlineEntry> outline_order(const Forest& forest)
{
    return Outline(forest).entries();
}

} // namespace unknot
