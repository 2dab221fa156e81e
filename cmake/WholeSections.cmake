# SPDX-License-Identifier: GPL-3.0-or-later
# unknot_whole_sections(TARGET): a release is written once more, by whole sections. The linker writes a function at a time, and as a file was written the
# system keeps it in memory; in larger pieces fewer are to be mapped. Packages do the same when they strip it.
function(unknot_whole_sections target)
    if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_OBJCOPY)
        set(file $<TARGET_FILE:${target}>)
        add_custom_command(TARGET ${target} POST_BUILD COMMAND ${CMAKE_OBJCOPY} ${file} ${file}.new COMMAND ${CMAKE_COMMAND} -E rename ${file}.new ${file} VERBATIM)
    endif()
endfunction()
