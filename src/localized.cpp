// SPDX-License-Identifier: GPL-3.0-or-later
#include "localized.hpp"

namespace unknot {

Text localized_text(const Source& source, const YamlNode& node, std::string_view what, Problems& problems)
{
    if (node.kind != YamlNode::Kind::map) {
        const bool is_text = expect_kind(source, node, YamlNode::Kind::scalar, what, problems);
        return is_text ? Text(node.text, node.place) : Text();
    }
    Text text;
    for (const auto& entry : node.entries) {
        if (!expect_kind(source, entry.value, YamlNode::Kind::scalar, what, problems)) {
            continue;
        }
        if (text.empty()) {
            text = Text(entry.value.text, entry.value.place);
        }
        text.translate(entry.key.text, entry.value.text, entry.value.place);
    }
    return text;
}

Text localized_text(MapReader& reader, std::string_view key, Need need)
{
    const YamlNode* node = need == Need::required ? reader.required(key) : reader.optional(key);
    return node == nullptr ? Text() : localized_text(reader.source(), *node, "a text or a map by language", reader.problems());
}

} // namespace unknot
