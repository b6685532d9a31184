# weefsel_add_plugin(NAME SOURCES...): a plugin for `weefsel --plugin NAME.so`. It takes the headers of this package, works numbers
# out as the program does (the same bits), and links nothing.
function(weefsel_add_plugin name)
    add_library(${name} MODULE ${ARGN})
    target_link_libraries(${name} PRIVATE weefsel::weefsel_options)
    set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX .so)
endfunction()
