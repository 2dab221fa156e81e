# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings, hardening and sanitizers for every target of ours. Flags of the builder come first and stay: nothing here optimises, strips, or picks a
# processor, and `-DCMAKE_BUILD_TYPE=None` adds nothing but warnings and hardening. The presets ask for -O2 where CMake would take -O3: a command runs
# most of its functions once, so that it matters more how many pages they lie in; with -O3 the code is a fifth larger and a search two hundredths slower.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(UNKNOT_STRICT)
    add_compile_options(-Werror)
endif()
if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    add_compile_definitions(_FILE_OFFSET_BITS=64) # else a file of 2 GB, or one whose inode has a large number, cannot even be looked at
endif()
if(UNKNOT_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
else()
    add_compile_options(-fstack-protector-strong -fstack-clash-protection)
    if(NOT CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE")
        add_compile_options($<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
    endif()
    # Each function and each table by itself: what nobody calls is left out, and what a search runs is put together (SearchOrder.cmake).
    add_compile_options(-ffunction-sections -fdata-sections)
    add_link_options(-Wl,--gc-sections)
    # No `-z now`: looking up every function at the start costs a tenth of a search. Distributions that want it add it to their flags.
    add_link_options(-Wl,-z,relro -Wl,-O1 -Wl,--as-needed)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -Wl,-z,pack-relative-relocs UNKNOT_PACKS_RELOCATIONS) # six thousand of them in two pages instead of forty
    if(UNKNOT_PACKS_RELOCATIONS)
        add_link_options(-Wl,-z,pack-relative-relocs)
    endif()
endif()
# A builder who has decided, by CMAKE_CXX_COMPILER_LAUNCHER (also as none at all) or by the build type None, is not second-guessed. Objects from
# other folders are taken as well, with those folders' names in what a debugger is told; the rest is what ccache asks for to know precompiled headers.
find_program(CCACHE ccache)
if(CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER AND NOT CMAKE_BUILD_TYPE STREQUAL "None")
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
# unknot_precompile(TARGET HEADER…): the headers that most files include are read once for the target, and not for each file. Builds without this
# option are what shows that every file includes what it needs.
option(UNKNOT_PRECOMPILE "precompile the headers that most files include" OFF)
if(UNKNOT_PRECOMPILE)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
function(unknot_precompile target)
    if(UNKNOT_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
            <utility> <variant> <vector> <fmt/format.h> ${ARGN})
    endif()
endfunction()
