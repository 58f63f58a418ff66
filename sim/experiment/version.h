#pragma once

namespace shudao::experiment {

inline constexpr char kProgramVersion[] = SHUDAO_VERSION;

}  // namespace shudao::experiment
