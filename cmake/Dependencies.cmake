# SPDX-License-Identifier: GPL-3.0-or-later
# Every foreign library by one name; each is linked where its fence stands.
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(xapian REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Gettext REQUIRED)
find_package(Intl REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
# md4c has a CMake package too, but Debian's also wants the HTML renderer to be installed.
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(OPENCC REQUIRED opencc)
find_library(OPENCC_FILE opencc HINTS ${OPENCC_LIBRARY_DIRS} REQUIRED)
execute_process(COMMAND ${CMAKE_READELF} -d ${OPENCC_FILE} OUTPUT_VARIABLE OPENCC_DYNAMIC COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCH "libopencc\\.so[.0-9]*" OPENCC_SONAME "${OPENCC_DYNAMIC}")
find_library(UNISTRING_LIBRARY unistring REQUIRED)

if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
