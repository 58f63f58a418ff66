#pragma once
#include <string>

#include "viz/words/say.h"

namespace shudao::viz::report {

/// What a blank is filled with in one language.
inline std::string const& in_one(scenarios::Text const& said, Language language) {
  return language == Language::en ? said.en : said.zh;
}
template<class Value>
Value const& in_one(Value const& value, Language) {
  return value;
}

/// A sentence of the catalogue in both languages with its blanks filled.
template<class... Values>
scenarios::Text filled(Key key, Values const&... values) {
  return {say(key, Language::zh, in_one(values, Language::zh)...),
          say(key, Language::en, in_one(values, Language::en)...)};
}

}  // namespace shudao::viz::report
