// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/sieve.hpp"

#include "redactor/plain_view.hpp"

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

// Secrets that overlap become one, so that no part of either stays; what a checksum proves gives it its name.
Findings without_overlaps(Findings findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.span.start < b.span.start; });
    Findings merged;
    for (Finding& finding : findings) {
        if (merged.empty() || finding.span.start >= merged.back().span.end) {
            merged.push_back(std::move(finding));
            continue;
        }
        Finding& last = merged.back();
        const std::size_t start = last.span.start;
        const std::size_t end = std::max(last.span.end, finding.span.end);
        if (finding.span.checked && !last.span.checked && last.span.kind != "key") {
            last = std::move(finding);
        }
        last.span.start = start;
        last.span.end = end;
    }
    return merged;
}

void find_undisguised(std::string_view text, Findings& findings)
{
    find_phrases(text, findings);
    find_by_words(text, findings);
    find_pem_keys(text, findings);
    find_keystores(text, findings);
    find_key_arrays(text, findings);
    find_cards(text, findings);
    find_ibans(text, findings);
    find_url_secrets(text, findings);
}

Findings find_encoded(std::string_view text)
{
    Findings findings;
    find_undisguised(PlainView(text).text(), findings);
    return findings;
}

} // namespace

Findings find_all(std::string_view text, Masking masking)
{
    const PlainView view(text);
    Findings findings;
    find_undisguised(view.text(), findings);
    find_base64(view.text(), find_encoded, findings);
    if (masking == Masking::secrets_and_personal) {
        find_emails(view.text(), findings);
        find_phones(view.text(), findings);
    }
    findings = without_overlaps(std::move(findings));
    for (Finding& finding : findings) {
        finding.span.start = view.raw_start(finding.span.start);
        finding.span.end = view.raw_end(finding.span.end);
    }
    return findings;
}

// Hands on what is seen, up to `limit` or the end of a secret that reaches beyond.
void Sieve::settle(std::string_view seen, std::size_t limit, const SieveSink& sink)
{
    for (Finding& finding : find_all(seen, masking_)) {
        const std::size_t start = std::max(finding.span.start, done_);
        if (finding.span.end <= done_) {
            continue;
        }
        if (start >= limit) {
            break;
        }
        const std::size_t end = finding.span.end;
        sink.pass(seen.substr(done_, start - done_));
        finding.span.start = base_ + start;
        finding.span.end = base_ + end;
        sink.secret(finding, seen.substr(start, end - start));
        done_ = end;
    }
    if (done_ < limit) {
        sink.pass(seen.substr(done_, limit - done_));
        done_ = limit;
    }
}

void Sieve::push(std::string_view bytes, const SieveSink& sink)
{
    while (!bytes.empty()) {
        const std::size_t room = done_ + window + margin - buffer_.size();
        const std::size_t taken = std::min(room, bytes.size());
        buffer_.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        if (taken == room) {
            settle(buffer_, done_ + window, sink);
            const std::size_t past = done_ - std::min(done_, margin);
            buffer_.erase(0, past);
            base_ += past;
            done_ -= past;
        }
    }
}

void Sieve::finish(const SieveSink& sink)
{
    settle(buffer_, buffer_.size(), sink);
    buffer_.clear();
    done_ = 0;
}

void Sieve::sift(std::string_view text, Masking masking, const SieveSink& sink)
{
    Sieve sieve(masking);
    if (text.size() < window + margin) {
        sieve.settle(text, text.size(), sink);
        return;
    }
    sieve.push(text, sink);
    sieve.finish(sink);
}

} // namespace unknot
