// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/redactor.hpp"

#include "redactor/sieve.hpp"
#include "unknot/hash.hpp"

#include <fmt/format.h>

#include <utility>

namespace unknot {

namespace {

constexpr std::size_t most_remembered = 200'000;

} // namespace

std::vector<SecretSpan> find_secrets(std::string_view text, Masking masking)
{
    std::vector<SecretSpan> spans;
    Sieve::sift(text, masking, {[](std::string_view) {}, [&spans](const Finding& finding, std::string_view) { spans.push_back(finding.span); }});
    return spans;
}

Redactor::Redactor(Masking masking) : masking_(masking), key_(random_key()) {}

Redactor::Result Redactor::redact(std::string_view text)
{
    Result result;
    const auto secret = [&](const Finding& finding, std::string_view) {
        result.text += stand_in(finding);
        result.spans.push_back(finding.span);
    };
    Sieve::sift(text, masking_, {[&result](std::string_view bytes) { result.text += bytes; }, secret});
    return result;
}

std::string Redactor::stand_in(const Finding& finding)
{
    const std::string& kind = finding.span.kind;
    std::string digest = keyed_hash(key_, kind + '\0' + finding.canonical);
    const auto known = stand_ins_.find(digest);
    if (known != stand_ins_.end()) {
        return known->second;
    }
    if (stand_ins_.size() >= most_remembered) {
        stand_ins_.clear();
    }
    const int number = ++counts_[kind];
    const std::string kept = finding.kept.empty() ? "" : " " + finding.kept;
    return stand_ins_.emplace(std::move(digest), fmt::format("[{}-{}{}]", kind, number, kept)).first->second;
}

RedactingStream::RedactingStream(Redactor& redactor) : redactor_(redactor), sieve_(std::make_unique<Sieve>(redactor.masking_)) {}

RedactingStream::~RedactingStream() = default;

// Collects what a stream lets through, and what it puts in place of the rest.
SieveSink RedactingStream::into(Redactor::Result& result)
{
    return {[&result](std::string_view bytes) { result.text += bytes; },
        [this, &result](const Finding& finding, std::string_view) {
            result.text += redactor_.stand_in(finding);
            result.spans.push_back(finding.span);
        }};
}

Redactor::Result RedactingStream::push(std::string_view bytes)
{
    Redactor::Result result;
    sieve_->push(bytes, into(result));
    return result;
}

Redactor::Result RedactingStream::finish()
{
    Redactor::Result result;
    sieve_->finish(into(result));
    return result;
}

} // namespace unknot
