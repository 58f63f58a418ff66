#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "scenarios/scenario.h"

namespace shudao::viz {

/// What the program writes for people: Chinese, English or both side by side.
enum class Language : std::uint8_t { zh, en, both };

/// Every text the program says, by what it says. One catalogue (texts/*.inc, a file a topic) holds each in both
/// languages; a key without its two texts does not compile.
enum class Key : std::uint16_t {
#define SHUDAO_TEXT(key, zh, en) key,
#include "viz/words/texts.inc"
#undef SHUDAO_TEXT
  count_
};

/// The text in one language; zh for Language::both.
std::string_view text(Key, Language);

/// A word or two for a table: "平均 mean" in both.
std::string label(Key, Language, std::string_view between = " ");

/// A name from the data; the other language, then `otherwise`, where one is missing.
std::string label(scenarios::Text const& name, Language, std::string const& otherwise, std::string_view between = " ");

Key key_of(scenarios::Component);
Key key_of(scenarios::Mode);

/// Joins what a person may read in either language: one of them, or both with `between`.
std::string in_language(std::string_view zh, std::string_view en, Language, std::string_view between);

}  // namespace shudao::viz
