# Bytes must not depend on compiler, optimisation or CPU: no contraction to fused multiply-add, no -march=native.
add_library(shudao_flags INTERFACE)
target_compile_options(shudao_flags INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_include_directories(shudao_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns falsely of short std::string literals (bug 105329).
  target_compile_options(shudao_flags INTERFACE -Wno-restrict)
endif()

set(SHUDAO_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined or thread")
if(SHUDAO_SANITIZE)
  target_compile_options(shudao_flags INTERFACE -fsanitize=${SHUDAO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(shudao_flags INTERFACE -fsanitize=${SHUDAO_SANITIZE})
  # With sanitizers g++ 12 warns falsely of its own library (bounds, uninitialised members); the other builds judge warnings.
  target_compile_options(shudao_flags INTERFACE -Wno-error)
endif()
