# Headers take most of the time of a build. Where this is on, floors that say SIDE_BY_SIDE hand several files at a time to
# the compiler, which more than halves the time; off, every file must stand on its own.
option(SHUDAO_SIDE_BY_SIDE "Compile several files of a floor at a time" OFF)

# shudao_floor(NAME sources... BELOW floors... USES libraries... [BRISK] [SIDE_BY_SIDE])
# A floor is one static library; it may include only itself and the floors it names as BELOW. A BRISK floor takes longer to
# compile than it ever runs: it is built with -O1, which saves a quarter of the time.
function(shudao_floor name)
  cmake_parse_arguments(FLOOR "BRISK;SIDE_BY_SIDE" "" "SOURCES;BELOW;USES" ${ARGN})
  add_library(${name} STATIC ${FLOOR_SOURCES})
  target_link_libraries(${name} PUBLIC shudao_flags ${FLOOR_BELOW} PRIVATE ${FLOOR_USES})
  if(FLOOR_BRISK)
    shudao_brisk(${name})
  endif()
  if(FLOOR_SIDE_BY_SIDE AND SHUDAO_SIDE_BY_SIDE)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    # What g++ 12 warns of falsely when it sees several files; a build of each file alone still looks for it.
    target_compile_options(${name} PRIVATE "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-subobject-linkage>")
  endif()
endfunction()

function(shudao_brisk target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # At -O1 g++ 12 warns falsely of the bounds of its own strings.
    target_compile_options(${target} PRIVATE "$<$<CONFIG:Release>:-Wno-array-bounds;-Wno-stringop-overflow>")
  endif()
endfunction()

# shudao_test(NAME sources... FLOORS floors... [USES libraries...])
# A test program on Catch2, run whole by CTest; cases tagged [slow] run only under the label "slow", [bench] never.
function(shudao_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;FLOORS;USES" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_FLOORS} catch2_main ${TEST_USES})
  # Tests take more time to compile than to run; the floors that they test are optimised.
  shudao_brisk(${name})
  target_precompile_headers(${name} REUSE_FROM test_headers)
  # A filter that only excludes would let hidden cases in.
  add_test(NAME ${name} COMMAND ${name} "~[slow]~[bench]~[.]" WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME ${name}_slow COMMAND ${name} "[slow]" WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name}_slow PROPERTIES LABELS slow)
  # Under a sanitizer some take ten times as long.
  set_tests_properties(${name} ${name}_slow PROPERTIES TIMEOUT 3600)
endfunction()
