// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that ask for a secret. Only what is typed can give one away: a choice may ask about secrets as much as it likes.
#include "lint/material.hpp"

#include "lint/secret_question.hpp"
#include "lint/texts.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

// What a person could type into the field; nothing for those that take neither words nor codes.
std::optional<SecretScope> scope_of(FactType type)
{
    switch (type) {
    case FactType::text:
    case FactType::email:
    case FactType::url: return SecretScope::everything;
    case FactType::number:
    case FactType::amount: return SecretScope::numbers;
    default: return std::nullopt;
    }
}

void check_text(const Tree& tree, const Node& node, const Text& text, SecretScope scope, Report& report)
{
    for (const auto& wording : text.empty() ? std::vector<Wording>() : wordings(text, tree.source_language)) {
        const auto secret = asked_secret(*wording.text, wording.language, scope);
        if (!secret.empty()) {
            report.error(*wording.place, "secret-asked", fmt::format("the question '{}' asks for a secret: '{}'", node.id, secret),
                "ask about it by a choice, so that nobody types it");
        }
    }
}

} // namespace

void check_secrets(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        for (const auto& node : tree.nodes) {
            const auto scope = node.input ? scope_of(node.input->type) : std::nullopt;
            if (!scope) {
                continue;
            }
            check_text(tree, node, node.text, *scope, report);
            if (const auto fact = tree.facts.find(node.fact); fact != tree.facts.end()) {
                check_text(tree, node, fact->second.label, *scope, report);
            }
        }
    }
}

} // namespace unknot
