#include "viz/words/messages.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace shudao::viz;

namespace {

std::vector<Key> all_keys() {
  std::vector<Key> keys;
  for (int i = 0; i < static_cast<int>(Key::count_); ++i) keys.push_back(static_cast<Key>(i));
  return keys;
}

/// Whether it holds a character of the range of Chinese characters and punctuation (three bytes from E3 on).
bool is_chinese(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

auto blanks(std::string_view words) { return std::count(words.begin(), words.end(), '{'); }

}  // namespace

TEST_CASE("every text of the program exists in Chinese and in English", "[cli]") {
  for (Key key : all_keys()) {
    if (key == Key::report_language_switch) continue;  // Names the other language.
    INFO(static_cast<int>(key) << " " << text(key, Language::en));
    CHECK(is_chinese(text(key, Language::zh)));
    CHECK_FALSE(is_chinese(text(key, Language::en)));
  }
}

TEST_CASE("a sentence has the same blanks in both languages", "[cli]") {
  for (Key key : all_keys()) {
    INFO(text(key, Language::en));
    CHECK(blanks(text(key, Language::zh)) == blanks(text(key, Language::en)));
  }
}

TEST_CASE("every component of time has a name of its own", "[cli]") {
  CHECK(text(key_of(shudao::scenarios::Component::moving), Language::en) == "moving");
  CHECK(text(key_of(shudao::scenarios::Component::disrupted), Language::zh) == "中断");
  CHECK(key_of(static_cast<shudao::scenarios::Component>(shudao::scenarios::kComponentCount - 1)) == Key::disrupted);
}

TEST_CASE("a name that one language lacks is said in the other", "[cli]") {
  CHECK(label(shudao::scenarios::Text{"罗兹", ""}, Language::en, "pl-lodz") == "罗兹");
  CHECK(label(shudao::scenarios::Text{"", ""}, Language::en, "pl-lodz") == "pl-lodz");
  CHECK(label(shudao::scenarios::Text{"罗兹", "Łódź"}, Language::both, "pl-lodz") == "罗兹 Łódź");
}
