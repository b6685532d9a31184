# Libraries of Debian that come without a package for CMake, or with one that looks for programs that are not there.
foreach(library IN ITEMS libzip:zip:zip.h utf8proc:utf8proc:utf8proc.h httplib:cpp-httplib:httplib.h)
    string(REPLACE ":" ";" parts ${library})
    list(GET parts 0 name)
    list(GET parts 1 file)
    list(GET parts 2 header)
    if(TARGET weefsel::${name})
        continue()
    endif()
    find_library(WEEFSEL_${name}_LIBRARY ${file} REQUIRED)
    find_path(WEEFSEL_${name}_INCLUDE ${header} REQUIRED)
    add_library(weefsel::${name} UNKNOWN IMPORTED)
    set_target_properties(weefsel::${name} PROPERTIES IMPORTED_LOCATION ${WEEFSEL_${name}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${WEEFSEL_${name}_INCLUDE})
endforeach()
# What Debian's library of it was compiled with changes the layout of its classes.
set_target_properties(weefsel::httplib PROPERTIES INTERFACE_COMPILE_DEFINITIONS
    "CPPHTTPLIB_OPENSSL_SUPPORT;CPPHTTPLIB_ZLIB_SUPPORT;CPPHTTPLIB_BROTLI_SUPPORT")
