// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of a tree, and every language of it. Private to the linter.
#pragma once

#include "unknot/tree.hpp"

#include <string>
#include <vector>

namespace unknot {

enum class TextRole { title, summary, fact_label, body, why, option, example, error, probe_label, remedy };

struct TextUse {
    const Text* text = nullptr;
    TextRole role = TextRole::body;
    const Node* node = nullptr; // null for those of the tree itself
};

// Those that are not empty. Symptoms are not among them: they are no texts that anybody is shown.
std::vector<TextUse> texts_of(const Tree& tree);

struct Wording {
    std::string language;
    const std::string* text = nullptr;
    const Place* place = nullptr;
};

// The source text first.
std::vector<Wording> wordings(const Text& text, const std::string& source_language);

} // namespace unknot
