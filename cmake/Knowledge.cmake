# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped pack, as the install component `knowledge`: the program's own package does not change when a text does.
#
# A pack that carries its index is found at once by everybody, also by who has no cache. The index is made by the program that was just built, in a
# copy, so that the sources stay as they are; equal packs give equal bytes. Where the program cannot run here there is none, and each person's first
# search makes it. Texts for writers (CONTRIBUTING.md) and the licence, which pack.yaml names, stay in the sources.
set(can_run ON)
if(UNKNOT_SANITIZE OR (CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR))
    set(can_run OFF)
endif()
option(UNKNOT_PREBUILT_INDEX "install the pack with its search index" ${can_run})

set(pack_name wallet)
set(pack_parts articles providers tests trees)
set(pack_folder ${PROJECT_SOURCE_DIR}/knowledge)
set(installed_packs ${CMAKE_INSTALL_DATADIR}/unknot/packs)
unknot_folder(${installed_packs}/${pack_name} knowledge)
install(FILES ${pack_folder}/pack.yaml ${pack_folder}/synonyms.yaml DESTINATION ${installed_packs}/${pack_name} COMPONENT knowledge)
foreach(part IN LISTS pack_parts)
    install(DIRECTORY ${pack_folder}/${part} DESTINATION ${installed_packs}/${pack_name} COMPONENT knowledge)
endforeach()

if(UNKNOT_PREBUILT_INDEX)
    set(staged ${PROJECT_BINARY_DIR}/knowledge/${pack_name})
    file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS ${pack_folder}/*.yaml ${pack_folder}/*.md)
    add_custom_command(OUTPUT ${staged}/search.idx
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${staged}
        COMMAND ${CMAKE_COMMAND} -E copy_directory ${pack_folder} ${staged}
        COMMAND unknot_program --quiet --pack ${staged} index prebuild
        DEPENDS ${pack_files} unknot_program COMMENT "Indexing the shipped pack" VERBATIM)
    add_custom_target(unknot_index ALL DEPENDS ${staged}/search.idx)
    install(FILES ${staged}/search.idx DESTINATION ${installed_packs}/${pack_name} COMPONENT knowledge)
endif()
