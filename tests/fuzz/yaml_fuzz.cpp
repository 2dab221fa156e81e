// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: read_yaml ends, answers with a tree or with Problems, never both, and no text of a tree holds a character
// that may not reach a terminal.
#include "unknot/utf8.hpp"
#include "unknot/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void check(const unknot::YamlNode& node)
{
    require(!unknot::first_invalid(node.text) && !unknot::first_forbidden(node.text));
    require(node.place.line >= 1 && node.place.column >= 1);
    for (const unknot::YamlNode& item : node.items) {
        check(item);
    }
    for (const unknot::YamlEntry& entry : node.entries) {
        require(entry.key.kind == unknot::YamlNode::Kind::scalar);
        check(entry.key);
        check(entry.value);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const unknot::Source source{"fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size), 0};
    unknot::Problems problems;
    const auto node = unknot::read_yaml(source, problems);
    require(node.has_value() == problems.empty());
    if (node) {
        check(*node);
    }
    for (const unknot::Problem& problem : problems) {
        require(!unknot::describe(problem).empty());
    }
    return 0;
}
