# SPDX-License-Identifier: GPL-3.0-or-later
# Makes C++ arrays out of data/confusables/confusables.txt, which has a code point and what it is confusable with on each line, sorted:
#   cmake -DTABLE=confusables.txt -DOUT=x.cpp -P embed_confusables.cmake
# The targets lie behind one another in one array; a row says where its own begin. Nothing in it needs to be moved when the program starts.
foreach(needed TABLE OUT)
    if(NOT DEFINED ${needed})
        message(FATAL_ERROR "embed_confusables: expected -D${needed}=…")
    endif()
endforeach()

file(STRINGS "${TABLE}" lines)
list(LENGTH lines count)
set(rows "")
set(targets "")
set(begin 0)
foreach(line IN LISTS lines)
    string(REPLACE " " ";" points "${line}")
    list(POP_FRONT points source)
    list(LENGTH points length)
    list(TRANSFORM points REPLACE "^(.+)$" "0x\\1, ")
    string(JOIN "" points ${points})
    string(APPEND rows "    {0x${source}, ${begin}, ${length}},\n")
    string(APPEND targets "    ${points}\n")
    math(EXPR begin "${begin} + ${length}")
endforeach()

file(WRITE "${OUT}" "// Made from confusables.txt by embed_confusables.cmake; the table has its own notice.
#include \"confusables/table.hpp\"

#include <algorithm>

namespace unknot {

constexpr std::array<Confusable, ${count}> rows = {{
${rows}}};

constexpr std::array<char32_t, ${begin}> targets = {
${targets}};

static_assert(std::is_sorted(rows.begin(), rows.end(), [](const Confusable& a, const Confusable& b) { return a.point < b.point; }),
    \"the rows are searched by halves\");

const std::span<const Confusable> confusable_rows = rows;
const std::span<const char32_t> confusable_targets = targets;

} // namespace unknot
")
