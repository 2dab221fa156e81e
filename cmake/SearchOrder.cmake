# SPDX-License-Identifier: GPL-3.0-or-later
# unknot_search_order(TARGET): the functions that a search runs, and their constants, lie next to each other in the program. They are a tenth of its
# code, and a page that is touched is mapped with its neighbours, so that fewer are mapped for nothing. The list is made by
# tests/bench/function_order.py; a name that is no longer there, or that another compiler spells otherwise, has no effect.
include(CheckLinkerFlag)

function(unknot_search_order target)
    set(list ${PROJECT_SOURCE_DIR}/cmake/search_order.txt)
    set(script ${CMAKE_CURRENT_BINARY_DIR}/search_order.ld)
    file(STRINGS ${list} lines REGEX "^[^#]")
    set(code "*(.text.startup.*)")
    foreach(line IN LISTS lines)
        string(REPLACE " " ";" parts ${line})
        list(POP_BACK parts name)
        if(name MATCHES "[.]o$")
            string(APPEND code "\n*${name}(.text)")
            string(APPEND constants "\n*${name}(.rodata)")
        else()
            string(APPEND code "\n*${parts}(.text.${name})")
            string(APPEND constants "\n*${parts}(.rodata.${name} .rodata.${name}.*)")
        endif()
    endforeach()
    # Without the alignment the constants would go into the executable segment before them.
    file(CONFIGURE OUTPUT ${script} CONTENT "SECTIONS { .text.search : { ${code} } } INSERT BEFORE .text;
SECTIONS { . = ALIGN(CONSTANT (MAXPAGESIZE)); .rodata.search : { ${constants} *(.rodata._GLOBAL__* .rodata.str1.* .rodata.cst*) } } INSERT BEFORE .rodata;\n")
    check_linker_flag(CXX -Wl,-T,${script} UNKNOT_ORDERS_FUNCTIONS) # with GNU ld; others go without
    if(UNKNOT_ORDERS_FUNCTIONS)
        target_link_options(${target} PRIVATE -Wl,-T,${script})
        set_target_properties(${target} PROPERTIES LINK_DEPENDS ${script})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    endif()
    if(UNKNOT_BENCH)
        target_link_options(${target} PRIVATE -Wl,-Map,$<TARGET_FILE:${target}>.map) # for function_order.py
    endif()
endfunction()
