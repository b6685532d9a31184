# Plugins in Python (`--plugin FILE.py`): a library of its own, which the program opens when one is asked for. The
# program itself knows nothing of Python; where what it takes is not installed, only such plugins are refused.
set(WEEFSEL_PYTHON AUTO CACHE STRING "Plugins in Python: AUTO (when pybind11 is found), ON or OFF")
if(NOT WEEFSEL_PYTHON)
    return()
endif()
# The Python of the system, for which its numpy is; another one by -DPython_EXECUTABLE.
if(NOT DEFINED Python_EXECUTABLE AND EXISTS /usr/bin/python3)
    set(Python_EXECUTABLE /usr/bin/python3)
endif()
set(weefsel_python_must "")
if(NOT WEEFSEL_PYTHON STREQUAL "AUTO")
    set(weefsel_python_must REQUIRED)
endif()
find_package(Python 3.9 QUIET ${weefsel_python_must} COMPONENTS Interpreter Development)
if(Python_FOUND)
    set(PYBIND11_FINDPYTHON ON)
    find_package(pybind11 2.10 QUIET ${weefsel_python_must} CONFIG)
endif()
if(NOT Python_FOUND OR NOT pybind11_FOUND)
    message(STATUS "weefsel: no plugins in Python (pybind11-dev and python3-dev are not there)")
    return()
endif()
message(STATUS "weefsel: plugins in Python ${Python_VERSION}")

add_library(weefsel_python_plugin MODULE python/python_state.cpp python/read_plugin.cpp)
target_link_libraries(weefsel_python_plugin PRIVATE weefsel_options pybind11::embed)
target_compile_definitions(weefsel_python_plugin PRIVATE WEEFSEL_PYTHON_EXECUTABLE="${Python_EXECUTABLE}")
set_target_properties(weefsel_python_plugin PROPERTIES CXX_VISIBILITY_PRESET hidden
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
add_dependencies(weefsel weefsel_python_plugin)  # found beside the program
install(TARGETS weefsel_python_plugin LIBRARY DESTINATION lib/weefsel COMPONENT python)
