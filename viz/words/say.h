#pragma once
#include <fmt/core.h>

#include <string>

#include "viz/words/messages.h"

namespace shudao::viz {

/// A sentence of the catalogue with its blanks filled; in both languages on two lines.
template<class... Values>
std::string say(Key key, Language language, Values const&... values) {
  auto const in = [&](Language one) { return fmt::format(fmt::runtime(text(key, one)), values...); };
  if (language != Language::both) return in(language);
  return in(Language::zh) + "\n" + in(Language::en);
}

}  // namespace shudao::viz
