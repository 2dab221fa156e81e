# SPDX-License-Identifier: GPL-3.0-or-later
# Lists name every file; this stops the configuration when a folder holds one that its list has forgotten.
#   unknot_all_listed(src "*.cpp" ${sources})

function(unknot_all_listed folder pattern)
    file(GLOB_RECURSE there RELATIVE ${PROJECT_SOURCE_DIR}/${folder} ${PROJECT_SOURCE_DIR}/${folder}/${pattern})
    list(REMOVE_ITEM there ${ARGN})
    if(there)
        list(JOIN there " " forgotten)
        message(FATAL_ERROR "${folder}/CMakeLists.txt does not list: ${forgotten}")
    endif()
endfunction()
