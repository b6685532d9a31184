# What made a result, as a header. Included by CMakeLists.txt it declares a target that runs this
# file again at every build (a commit made after configuring must show), which rewrites the header
# only when something changed.
if(NOT CMAKE_SCRIPT_MODE_FILE)
    string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
    set(arch_flag "")
    if(NOT weefsel_arch STREQUAL "baseline")
        set(arch_flag "-march=${weefsel_arch}")
    endif()
    string(CONCAT built_flags "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} "
        "-ffp-contract=off -fno-math-errno -fno-trapping-math ${arch_flag}")
    string(STRIP "${built_flags}" built_flags)
    find_package(Git QUIET)
    add_custom_target(weefsel_provenance
        COMMAND ${CMAKE_COMMAND}
            "-DSOURCE_DIR=${PROJECT_SOURCE_DIR}" "-DGIT=${GIT_EXECUTABLE}"
            "-DOUTPUT=${PROJECT_BINARY_DIR}/generated/provenance_values.hpp"
            "-DVERSION=${PROJECT_VERSION}" "-DFLAGS=${built_flags}"
            "-DCOMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
            -P "${CMAKE_CURRENT_LIST_FILE}"
        BYPRODUCTS "${PROJECT_BINARY_DIR}/generated/provenance_values.hpp"
        COMMENT "" VERBATIM)
    return()
endif()

set(commit "unknown")
set(tree_clean "false")
if(GIT)
    # A source archive unpacked inside another checkout is not of that checkout.
    execute_process(COMMAND "${GIT}" -c safe.directory=* rev-parse --show-toplevel
        WORKING_DIRECTORY "${SOURCE_DIR}" OUTPUT_VARIABLE top RESULT_VARIABLE failed
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT failed)
        file(REAL_PATH "${top}" top)
        file(REAL_PATH "${SOURCE_DIR}" here)
    endif()
    if(NOT failed AND top STREQUAL here)
        execute_process(COMMAND "${GIT}" -c safe.directory=* rev-parse HEAD
            WORKING_DIRECTORY "${SOURCE_DIR}" OUTPUT_VARIABLE head RESULT_VARIABLE no_head
            OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        execute_process(COMMAND "${GIT}" -c safe.directory=* status --porcelain --untracked-files=no
            WORKING_DIRECTORY "${SOURCE_DIR}" OUTPUT_VARIABLE changes RESULT_VARIABLE no_status
            ERROR_QUIET)
        if(NOT no_head)
            set(commit "${head}")
            if(NOT no_status AND changes STREQUAL "")
                set(tree_clean "true")
            endif()
        endif()
    endif()
endif()

set(text "// Written by cmake/provenance.cmake at build time.
#pragma once
namespace weefsel::sim {
inline constexpr const char* built_version = R\"_(${VERSION})_\";
inline constexpr const char* built_commit = \"${commit}\";
inline constexpr bool built_tree_clean = ${tree_clean};
inline constexpr const char* built_compiler = R\"_(${COMPILER})_\";
inline constexpr const char* built_flags = R\"_(${FLAGS})_\";
}  // namespace weefsel::sim
")
set(before "")
if(EXISTS "${OUTPUT}")
    file(READ "${OUTPUT}" before)
endif()
if(NOT before STREQUAL text)
    file(WRITE "${OUTPUT}" "${text}")
endif()
