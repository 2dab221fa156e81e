# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed does not depend on the umask of whoever installs it. CMake sets the mode of files, but that of folders only where the folder itself
# is installed: so each folder of ours is, from the outside to the inside.
#   unknot_folder(share/unknot/packs knowledge)     the folder's destination, the component
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

function(unknot_folder path component)
    if(IS_ABSOLUTE ${path})
        return() # somebody else's tree
    endif()
    string(REPLACE "/" ";" parts ${path})
    list(POP_FRONT parts folder) # `share` is the system's
    foreach(part IN LISTS parts)
        string(APPEND folder /${part})
        install(DIRECTORY DESTINATION ${folder} COMPONENT ${component})
    endforeach()
endfunction()
