# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiler settings shared by every target of ours.
add_library(shotlab_options INTERFACE)
target_compile_options(shotlab_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
    $<$<BOOL:${SHOTLAB_WERROR}>:-Werror>)
target_compile_definitions(shotlab_options INTERFACE
    QT_NO_KEYWORDS                 # LibTorch has members called slots
    QT_NO_CAST_TO_ASCII QT_USE_QSTRINGBUILDER
    SHOTLAB_VERSION="${PROJECT_VERSION}")

# shotlab_module(NAME FOLDER SOURCES ... LINKS ... PRIVATE_LINKS ...)
# One static library per folder. Headers are included as "folder/Header.h" from the root (core or ui) that holds the folder.
function(shotlab_module name)
    cmake_parse_arguments(ARG "" "ROOT" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${ARG_ROOT})
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE shotlab_options ${ARG_PRIVATE_LINKS})
endfunction()

# shotlab_test(CLASS FOLDER LABEL links...): tests/FOLDER/tst_CLASS.cpp, one executable per class.
function(shotlab_test class label)
    add_executable(tst_${class} tst_${class}.cpp)
    target_link_libraries(tst_${class} PRIVATE shotlab_options Qt6::Test ${ARGN})
    # The code under test is optimised; optimising the tests would only make building them slower.
    target_compile_options(tst_${class} PRIVATE -O0)
    set_target_properties(tst_${class} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${class} COMMAND tst_${class})
    set_tests_properties(${class} PROPERTIES
        LABELS ${label} TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;SHOTLAB_BIN=${CMAKE_BINARY_DIR}/bin;SHOTLAB_RESOURCES=${PROJECT_SOURCE_DIR}/resources;LC_ALL=C.UTF-8")
endfunction()
