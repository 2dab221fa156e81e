// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer_words.hpp"

#include "language.hpp"
#include "unknot/answer.hpp"
#include "unknot/markdown.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>

namespace unknot {

namespace {

std::string label_of(const Node& node, const std::string& value, std::string_view language)
{
    const Option* option = node.option(value);
    return option == nullptr || option->label.empty() ? value : option->label.in(language);
}

std::string labels_of(const Node& node, std::string_view values, std::string_view language)
{
    std::string labels;
    for (std::size_t at = 0; at <= values.size();) {
        const std::size_t end = std::min(values.find(',', at), values.size());
        labels += (labels.empty() ? "" : ", ") + label_of(node, std::string(values.substr(at, end - at)), language);
        at = end + 1;
    }
    return labels;
}

} // namespace

std::string asked_words(const Step& step, std::size_t points)
{
    const std::string plain = markdown_to_plain(step.text);
    return shortened(std::string_view(plain).substr(0, plain.find('\n')), points);
}

std::string answer_words(const Step& step, std::string_view language)
{
    const std::string& answer = *step.answer;
    if (const std::string label = label_of(*step.node, answer, language); label != answer) {
        return label;
    }
    if (answer == unknown_answer) {
        return _("I don't know");
    }
    if (step.node->kind == NodeKind::fix) {
        return answer == "solved" ? _("that helped") : _("that did not help");
    }
    if (step.node->kind == NodeKind::several) {
        return labels_of(*step.node, answer, language);
    }
    return answer == "yes" ? _("yes") : answer == "no" ? _("no") : answer;
}

} // namespace unknot
