// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text finds runs: of letters, digits and marks, joined into a code by single punctuation marks between them, and of
// Chinese characters. Offsets are those of the original text, because snippets mark what stands there; so classes are looked up for the
// original code points, and each run is brought into search form by itself. Full-width punctuation joins like its narrow twin.
//
// A run longer than token_max_bytes is no word anybody types (it is base64, or a rule of dashes); its parts may be.
#include "unknot/tokens.hpp"

#include "unknot/display.hpp"
#include "unknot/search_form.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unknot {

namespace {

constexpr bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr std::array<bool, 256> make_alphanumeric()
{
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x80; ++byte) {
        const char c = static_cast<char>(byte);
        table[byte] = is_ascii_letter(c) || (c >= '0' && c <= '9');
    }
    return table;
}

constexpr std::array<bool, 256> alphanumeric = make_alphanumeric(); // asked of every byte of a page

bool is_ascii_alphanumeric(char byte)
{
    return alphanumeric[static_cast<unsigned char>(byte)];
}

PointClass class_of(char32_t point)
{
    if (point >= 0x4E00 && point <= 0x9FFF) {
        return PointClass::han; // most of Chinese, without a look into the tables
    }
    if ((point >= 0x3001 && point <= 0x3004) || (point >= 0xFF01 && point <= 0xFF0F) || (point >= 0x2010 && point <= 0x203A)) {
        return PointClass::other; // its punctuation
    }
    if (point < 0x80) {
        const char byte = static_cast<char>(point);
        if (is_ascii_letter(byte)) {
            return PointClass::letter;
        }
        return byte >= '0' && byte <= '9' ? PointClass::digit : PointClass::other;
    }
    return point_class(point);
}

bool in_word(PointClass kind)
{
    return kind == PointClass::letter || kind == PointClass::digit || kind == PointClass::mark;
}

// What may join two words into a code, as its ASCII twin; 0 for everything else.
char joiner(char32_t point)
{
    constexpr std::array<std::pair<char32_t, char>, 15> twins = {{{U'.', '.'}, {U'．', '.'}, {U':', ':'}, {U'：', ':'}, {U'-', '-'}, {U'\u2010', '-'},
        {U'\u2011', '-'}, {U'－', '-'}, {U'_', '_'}, {U'＿', '_'}, {U'@', '@'}, {U'＠', '@'}, {U'/', '/'}, {U'&', '&'}, {U'+', '+'}}};
    for (const auto& [from, to] : twins) {
        if (from == point) {
            return to;
        }
    }
    return 0;
}

bool is_apostrophe(char32_t point)
{
    return point == U'\'' || point == U'’';
}

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

struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Words and the joiners between them: one fewer than parts.
struct Run {
    std::vector<Part> parts;
    std::string joiners;
};

constexpr std::size_t bytes_of_a_token = 4; // more or less: what room to make

class Scanner {
public:
    Scanner(std::string_view text, std::size_t budget, const TokenSieve* sieve) : text_(text), budget_(budget), sieve_(sieve) {}

    std::vector<WordToken> scan()
    {
        tokens_.reserve(sieve_ == nullptr ? std::min(budget_, text_.size() / bytes_of_a_token) : 0);
        while (offset_ < text_.size() && tokens_.size() < budget_) {
            if (static_cast<unsigned char>(text_[offset_]) < 0x80 && !is_ascii_alphanumeric(text_[offset_])) {
                ++offset_;
                continue;
            }
            if (sieve_ != nullptr && pass_over_word()) {
                continue;
            }
            const Decoded decoded = decode_at(text_, offset_);
            const PointClass kind = decoded.valid ? class_of(decoded.point) : PointClass::other;
            if (kind == PointClass::han) {
                scan_han();
            } else if (kind == PointClass::letter || kind == PointClass::digit) {
                scan_words();
            } else {
                offset_ += decoded.length;
            }
        }
        return std::move(tokens_);
    }

private:
    // A word of ASCII and Latin-1 letters that the sieve turns away. Whatever is joined to it is looked at by itself.
    bool pass_over_word()
    {
        if (!is_ascii_alphanumeric(text_[offset_]) || sieve_->passes_word(text_.substr(offset_))) {
            return false;
        }
        std::size_t end = offset_ + 1;
        for (std::size_t length = 1; length > 0; end += length) {
            length = end < text_.size() && is_ascii_alphanumeric(text_[end]) ? 1 : latin_1_length(end);
        }
        const bool ends_here = end == text_.size() || (static_cast<unsigned char>(text_[end]) < 0x80 && text_[end] != '\'');
        offset_ = ends_here ? end : offset_;
        return ends_here;
    }

    // Bytes of the letter from U+00C0 to U+00FF at `offset`, 0 when there is none.
    std::size_t latin_1_length(std::size_t offset) const
    {
        if (offset + 1 >= text_.size() || text_[offset] != '\xC3') {
            return 0;
        }
        const char second = text_[offset + 1];
        return (static_cast<unsigned char>(second) & 0xC0U) == 0x80U && second != '\x97' && second != '\xB7' ? 2 : 0;
    }

    PointClass class_at(std::size_t offset) const
    {
        const Decoded decoded = decode_at(text_, offset);
        return decoded.valid ? class_of(decoded.point) : PointClass::other;
    }

    // Bytes of the Chinese character at `offset`, 0 when there is none. Nearly all are in one block of three bytes each.
    std::size_t han_length(std::size_t offset) const
    {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[offset + i]); };
        const bool three = offset + 2 < text_.size() && byte(0) >= 0xE4 && byte(0) <= 0xE9 && (byte(0) > 0xE4 || byte(1) >= 0xB8);
        if (three && (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U) {
            return 3;
        }
        if (offset >= text_.size() || byte(0) < 0x80) {
            return 0;
        }
        const Decoded decoded = decode_at(text_, offset);
        return decoded.valid && class_of(decoded.point) == PointClass::han ? decoded.length : 0;
    }

    bool starts_word(std::size_t offset) const
    {
        const PointClass kind = class_at(offset);
        return kind == PointClass::letter || kind == PointClass::digit;
    }

    void scan_han()
    {
        std::size_t left = offset_;
        std::size_t count = 0;
        bool left_passes = false;
        for (std::size_t length = han_length(offset_); length > 0 && tokens_.size() < budget_; length = han_length(offset_)) {
            const std::size_t end = offset_ + length;
            const bool passes = sieve_ == nullptr || sieve_->passes_chinese(text_.substr(offset_, length));
            if (left_passes) {
                const std::string pair = search_form(text_.substr(left, offset_ - left)) + search_form(text_.substr(offset_, end - offset_));
                tokens_.push_back({TokenKind::pair, pair, left, end, position_ - 1, false, false});
            }
            if (tokens_.size() < budget_ && passes) {
                tokens_.push_back({TokenKind::character, search_form(text_.substr(offset_, end - offset_)), offset_, end, position_, false, false});
            }
            left = offset_;
            left_passes = passes;
            offset_ = end;
            ++position_;
            ++count;
        }
        if (!tokens_.empty() && tokens_.back().kind == TokenKind::character && tokens_.back().end == offset_) {
            tokens_.back().last = true;
            tokens_.back().alone = count == 1;
        }
    }

    bool passes_word(std::size_t begin) const { return sieve_ == nullptr || sieve_->passes_word(text_.substr(begin)); }

    Part scan_part()
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
    char joiner_at(std::size_t offset, std::size_t& length) const
    {
        if (offset >= text_.size() || text_[offset] == ' ' || text_[offset] == '\n') {
            return '\0';
        }
        const Decoded decoded = decode_at(text_, offset);
        const char found = decoded.valid ? joiner(decoded.point) : '\0';
        length = decoded.length;
        return found != '\0' && starts_word(offset + length) ? found : '\0';
    }

    void scan_words()
    {
        Run run;
        std::size_t length = 0;
        while (true) {
            run.parts.push_back(scan_part());
            offset_ = run.parts.back().end;
            const char found = joiner_at(offset_, length);
            if (found == '\0') {
                break;
            }
            run.joiners += found;
            offset_ += length;
        }
        add_run(run);
    }

    std::string form(const Part& part) const { return without_apostrophes(search_form(text_.substr(part.begin, part.end - part.begin))); }

    void add(TokenKind kind, std::string word, std::size_t begin, std::size_t end, std::size_t position)
    {
        if (!word.empty() && word.size() <= token_max_bytes && tokens_.size() < budget_) {
            tokens_.push_back({kind, std::move(word), begin, end, position, false, false});
        }
    }

    void add_run(const Run& run)
    {
        const Part whole{run.parts.front().begin, run.parts.back().end};
        if (run.parts.size() > 1 && whole.end - whole.begin <= token_max_bytes && passes_word(whole.begin)) {
            add_code(run, whole);
        }
        for (const Part& part : run.parts) {
            if (passes_word(part.begin)) {
                add(TokenKind::word, form(part), part.begin, part.end, position_);
            }
            ++position_;
        }
    }

    void add_code(const Run& run, const Part& whole)
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

    std::string_view text_;
    std::size_t budget_;
    const TokenSieve* sieve_;
    std::size_t offset_ = 0;
    std::size_t position_ = 0;
    std::vector<WordToken> tokens_;
};

// The last twelve bits of a character of three bytes.
std::size_t low_bits(std::string_view character)
{
    return (static_cast<std::size_t>(static_cast<unsigned char>(character[1])) & 0x3FU) << 6U | (static_cast<unsigned char>(character[2]) & 0x3FU);
}

// Five bits of each of two letters or digits, without their case.
std::size_t beginning(char first, char second)
{
    return (static_cast<std::size_t>(static_cast<unsigned char>(first)) & 0x1FU) << 5U | (static_cast<unsigned char>(second) & 0x1FU);
}

} // namespace

std::vector<WordToken> tokens(std::string_view text, std::size_t budget)
{
    return Scanner(text, budget, nullptr).scan();
}

void TokenSieve::add(std::string_view word)
{
    first_bytes_.set(static_cast<unsigned char>(word.front()));
    for (std::size_t second = 0; word.size() == 1 && second < 0x20; ++second) {
        beginnings_.set(beginning(word.front(), static_cast<char>(second))); // it may be a prefix
    }
    if (word.size() > 1) {
        beginnings_.set(beginning(word[0], word[1]));
    }
    if (is_plain_han(word.substr(0, 3))) {
        characters_.set(low_bits(word));
    }
}

bool TokenSieve::passes_word(std::string_view text) const
{
    if (static_cast<unsigned char>(text[0]) >= 0x80) {
        return true; // `Übersicht` is sought as `ubersicht`
    }
    if (text.size() > 1 && is_ascii_alphanumeric(text[1])) {
        return beginnings_.test(beginning(text[0], text[1]));
    }
    const char lower = text[0] >= 'A' && text[0] <= 'Z' ? static_cast<char>(text[0] - 'A' + 'a') : text[0];
    return first_bytes_.test(static_cast<unsigned char>(lower));
}

bool TokenSieve::passes_chinese(std::string_view first) const
{
    return !is_plain_han(first) || characters_.test(low_bits(first)); // others may have another search form
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
