# One library from lib/. Its objects are compiled once; tests link the objects,
# so that they reach what a shared library hides.
file(GLOB_RECURSE gainsay_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/*.cc)
file(GLOB gainsay_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/gainsay/*.h)

set(gainsay_link Boost::headers Boost::json Boost::date_time Boost::graph ICU::i18n ICU::uc
    absl::flat_hash_map absl::flat_hash_set absl::inlined_vector absl::btree
    simdjson::simdjson EXPAT::EXPAT LibXml2::LibXml2 md4c::md4c SQLite::SQLite3 Threads::Threads)

add_library(gainsay_warnings INTERFACE)
target_compile_options(gainsay_warnings INTERFACE
  -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough
  $<$<BOOL:${GAINSAY_WERROR}>:-Werror>)

# Objects of some sources of lib/, compiled as those of the library are.
function(gainsay_add_objects target)
  add_library(${target} OBJECT ${ARGN})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target}
    PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/lib)
  set_target_properties(${target} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_definitions(${target} PRIVATE GAINSAY_BUILDING)
  if(NOT BUILD_SHARED_LIBS)
    target_compile_definitions(${target} PUBLIC GAINSAY_STATIC)
  endif()
  target_link_libraries(${target} PUBLIC ${gainsay_link} PRIVATE gainsay_warnings)
  # The tables of words are checked to be sorted while they are compiled.
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    target_compile_options(${target} PRIVATE -fconstexpr-steps=100000000)
  endif()
endfunction()
gainsay_add_objects(gainsay_objects ${gainsay_sources})
# A third of the time to compile is reading these. Builds without them (as a part of another
# project) show where a file does not include what it uses.
if(GAINSAY_PCH)
  target_precompile_headers(gainsay_objects PRIVATE
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <ranges> <span>
    <string> <string_view> <unordered_map> <utility> <variant> <vector>
    <absl/algorithm/container.h> <absl/container/flat_hash_map.h> <absl/container/flat_hash_set.h>
    <absl/container/inlined_vector.h> <absl/strings/str_cat.h> <boost/json.hpp>)
endif()

add_library(gainsay $<TARGET_OBJECTS:gainsay_objects>)
add_library(gainsay::gainsay ALIAS gainsay)
set_target_properties(gainsay PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION 0.1)
target_compile_features(gainsay PUBLIC cxx_std_20)
target_include_directories(gainsay PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>)
if(NOT BUILD_SHARED_LIBS)
  target_compile_definitions(gainsay PUBLIC GAINSAY_STATIC)
endif()
target_link_libraries(gainsay PRIVATE ${gainsay_link})
