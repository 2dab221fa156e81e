// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that names yaml-cpp. Its events go to the builder; nothing of it is ever asked to build nodes itself: YAML::Load
// ignores what follows the first document, and LoadAll never ends on the one byte ','. Two calls of HandleNextDocument are safe: the
// first reads, and whatever the second begins with is too much.
//
// A text without a line break at its end gets one. Without it yaml-cpp complains of an unterminated quote at the end of the file;
// with it the quote is accepted, and the builder can say where it began.
#include "unknot/yaml.hpp"

#include "unknot/utf8.hpp"
#include "yaml/builder.hpp"
#include "yaml/complaint.hpp"
#include "yaml/places.hpp"
#include "yaml/prescan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace unknot {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t shown_points = 30;

std::size_t offset(const YAML::Mark& mark)
{
    return mark.pos < 0 ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(mark.pos);
}

class Events : public YAML::EventHandler {
public:
    explicit Events(yaml::Builder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(offset(mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.alias(offset(mark)); }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { builder_.anchor(offset(mark)); }
    void OnSequenceEnd() override { builder_.close(); }
    void OnMapEnd() override { builder_.close(); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override
    {
        builder_.scalar(offset(mark), tag, value);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        builder_.open(YamlNode::Kind::sequence, offset(mark), tag);
    }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        builder_.open(YamlNode::Kind::map, offset(mark), tag);
    }

private:
    yaml::Builder& builder_;
};

// Lets no second document begin.
class NoMore : public YAML::EventHandler {
public:
    NoMore(const Source& source, const yaml::Places& places) : source_(source), places_(places) {}

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        const std::string_view rest = std::string_view(source_.text).substr(std::min(offset(mark), source_.text.size()));
        const bool was_closed = source_.text.starts_with("...") || source_.text.rfind("\n...", offset(mark)) != std::string::npos;
        const bool is_document = was_closed || rest.starts_with("---");
        const std::string word = shortened(rest.substr(0, rest.find_first_of(" \r\n")), shown_points);
        throw Failure(problem_at(source_, places_.at(offset(mark)), is_document ? "second-document" : "yaml-syntax",
                                 fmt::format("expected {}, found '{}'", is_document ? "one document" : "the end of the file", word),
                                 is_document ? "put the second document in a file of its own" : "put the whole text in quotes"));
    }

    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

private:
    const Source& source_;
    const yaml::Places& places_;
};

void parse(const Source& source, const yaml::Places& places, yaml::Builder& builder)
{
    std::istringstream stream(source.text.ends_with('\n') ? source.text : source.text + '\n');
    try {
        YAML::Parser parser(stream);
        Events events(builder);
        NoMore no_more(source, places);
        if (parser.HandleNextDocument(events)) {
            parser.HandleNextDocument(no_more);
        }
    } catch (const YAML::Exception& exception) {
        throw Failure(explain(source, places, builder, {exception.msg, offset(exception.mark)}));
    }
}

std::optional<YamlNode> read_scanned(const Source& source, Problems& problems)
{
    const yaml::Places places(source);
    yaml::Builder builder(source, places, problems);
    try {
        parse(source, places, builder);
    } catch (const Failure& failure) {
        problems.push_back(failure.problem());
        return std::nullopt;
    }
    return builder.take();
}

// Reads a text whose byte-order mark is off.
std::optional<YamlNode> read_unmarked(const Source& source, Problems& problems)
{
    const std::size_t before = problems.size();
    if (!yaml::prescan(source, problems)) {
        return std::nullopt;
    }
    std::optional<YamlNode> root = read_scanned(source, problems);
    if (problems.size() > before) {
        return std::nullopt;
    }
    if (!root || root->kind == YamlNode::Kind::null) {
        problems.push_back(problem_at(source, {source.file, 0, 0}, "empty-file", "expected YAML, found nothing (null body)"));
        return std::nullopt;
    }
    return root;
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [key](const YamlEntry& entry) { return entry.key.text == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::optional<YamlNode> read_yaml(const Source& source, Problems& problems)
{
    if (source.text.starts_with(byte_order_mark) && source.text.size() <= yaml_max_bytes) {
        return read_unmarked({source.file, source.text.substr(byte_order_mark.size()), source.lines_before}, problems);
    }
    return read_unmarked(source, problems);
}

} // namespace unknot
