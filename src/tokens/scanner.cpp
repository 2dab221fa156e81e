// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/scanner.hpp"

#include "unknot/search_form.hpp"

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t bytes_of_a_token = 4; // more or less: what room to make

// `don't` is looked for as `dont`, `wallet's` and `geht's` as `wallet` and `geht`.
std::string without_apostrophes(std::string word)
{
    for (const std::string_view mark : {"’", "'"}) {
        for (std::size_t at = word.find(mark); at != std::string::npos; at = word.find(mark, at)) {
            const bool possessive = word.compare(at + mark.size(), std::string::npos, "s") == 0;
            word.erase(at, possessive ? std::string::npos : mark.size());
        }
    }
    return word;
}

} // namespace

std::vector<WordToken> Scanner::scan()
{
    tokens_.reserve(sieve_ == nullptr ? std::min(budget_, text_.size() / bytes_of_a_token) : 0);
    while (true) {
        offset_ = sieve_ == nullptr ? past_ascii_separators() : next_wanted();
        if (offset_ >= text_.size() || tokens_.size() >= budget_) {
            break;
        }
        if (sieve_ != nullptr && ideograph_at(text_, offset_) != 0) {
            sift_han();
            continue;
        }
        const Decoded decoded = decode_at(text_, offset_);
        const PointClass kind = decoded.valid ? class_of(decoded.point) : PointClass::other;
        if (kind == PointClass::han) {
            sieve_ == nullptr ? scan_han() : sift_han();
        } else if (kind == PointClass::letter || kind == PointClass::digit) {
            scan_words();
        } else {
            offset_ += decoded.length;
        }
    }
    return std::move(tokens_);
}

std::size_t Scanner::past_ascii_separators() const
{
    std::size_t at = offset_;
    while (at < text_.size() && static_cast<unsigned char>(text_[at]) < 0x80 && !is_ascii_alphanumeric(text_[at])) {
        ++at;
    }
    return at;
}

bool Scanner::starts_word(std::size_t offset) const
{
    const PointClass kind = class_at(offset);
    return kind == PointClass::letter || kind == PointClass::digit;
}

void Scanner::scan_han()
{
    std::size_t left = offset_;
    std::size_t count = 0;
    for (std::size_t length = han_length(offset_); length > 0 && tokens_.size() < budget_; length = han_length(offset_)) {
        if (count > 0) {
            add_pair(left, length);
        }
        if (tokens_.size() < budget_) {
            add_character(length);
        }
        left = offset_;
        offset_ += length;
        ++position_;
        ++count;
    }
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::character && tokens_.back().end == offset_) {
        tokens_.back().last = true;
        tokens_.back().alone = count == 1;
    }
}

void Scanner::add_character(std::size_t length)
{
    tokens_.push_back({TokenKind::character, search_form(text_.substr(offset_, length)), offset_, offset_ + length, position_, false, false});
}

// Of the character from `left` to here and that of `length` bytes here.
void Scanner::add_pair(std::size_t left, std::size_t length)
{
    const std::string_view first = text_.substr(left, offset_ - left);
    const std::string_view second = text_.substr(offset_, length);
    const bool plain = is_plain_han(first) && is_plain_han(second);
    std::string pair = plain ? std::string(text_.substr(left, first.size() + length)) : search_form(first) + search_form(second);
    tokens_.push_back({TokenKind::pair, std::move(pair), left, offset_ + length, position_ - 1, false, false});
}

Scanner::Part Scanner::scan_part()
{
    Part part{offset_, offset_};
    while (part.end < text_.size()) {
        if (is_ascii_alphanumeric(text_[part.end])) {
            ++part.end;
            continue;
        }
        const Decoded decoded = decode_at(text_, part.end);
        const bool inside =
            decoded.valid && (in_word(class_of(decoded.point)) || (is_apostrophe(decoded.point) && starts_word(part.end + decoded.length)));
        if (!inside) {
            break;
        }
        part.end += decoded.length;
    }
    return part;
}

// A joiner counts when a letter or digit follows at once.
char Scanner::joiner_at(std::size_t offset, std::size_t& length) const
{
    if (offset >= text_.size() || text_[offset] == ' ' || text_[offset] == '\n') {
        return '\0';
    }
    const Decoded decoded = decode_at(text_, offset);
    const char found = decoded.valid ? joiner(decoded.point) : '\0';
    length = decoded.length;
    return found != '\0' && starts_word(offset + length) ? found : '\0';
}

void Scanner::scan_words()
{
    const Part first = scan_part();
    offset_ = first.end;
    std::size_t length = 0;
    char found = joiner_at(offset_, length);
    if (found == '\0') {
        add_word(first); // as nearly every word
        return;
    }
    Run run{{first}, {}};
    for (; found != '\0'; found = joiner_at(offset_, length)) {
        run.joiners += found;
        offset_ += length;
        run.parts.push_back(scan_part());
        offset_ = run.parts.back().end;
    }
    add_run(run);
}

std::string Scanner::form(const Part& part) const
{
    return without_apostrophes(search_form(text_.substr(part.begin, part.end - part.begin)));
}

void Scanner::add(TokenKind kind, std::string word, std::size_t begin, std::size_t end, std::size_t position)
{
    if (!word.empty() && word.size() <= token_max_bytes && tokens_.size() < budget_) {
        tokens_.push_back({kind, std::move(word), begin, end, position, false, false});
    }
}

void Scanner::add_run(const Run& run)
{
    const Part whole{run.parts.front().begin, run.parts.back().end};
    if (whole.end - whole.begin <= token_max_bytes && passes_word(whole.begin)) {
        add_code(run, whole);
    }
    for (const Part& part : run.parts) {
        add_word(part);
    }
}

void Scanner::add_word(const Part& part)
{
    if (passes_word(part.begin)) {
        add(TokenKind::word, form(part), part.begin, part.end, position_);
    }
    ++position_;
}

void Scanner::add_code(const Run& run, const Part& whole)
{
    std::string code = form(run.parts.front());
    std::string joined = code;
    for (std::size_t i = 1; i < run.parts.size(); ++i) {
        const std::string part = form(run.parts[i]);
        code += run.joiners[i - 1] + part;
        joined += part;
    }
    add(TokenKind::code, std::move(code), whole.begin, whole.end, position_);
    if (run.joiners.find_first_not_of('-') == std::string::npos) {
        add(TokenKind::joined, std::move(joined), whole.begin, whole.end, position_);
    }
}

std::vector<WordToken> tokens(std::string_view text, std::size_t budget)
{
    return Scanner(text, budget, nullptr).scan();
}

std::vector<WordToken> sieved_tokens(std::string_view text, const TokenSieve& wanted)
{
    return Scanner(text, tokens_default_budget, &wanted).scan();
}

bool looks_chinese(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        if (decoded.valid && class_of(decoded.point) == PointClass::han) {
            return true;
        }
        offset += decoded.length;
    }
    return false;
}

} // namespace unknot
