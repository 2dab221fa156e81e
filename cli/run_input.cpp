// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_input.hpp"

#include "unknot/renaming.hpp"
#include "unknot/yaml.hpp"
#include "unreadable.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <utility>

namespace unknot {

namespace {

std::pair<std::string, std::string> split(const std::string& text, const char* option)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure(fmt::format("expected {} NAME=VALUE, found '{}'", option, text));
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

std::string read_whole(int descriptor, const std::string& file)
{
    std::string text;
    char buffer[65536];
    while (text.size() <= yaml_max_bytes) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0) {
            throw cannot_read(file, errno);
        }
        if (got == 0) {
            break;
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

Source read_answers_source(const std::string& file)
{
    if (file == "-") {
        return {"standard input", read_whole(STDIN_FILENO, "standard input"), 0};
    }
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw cannot_read(file, errno);
    }
    std::string text;
    try {
        text = read_whole(descriptor, file);
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
    return {file, std::move(text), 0};
}

std::string scalar_text(const Source& source, const YamlNode& value, const std::string& node)
{
    if (value.kind != YamlNode::Kind::scalar) {
        throw Failure(problem_at(source, value.place, "wrong-type", fmt::format("expected an answer to '{}', found no text", node)));
    }
    return value.text;
}

void add_entry(const Source& source, const YamlEntry& entry, const Forest& forest, Script& script)
{
    std::vector<std::string> values;
    if (entry.value.kind == YamlNode::Kind::sequence) {
        for (const auto& item : entry.value.items) {
            values.push_back(scalar_text(source, item, entry.key.text));
        }
    } else {
        values.push_back(scalar_text(source, entry.value, entry.key.text));
    }
    add_answers(script, forest, node_key(forest, entry.key.text), values);
}

YamlNode read_map(const Source& source, const char* expected)
{
    Problems problems;
    auto document = read_yaml(source, problems);
    if (!document) {
        throw Failure(problems.front());
    }
    if (document->kind != YamlNode::Kind::map) {
        throw Failure(problem_at(source, document->place, "wrong-type", expected));
    }
    return std::move(*document);
}

void read_answers_file(const std::string& file, const Forest& forest, Script& script)
{
    const Source source = read_answers_source(file);
    const YamlNode map = read_map(source, "expected a map of answers by node");
    for (const auto& entry : map.entries) {
        add_entry(source, entry, forest, script);
    }
}

} // namespace

Script script_of(const RunCommand& command, const Forest& forest)
{
    Script script;
    if (!command.answers_file.empty()) {
        read_answers_file(command.answers_file, forest, script);
    }
    for (const auto& answer : command.answers) {
        const auto parts = split(answer, "--answer");
        script.answers[node_key(forest, parts.first)].push_back(parts.second);
    }
    for (const auto& probe : command.probes) {
        const auto parts = split(probe, "--probe");
        const std::string key = node_key(forest, parts.first);
        script.probes[key].push_back(probe_result(forest, key, parts.second));
    }
    return script;
}

std::vector<std::pair<std::string, std::string>> facts_in_file(const std::string& file)
{
    const Source source = read_answers_source(file);
    const YamlNode map = read_map(source, "expected a map of values by fact");
    std::vector<std::pair<std::string, std::string>> facts;
    for (const auto& entry : map.entries) {
        facts.emplace_back(entry.key.text, scalar_text(source, entry.value, entry.key.text));
    }
    return facts;
}

std::vector<Event> fact_events(const RunCommand& command, const Forest& forest)
{
    std::vector<Event> events;
    for (const auto& fact : command.facts) {
        const auto parts = split(fact, "--fact");
        events.push_back(fact_event(forest, parts.first, parts.second));
    }
    return events;
}

std::vector<Event> receipt_events(const Receipt& receipt, const Forest& forest)
{
    std::vector<Event> events;
    std::map<std::pair<EventKind, std::string>, int> seen;
    for (const auto& happening : receipt.happenings) {
        const int occurrence = happening.kind == EventKind::fact ? 0 : seen[{happening.kind, happening.key}]++;
        events.push_back({happening.kind, happening.key, occurrence, happening.value, happening.fields, Origin::file, happening.masked, {}});
    }
    events = renamed(forest, std::move(events));
    const auto gone = [&](const Event& event) {
        const bool known = event.kind == EventKind::fact || find_node(forest, event.node) != nullptr;
        if (!known) {
            warn(fmt::format("the tree no longer has the node '{}': its part of the receipt is left out", event.node));
        }
        return !known;
    };
    events.erase(std::remove_if(events.begin(), events.end(), gone), events.end());
    return events;
}

} // namespace unknot
