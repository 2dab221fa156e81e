# SPDX-License-Identifier: GPL-3.0-or-later
# Makes one C++ file out of word lists: each list one packed string, its words in order, each ended by a space.
#   cmake -DFOLDER=data -DLISTS="bip39/english slip39/english" -DNAMES="english slip39" -DOUT=x.cpp -P embed_words.cmake
# NAMES are those of the enumeration WordList in redactor/word_list.hpp.

foreach(needed FOLDER LISTS NAMES OUT)
    if(NOT DEFINED ${needed})
        message(FATAL_ERROR "embed_words: expected -D${needed}=…")
    endif()
endforeach()

separate_arguments(paths UNIX_COMMAND "${LISTS}")
separate_arguments(names UNIX_COMMAND "${NAMES}")
set(constants "")
set(cases "")
foreach(path name IN ZIP_LISTS paths names)
    file(STRINGS "${FOLDER}/${path}.txt" words ENCODING UTF-8)
    list(JOIN words " " packed)
    string(APPEND constants "constexpr char ${name}_words[] = \"${packed} \";\n")
    string(APPEND cases "    case WordList::${name}: return {${name}_words, sizeof(${name}_words) - 1};\n")
endforeach()

file(WRITE "${OUT}" "// Made from the word lists in data/ by embed_words.cmake; each has its notice there.
#include \"redactor/word_list.hpp\"

namespace unknot {

namespace {

${constants}
} // namespace

std::string_view packed_words(WordList list)
{
    switch (list) {
${cases}    }
    return {};
}

} // namespace unknot
")
