#include "viz/report/bundle.h"

// The file goes into the object as it is: compiling it as an array would take longer than all the rest.
asm(".section .rodata\n"
    ".global shudao_figures_begin\n.global shudao_figures_end\n"
    "shudao_figures_begin:\n.incbin \"" SHUDAO_BUNDLE "\"\nshudao_figures_end:\n.byte 0\n.previous\n");

extern "C" char const shudao_figures_begin[], shudao_figures_end[];

namespace shudao::viz::report {

std::string_view bundle() {
  return {shudao_figures_begin, static_cast<std::size_t>(shudao_figures_end - shudao_figures_begin)};
}

}  // namespace shudao::viz::report
