# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a C++ file out of texts, one FUNCTION of embedded_texts.hpp:
#   cmake -DOUT=x.cpp -DFUNCTION=help_texts -P embed_texts.cmake NAME=FILE…
# A licence line in an HTML comment at the start of a file stays outside.
foreach(needed OUT FUNCTION)
    if(NOT DEFINED ${needed})
        message(FATAL_ERROR "embed_texts: expected -D${needed}=…")
    endif()
endforeach()

set(rows "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
    if(CMAKE_ARGV${i} MATCHES "^([a-z-]+)=(/.+)$")
        set(name ${CMAKE_MATCH_1})
        file(READ "${CMAKE_MATCH_2}" text)
        string(REGEX REPLACE "^<!--[^\n]*-->\n" "" text "${text}")
        string(APPEND rows "    {\"${name}\", R\"embedded(${text})embedded\"},\n")
    endif()
endforeach()
file(WRITE "${OUT}" "// Made by embed_texts.cmake.
#include \"embedded_texts.hpp\"

namespace unknot {

namespace {

constexpr EmbeddedText texts[] = {
${rows}};

} // namespace

std::span<const EmbeddedText> ${FUNCTION}()
{
    return texts;
}

} // namespace unknot
")
