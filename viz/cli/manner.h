#pragma once
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// How a command speaks.
struct Manner {
  bool json = false;
  bool is_quiet = false;  ///< No progress.
  Language language = Language::both;
};

}  // namespace shudao::viz::cli
