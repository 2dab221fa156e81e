// SPDX-License-Identifier: GPL-3.0-or-later
// What a text is passed over by where hardly any word of it is wanted: a look at a byte, then at the one beside it, before a word is taken apart.
#include "tokens/scanner.hpp"
#include "unknot/search_form.hpp"

namespace unknot {

namespace {

// The last twelve bits of a character of three bytes.
std::size_t low_bits(std::string_view character)
{
    return (static_cast<std::size_t>(static_cast<unsigned char>(character[1])) & 0x3FU) << 6U | (static_cast<unsigned char>(character[2]) & 0x3FU);
}

// The same of two characters, folded together.
std::size_t both_bits(std::string_view first, std::string_view second)
{
    return (low_bits(first) * 5 ^ low_bits(second)) & 0xFFFU;
}

// Five bits of a letter or digit, without its case, behind those of the ones before it.
std::size_t with(std::size_t before, char letter)
{
    return before << 5U | (static_cast<unsigned char>(letter) & 0x1FU);
}

constexpr std::size_t letters = 1U << 5U; // as many of them are told apart

} // namespace

TokenSieve::TokenSieve()
{
    for (std::size_t byte = 0x80; byte < may_begin_.size(); ++byte) {
        may_begin_[byte] = true; // `Übersicht` is sought as `ubersicht`
    }
}

void TokenSieve::add_beginning(std::string_view beginning)
{
    may_begin_[static_cast<unsigned char>(beginning.front())] = true;
    if (beginning.front() >= 'a' && beginning.front() <= 'z') {
        may_begin_[static_cast<unsigned char>(beginning.front() - 'a' + 'A')] = true;
    }
    const std::size_t one = with(0, beginning.front());
    const bool any_second = beginning.size() < 2;
    for (std::size_t second = 0; second < (any_second ? letters : 1); ++second) {
        const std::size_t two = any_second ? one * letters + second : with(one, beginning[1]);
        twos_.set(two);
        for (std::size_t third = 0; beginning.size() < 3 && third < letters; ++third) {
            threes_.set(two * letters + third);
        }
        if (beginning.size() >= 3) {
            threes_.set(with(two, beginning[2]));
        }
    }
}

void TokenSieve::add(std::string_view word)
{
    add_beginning(word); // it may be a prefix
    if (is_plain_han(word.substr(0, 3))) {
        begins_chinese_.set(low_bits(word));
        if (word.size() == 3) {
            characters_.set(low_bits(word));
        } else if (is_plain_han(word.substr(3))) {
            pairs_.set(both_bits(word, word.substr(3)));
        }
    }
}

bool TokenSieve::passes_word(std::string_view text) const
{
    if (static_cast<unsigned char>(text[0]) >= 0x80) {
        return true;
    }
    if (text.size() < 2 || !is_ascii_alphanumeric(text[1])) {
        return may_begin(text[0]);
    }
    const std::size_t two = with(with(0, text[0]), text[1]);
    return text.size() > 2 && is_ascii_alphanumeric(text[2]) ? threes_.test(with(two, text[2])) : twos_.test(two);
}

// Of characters beyond the plain ones, which may have another search form, nothing is known.
bool TokenSieve::begins_chinese(std::string_view character) const
{
    return !is_plain_han(character) || begins_chinese_.test(low_bits(character));
}

bool TokenSieve::passes_character(std::string_view character) const
{
    return !is_plain_han(character) || characters_.test(low_bits(character));
}

bool TokenSieve::passes_pair(std::string_view first, std::string_view second) const
{
    return passes_character(first) || !is_plain_han(second) || pairs_.test(both_bits(first, second)); // one character may be a prefix
}

// From here on the first place where a wanted word may begin, or where something beyond ASCII is no part of a word that was passed over.
std::size_t Scanner::next_wanted() const
{
    std::size_t at = offset_;
    while (at < text_.size()) {
        if (!sieve_->may_begin(text_[at]) || (at != offset_ && static_cast<unsigned char>(text_[at]) < 0x80 && is_ascii_alphanumeric(text_[at - 1]))) {
            ++at; // of the second no letter begins a word
            continue;
        }
        if (at == offset_ || !goes_on(at)) {
            if (sieve_->passes_word(text_.substr(at))) {
                break;
            }
            ++at;
            continue;
        }
        const Decoded decoded = decode_at(text_, at);
        if (decoded.length > 1 && !(decoded.valid && in_word(class_of(decoded.point)))) {
            break;
        }
        at += decoded.length;
    }
    return at;
}

// Where the character begins that ends at `end`.
std::size_t Scanner::start_before(std::size_t end) const
{
    std::size_t at = end - 1;
    while (at > offset_ && is_continuation(text_[at])) {
        --at;
    }
    return at;
}

// Whether a letter behind `end` would belong to the word before it: a letter stands there, or an apostrophe that a letter stands before.
bool Scanner::goes_on(std::size_t end) const
{
    const char before = text_[end - 1];
    if (static_cast<unsigned char>(before) < 0x80 && before != '\'') {
        return is_ascii_alphanumeric(before);
    }
    const std::size_t last = start_before(end);
    const Decoded decoded = decode_at(text_, last);
    if (is_apostrophe(decoded.point)) {
        return last > offset_ && in_word(class_at(start_before(last)));
    }
    return decoded.valid && in_word(class_of(decoded.point));
}

// What scan_han() finds, of a run where hardly any character is sought.
void Scanner::sift_han()
{
    std::size_t left = offset_;
    bool left_begins = false;
    while (tokens_.size() < budget_) {
        offset_ = left_begins ? offset_ : past_unwanted_han();
        const std::size_t length = han_length(offset_);
        if (length == 0) {
            break;
        }
        const std::string_view character = text_.substr(offset_, length);
        if (left_begins && sieve_->passes_pair(text_.substr(left, offset_ - left), character)) {
            add_pair(left, length);
        }
        left_begins = sieve_->begins_chinese(character);
        if (left_begins && sieve_->passes_character(character) && tokens_.size() < budget_) {
            add_character(length);
        }
        left = offset_;
        offset_ += length;
    }
}

// And past the punctuation between Chinese sentences and their parts.
std::size_t Scanner::past_unwanted_han() const
{
    std::size_t at = offset_;
    for (; at + 2 < text_.size(); at += ideograph_size) {
        const std::string_view character = text_.substr(at, ideograph_size);
        const bool plain = is_plain_han(character) && is_continuation(character[1]) && is_continuation(character[2]);
        if (plain ? sieve_->begins_chinese(character) : !is_chinese_punctuation(text_, at)) {
            break;
        }
    }
    return at;
}

} // namespace unknot
