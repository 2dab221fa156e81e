# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a C++ file out of a sorted word list:
#   cmake -DWORDS=english.txt -DOUT=x.cpp -DNAME=bip39_english -DHEADER=redactor/word_list.hpp -P embed_words.cmake
#
# In CMakeLists.txt:
#   set(word_list ${CMAKE_CURRENT_BINARY_DIR}/bip39_english.cpp)
#   add_custom_command(OUTPUT ${word_list}
#       COMMAND ${CMAKE_COMMAND} -DWORDS=${PROJECT_SOURCE_DIR}/data/bip39/english.txt -DOUT=${word_list} -DNAME=bip39_english
#               -DHEADER=redactor/word_list.hpp -P ${PROJECT_SOURCE_DIR}/cmake/embed_words.cmake
#       DEPENDS ${PROJECT_SOURCE_DIR}/data/bip39/english.txt ${PROJECT_SOURCE_DIR}/cmake/embed_words.cmake VERBATIM)
#   target_sources(unknot PRIVATE ${word_list})

foreach(needed WORDS OUT NAME HEADER)
    if(NOT DEFINED ${needed})
        message(FATAL_ERROR "embed_words: expected -D${needed}=…")
    endif()
endforeach()

file(STRINGS "${WORDS}" words ENCODING UTF-8)
list(LENGTH words count)
list(TRANSFORM words REPLACE "^(.+)$" "    \"\\1\",")
list(JOIN words "\n" rows)

file(WRITE "${OUT}" "// Made from ${NAME} by embed_words.cmake; the word list has its own notice.
#include \"${HEADER}\"

#include <algorithm>
#include <functional>

namespace unknot {

constexpr std::array<ListedWord, ${count}> ${NAME} = {
${rows}
};

static_assert(std::is_sorted(${NAME}.begin(), ${NAME}.end(), std::less<std::string_view>()), \"the words are searched by halves\");

} // namespace unknot
")
