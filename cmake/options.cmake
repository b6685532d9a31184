# One interface target carries what all targets share.
add_library(weefsel_options INTERFACE)
add_library(weefsel::options ALIAS weefsel_options)
target_compile_features(weefsel_options INTERFACE cxx_std_20)
target_include_directories(weefsel_options INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/weefsel>)
# Same bits on every machine: no contraction of a*b+c, no relaxed arithmetic. Errno and traps of
# floating point are not used; saying so lets loops vectorise and changes no result. `omp simd` marks
# loops over columns that do not overlap (the pragma alone, no library).
target_compile_options(weefsel_options INTERFACE
    $<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wno-sign-conversion>
    -ffp-contract=off $<BUILD_INTERFACE:-fno-math-errno;-fno-trapping-math;-fopenmp-simd>)
# Where a room is one unit, a variable may have the name of a function of another file.
target_compile_options(weefsel_options INTERFACE
    $<BUILD_INTERFACE:$<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>>)
# GCC 12 sees an overlap in `"text" + std::string` where there is none (its bug 105651), and strings that are not
# initialised where an exception would end the making of a temporary.
set(weefsel_old_gcc "$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>")
target_compile_options(weefsel_options INTERFACE
    $<BUILD_INTERFACE:$<${weefsel_old_gcc}:-Wno-restrict;-Wno-maybe-uninitialized>>)

# Vectors of the compiler cross no border between libraries; GCC remarks on their layout before AVX.
target_compile_options(weefsel_options INTERFACE
    $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-psabi>>)

# Wider vectors where this machine has them; they change the speed, not the results (a test
# compares digests with a build without them).
set(WEEFSEL_ARCH "auto" CACHE STRING "Instruction set: auto, baseline, or a value of -march")
set(weefsel_arch "${WEEFSEL_ARCH}")
if(weefsel_arch STREQUAL "auto")
    set(weefsel_arch "baseline")
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64" AND EXISTS /proc/cpuinfo)
        file(STRINGS /proc/cpuinfo cpu_flags REGEX "^flags" LIMIT_COUNT 1)
        if(cpu_flags MATCHES " avx2 " AND cpu_flags MATCHES " bmi2 " AND cpu_flags MATCHES " fma ")
            set(weefsel_arch "x86-64-v3")
        endif()
    endif()
endif()
if(NOT weefsel_arch STREQUAL "baseline")
    target_compile_options(weefsel_options INTERFACE $<BUILD_INTERFACE:-march=${weefsel_arch}>)
endif()
message(STATUS "weefsel: instruction set ${weefsel_arch}")
