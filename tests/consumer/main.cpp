// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a pack and asks a tree for its first question, with the library's public headers alone.
#include <unknot/pack.hpp>

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 3) {
        return 2;
    }
    try {
        unknot::Problems problems;
        const auto pack = unknot::Pack::open(argv[1], argv[1], unknot::Freshness::stamp, problems);
        const auto tree = pack.tree(argv[2], {"en"}, problems);
        if (!tree || unknot::has_errors(problems)) {
            return 1;
        }
        std::puts(tree->at(tree->start).text.in("en").c_str());
        return 0;
    } catch (const unknot::Failure& failure) {
        std::fputs(failure.problem().message.c_str(), stderr);
        return 1;
    }
}
