# Headers cost as much as the code of a room: each is read once.
function(weefsel_unit_a_room target folder)
    if(NOT WEEFSEL_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    foreach(source IN LISTS ARGN)
        cmake_path(GET source PARENT_PATH room)
        cmake_path(GET room FILENAME room)
        if(NOT source MATCHES "_(nl|en)\\.cpp$")  # the same names in each language
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${room})
        endif()
    endforeach()
endfunction()
