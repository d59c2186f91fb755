# vanthu_embed(TARGET FILE...): compiles data files into TARGET. `extract/data/units.tsv` becomes
# `std::string_view vanthu::data::units_tsv()`, declared in "embedded/units_tsv.h".
function(vanthu_embed target)
  foreach(file ${ARGN})
    get_filename_component(base ${file} NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" name ${base})
    set(out ${PROJECT_BINARY_DIR}/embedded/${name})
    add_custom_command(
      OUTPUT ${out}.cc ${out}.h
      COMMAND ${CMAKE_COMMAND} -DIN=${PROJECT_SOURCE_DIR}/${file} -DOUT=${out} -DNAME=${name}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
      DEPENDS ${PROJECT_SOURCE_DIR}/${file} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake)
    target_sources(${target} PRIVATE ${out}.cc ${out}.h)
    target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR})
  endforeach()
endfunction()
