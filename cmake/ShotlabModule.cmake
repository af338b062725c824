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

# Three quarters of the time to compile a file goes into reading the headers of Qt and of the standard library, the same
# for all: they are precompiled once for each set of compiler flags. Sources still include all they use (a build with
# -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON shows that). Only what many sources use: the compiler maps a precompiled header
# into memory for every source, and all of Qt Widgets in it costs more than it saves. LibTorch and SQL are in none of them.
set(shotlab_std_headers <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
                        <string_view> <variant> <vector> <tl/expected.hpp>)
# The code under test is optimised; optimising the tests would only make building them slower. Qt Test defines the folder of
# each target, which nothing here asks for, and which would make the precompiled header of one test invalid for all others.
set(shotlab_test_options -O0 -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
set(shotlab_qt_headers <QByteArray> <QDir> <QFile> <QObject> <QString> <QStringList>)
function(shotlab_precompiled name)
    cmake_parse_arguments(ARG "TEST" "" "HEADERS;LINKS" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
    file(GENERATE OUTPUT ${source} CONTENT "")
    add_library(${name} STATIC ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE shotlab_options nlohmann_json::nlohmann_json tl::expected ${ARG_LINKS})
    if(ARG_TEST)
        target_compile_options(${name} PRIVATE ${shotlab_test_options})
    endif()
    target_precompile_headers(${name} PRIVATE ${shotlab_std_headers} ${ARG_HEADERS})
endfunction()
shotlab_precompiled(shotlab_headers_std HEADERS <nlohmann/json.hpp>)
shotlab_precompiled(shotlab_headers_core HEADERS <nlohmann/json.hpp> ${shotlab_qt_headers} LINKS Qt6::Core)
set(shotlab_ui_headers ${shotlab_qt_headers} <QAbstractButton> <QAbstractItemModel> <QAccessible> <QApplication> <QBoxLayout> <QImage>
                       <QLabel> <QLineEdit> <QMenu> <QMouseEvent> <QPainter> <QScrollArea> <QTimer>)
shotlab_precompiled(shotlab_headers_ui HEADERS ${shotlab_ui_headers} LINKS Qt6::Widgets)
# <QTest> itself depends on whether a test links Qt Gui or Widgets; what it reads first does not.
shotlab_precompiled(shotlab_headers_test TEST LINKS Qt6::Test
    HEADERS ${shotlab_qt_headers} <QCoreApplication> <QSignalSpy> <QTemporaryDir> <QtTest/qtestcase.h>)
shotlab_precompiled(shotlab_headers_test_ui TEST HEADERS ${shotlab_ui_headers} <QSignalSpy> <QTemporaryDir> <QTest>
                    LINKS Qt6::Widgets Qt6::Test)

# Sources of a folder compiled at once: each set reads the headers once, and what a header's templates bring is compiled once.
set(shotlab_sources_at_once 8)

# shotlab_module(NAME ROOT FOLDER HEADERS std|core|ui SOURCES ... LINKS ... PRIVATE_LINKS ... [TOGETHER])
# One static library per folder. Headers are included as "folder/Header.h" from the root (core or ui) that holds the folder.
# TOGETHER: no two sources name things of their own alike, so that several can be compiled as one.
function(shotlab_module name)
    cmake_parse_arguments(ARG "TOGETHER" "ROOT;HEADERS" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    if(SHOTLAB_TOGETHER AND ARG_TOGETHER)
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${shotlab_sources_at_once})
    endif()
    target_include_directories(${name} PUBLIC ${ARG_ROOT})
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE shotlab_options ${ARG_PRIVATE_LINKS})
    if(ARG_HEADERS)
        target_precompile_headers(${name} REUSE_FROM shotlab_headers_${ARG_HEADERS})
    endif()
endfunction()

# shotlab_test(CLASS LABEL links...): tst_CLASS.cpp, one executable per class. Label slow: run on demand only, ctest -C Slow.
# A folder whose tests share other precompiled headers names their target in shotlab_test_headers.
set(shotlab_test_headers shotlab_headers_test)
function(shotlab_test class label)
    # A test's only meta-object is its own: one call of moc does, where CMake's automoc would take several steps for each.
    qt6_generate_moc(tst_${class}.cpp ${CMAKE_CURRENT_BINARY_DIR}/tst_${class}.moc)
    add_executable(tst_${class} tst_${class}.cpp ${CMAKE_CURRENT_BINARY_DIR}/tst_${class}.moc)
    target_include_directories(tst_${class} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(tst_${class} PRIVATE shotlab_options Qt6::Test ${ARGN})
    target_compile_options(tst_${class} PRIVATE ${shotlab_test_options})
    target_precompile_headers(tst_${class} REUSE_FROM ${shotlab_test_headers})
    set_target_properties(tst_${class} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    set(timeout 300)
    set(when)
    if(label STREQUAL slow)
        set(timeout 3600)
        set(when CONFIGURATIONS Slow)
    endif()
    add_test(NAME ${class} COMMAND tst_${class} ${when})
    # A home of its own: no test reads what another one, an earlier run or the developer's own Shotlab left in a cache.
    set(home ${CMAKE_BINARY_DIR}/tests/homes/${class})
    set_tests_properties(${class} PROPERTIES
        LABELS ${label} TIMEOUT ${timeout} FIXTURES_REQUIRED homes
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;SHOTLAB_BIN=${CMAKE_BINARY_DIR}/bin;SHOTLAB_RESOURCES=${PROJECT_SOURCE_DIR}/resources;LC_ALL=C.UTF-8;XDG_CACHE_HOME=${home}/cache;XDG_DATA_HOME=${home}/data;XDG_CONFIG_HOME=${home}/config")
endfunction()
