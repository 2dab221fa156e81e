// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/public_phrases.hpp"
#include "redactor/sieve.hpp"
#include "unknot/redactor.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unknot {

namespace {

// The words of a canonical phrase: between spaces, or each ideograph.
std::vector<std::string_view> words_of(std::string_view canonical)
{
    const bool ideographs = canonical.find(' ') == std::string_view::npos;
    std::vector<std::string_view> words;
    while (!canonical.empty()) {
        const std::size_t size = ideographs ? decode_at(canonical, 0).length : std::min(canonical.find(' '), canonical.size());
        words.push_back(canonical.substr(0, size));
        canonical.remove_prefix(std::min(canonical.size(), size + (ideographs ? 0 : 1)));
    }
    return words;
}

bool is_word_list(const std::vector<std::string_view>& words)
{
    const std::set<std::string_view> distinct(words.begin(), words.end());
    return std::is_sorted(words.begin(), words.end()) || distinct.size() * 3 < words.size() * 2;
}

} // namespace

SecretFinder::SecretFinder(Masking masking) : sieve_(std::make_unique<Sieve>(masking)) {}

SecretFinder::~SecretFinder() = default;

void SecretFinder::pass(std::string_view bytes)
{
    const std::size_t last_break = bytes.rfind('\n');
    if (last_break != std::string_view::npos) {
        line_ += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
        column_ = 1;
        bytes.remove_prefix(last_break + 1);
    }
    column_ +=
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void SecretFinder::add(const Finding& finding, std::string_view raw)
{
    LocatedSecret secret{finding.span, line_, column_, false, 0, false};
    if (finding.span.kind == "phrase") {
        const std::vector<std::string_view> words = words_of(finding.canonical);
        secret.public_phrase = is_public_phrase(finding.canonical);
        secret.words = words.size();
        secret.word_list = is_word_list(words);
    }
    found_.push_back(std::move(secret));
    pass(raw);
}

void SecretFinder::push(std::string_view bytes)
{
    sieve_->push(bytes, {[this](std::string_view rest) { pass(rest); }, [this](const Finding& finding, std::string_view raw) { add(finding, raw); }});
}

void SecretFinder::finish()
{
    sieve_->finish({[this](std::string_view rest) { pass(rest); }, [this](const Finding& finding, std::string_view raw) { add(finding, raw); }});
}

} // namespace unknot
