// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document written as it comes, element by element: its punctuation, layout and escapes. That each key has one value and each begin its end is
// the caller's part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unknot {

enum class JsonLayout { one_line, indented };

class JsonWriter {
public:
    explicit JsonWriter(JsonLayout layout);

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();

    // An array on one line even where all else is indented: people read and compare numbers so. Those inside are too.
    void begin_row();
    void end_row();

    JsonWriter& key(std::string_view name); // its value comes next

    // Invalid UTF-8 is replaced. What JSON allows and no text may hold is escaped, which means the same: it may end up on a terminal, and U+2028 is a
    // line break to JavaScript.
    void text(std::string_view text);
    void number(std::uint64_t value);
    void number(std::int64_t value);
    void number(double value); // the shortest digits that read back as the same, with a point or an exponent; null where it is not finite
    void boolean(bool value);
    void null();

    // The document and a line break.
    std::string take() &&;

private:
    void begin(char bracket);
    void end(char bracket);
    void element();
    void line();
    void quoted(std::string_view text);
    void plain(std::string_view text);

    bool indented_;
    bool first_ = true;      // no element yet in what was begun last
    bool after_key_ = false;
    std::size_t depth_ = 0;
    std::size_t rows_ = 0;   // begun ones within one another
    std::string out_;
};

} // namespace unknot
