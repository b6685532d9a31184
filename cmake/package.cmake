# `cpack` in the folder of the build makes one .deb with the program, its scenarios and its guides: for machines on which
# nothing is compiled. What it depends on follows from the libraries that the program is linked to.
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
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "python3-xarray, python3-h5netcdf, python3-matplotlib")
include(CPack)
