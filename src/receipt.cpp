// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/receipt.hpp"

#include "unknot/percent.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr std::string_view also_kept = "/,"; // a list and `tree/node` stay readable

[[noreturn]] void refuse(std::string_view word)
{
    throw Failure(fmt::format("expected NODE=ANSWER, NODE:STATUS or +FACT=VALUE in the receipt, found '{}'", word),
        "paste the whole line that the walk printed");
}

std::string decoded(std::string_view text)
{
    auto plain = percent_decoded(text);
    if (!plain) {
        refuse(text);
    }
    return std::move(*plain);
}

std::vector<std::string_view> words_of(std::string_view line)
{
    std::vector<std::string_view> words;
    constexpr std::string_view blank = " \t\r\n";
    for (auto at = line.find_first_not_of(blank); at != std::string_view::npos; at = line.find_first_not_of(blank, at)) {
        const auto end = std::min(line.find_first_of(blank, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

// A field's value is encoded once more, so that a comma in it does not end it.
std::string fields_of(const Happening& happening)
{
    std::string text;
    for (const auto& field : happening.fields) {
        std::string value = percent_encoded(field.second, also_kept);
        for (auto comma = value.find(','); comma != std::string::npos; comma = value.find(',', comma)) {
            value.replace(comma, 1, "%2C");
        }
        text += fmt::format(",{}={}", field.first, value);
    }
    return text;
}

void read_probe_word(std::string_view rest, Happening& happening)
{
    happening.kind = EventKind::probe;
    auto comma = rest.find(',');
    happening.value = decoded(rest.substr(0, comma));
    if (std::find(std::begin(probe_statuses), std::end(probe_statuses), happening.value) == std::end(probe_statuses)) {
        refuse(rest);
    }
    while (comma != std::string_view::npos) {
        rest = rest.substr(comma + 1);
        comma = rest.find(',');
        const auto field = rest.substr(0, comma);
        const auto equals = field.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            refuse(field);
        }
        happening.fields[decoded(field.substr(0, equals))] = decoded(field.substr(equals + 1));
    }
}

Happening read_word(std::string_view word)
{
    Happening happening;
    const bool fact = !word.empty() && word.front() == '+';
    const auto body = fact ? word.substr(1) : word;
    const auto cut = body.find_first_of("=:");
    if (cut == std::string_view::npos || cut == 0 || (fact && body[cut] == ':')) {
        refuse(word);
    }
    happening.key = decoded(body.substr(0, cut));
    const auto rest = body.substr(cut + 1);
    if (body[cut] == ':') {
        read_probe_word(rest, happening);
        return happening;
    }
    happening.kind = fact ? EventKind::fact : EventKind::answer;
    happening.masked = rest == "*";
    happening.value = decoded(rest);
    return happening;
}

} // namespace

std::string write_receipt(const Receipt& receipt)
{
    std::string line = fmt::format("{}@{} {}", receipt.pack, receipt.version, receipt.tree);
    for (const auto& happening : receipt.happenings) {
        const std::string value = happening.masked ? "*" : percent_encoded(happening.value, also_kept);
        switch (happening.kind) {
        case EventKind::fact: line += fmt::format(" +{}={}", happening.key, value); break;
        case EventKind::probe: line += fmt::format(" {}:{}{}", happening.key, value, fields_of(happening)); break;
        default: line += fmt::format(" {}={}", happening.key, value);
        }
    }
    return line;
}

Receipt read_receipt(std::string_view line)
{
    const auto words = words_of(line);
    const auto at = words.empty() ? std::string_view::npos : words[0].rfind('@');
    if (words.size() < 2 || at == std::string_view::npos || at == 0 || at + 1 == words[0].size()) {
        throw Failure(
            "expected a receipt like 'wallet@1.0.0 payment-failure where=card', found something else", "paste the whole line that the walk printed");
    }
    Receipt receipt;
    receipt.pack = words[0].substr(0, at);
    receipt.version = words[0].substr(at + 1);
    receipt.tree = words[1];
    for (std::size_t i = 2; i < words.size(); ++i) {
        receipt.happenings.push_back(read_word(words[i]));
    }
    return receipt;
}

} // namespace unknot
