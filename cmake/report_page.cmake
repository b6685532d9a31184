# The page of the report as a header, so that the program needs no file beside it. Included by
# CMakeLists.txt it declares how the header is made from the committed page; run as a script it makes it.
if(NOT CMAKE_SCRIPT_MODE_FILE)
    set(report_page_source "${PROJECT_SOURCE_DIR}/analysis/report/page.html")
    set(report_page_header "${PROJECT_BINARY_DIR}/generated/report_page.hpp")
    add_custom_command(OUTPUT "${report_page_header}"
        COMMAND ${CMAKE_COMMAND} "-DINPUT=${report_page_source}" "-DOUTPUT=${report_page_header}"
            -P "${CMAKE_CURRENT_LIST_FILE}"
        DEPENDS "${report_page_source}" "${CMAKE_CURRENT_LIST_FILE}"
        COMMENT "" VERBATIM)
    return()
endif()

# As a raw literal; its delimiter must not occur in the page.
file(READ "${INPUT}" page)
string(FIND "${page}" ")~page~\"" clash)
if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${INPUT} holds the delimiter of the literal it is put into")
endif()
file(WRITE "${OUTPUT}" "// Written by cmake/report_page.cmake from analysis/report/page.html.
#pragma once
#include <string_view>
namespace weefsel::analysis {
inline constexpr char report_page_text[] = R\"~page~(${page})~page~\";
inline constexpr std::string_view report_page(report_page_text, sizeof report_page_text - 1);
}  // namespace weefsel::analysis
")
