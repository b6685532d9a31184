# `cmake --install` lays down the program, the scenarios, and a package for other projects:
#     find_package(weefsel REQUIRED)
#     target_link_libraries(mine PRIVATE weefsel::weefsel_models weefsel::weefsel_analysis)
include(CMakePackageConfigHelpers)

set(weefsel_libraries weefsel_sim weefsel_store weefsel_models weefsel_analysis)
foreach(library IN LISTS weefsel_libraries)
    add_library(weefsel::${library} ALIAS ${library})  # the same names inside this build
endforeach()

set(weefsel_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/weefsel)
install(TARGETS weefsel_options ${weefsel_libraries} EXPORT weefselTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT weefselTargets NAMESPACE weefsel:: DESTINATION ${weefsel_package_dir})
foreach(folder sim models analysis)
    install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/weefsel FILES_MATCHING PATTERN "*.hpp")
endforeach()

configure_package_config_file(cmake/weefselConfig.cmake.in ${PROJECT_BINARY_DIR}/weefselConfig.cmake
    INSTALL_DESTINATION ${weefsel_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/weefselConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/weefselConfig.cmake ${PROJECT_BINARY_DIR}/weefselConfigVersion.cmake
    cmake/plain_libraries.cmake cmake/weefsel_plugin.cmake DESTINATION ${weefsel_package_dir})

# What people need who only use the program, apart from what its developers build on.
if(TARGET weefsel)
    install(TARGETS weefsel RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
endif()
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/weefsel COMPONENT program)
install(DIRECTORY analysis/python/weefsel DESTINATION ${CMAKE_INSTALL_DATADIR}/weefsel/python COMPONENT program
    PATTERN __pycache__ EXCLUDE)
install(FILES LICENSE README.md CHANGELOG.md CITATION.cff codemeta.json DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT program)
install(DIRECTORY docs/guides DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program FILES_MATCHING PATTERN "*.md")
