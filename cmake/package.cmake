# `cpack` in the folder of the build makes a .deb with the program, its scenarios and its guides, for machines on which
# nothing is compiled, and where there is Python a second one: plugins in Python, and `import weefsel`. What they depend
# on follows from the libraries that they are linked to.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Weefsel authors")
set(CPACK_PACKAGE_CONTACT "The Weefsel authors <weefsel@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "Weefsel simulates the same Dutch neighbourhood under several ways to pay for its social fabric, with the
same people and the same chance events, and says what differs and how sure that is.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME weefsel)
set(CPACK_DEBIAN_PROGRAM_FILE_NAME DEB-DEFAULT)  # weefsel_VERSION_ARCHITECTURE.deb
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "weefsel-python")

if(TARGET weefsel_python_plugin)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/python_module)
    file(CREATE_LINK ../../../share/weefsel/python/weefsel ${PROJECT_BINARY_DIR}/python_module/weefsel SYMBOLIC)
    install(FILES ${PROJECT_BINARY_DIR}/python_module/weefsel DESTINATION lib/python3/dist-packages
        COMPONENT python EXCLUDE_FROM_ALL)
    list(APPEND CPACK_COMPONENTS_ALL python)
    set(CPACK_COMPONENT_PYTHON_DESCRIPTION "Plugins of Weefsel written in Python, and import weefsel.")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME weefsel-python)
    set(CPACK_DEBIAN_PYTHON_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION science)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "weefsel (= ${PROJECT_VERSION}), python3, python3-numpy")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_RECOMMENDS
        "python3-xarray, python3-h5netcdf, python3-matplotlib, python3-pandas, python3-scipy")
endif()
include(CPack)
