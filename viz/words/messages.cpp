#include "viz/words/messages.h"

namespace shudao::viz {
namespace {

struct Texts {
  std::string_view zh, en;
};

// A plain array: clang 14 deduces no std::array of so many.
constexpr Texts kCatalogue[] = {
#define SHUDAO_TEXT(key, zh, en) Texts{zh, en},
#include "viz/words/texts.inc"
#undef SHUDAO_TEXT
};

constexpr bool catalogue_is_complete() {
  for (Texts const& texts : kCatalogue) {
    if (texts.zh.empty() || texts.en.empty()) return false;
  }
  return true;
}
static_assert(catalogue_is_complete(), "each key needs its two texts");

}  // namespace

std::string_view text(Key key, Language language) {
  Texts const& texts = kCatalogue[static_cast<std::size_t>(key)];
  return language == Language::en ? texts.en : texts.zh;
}

std::string in_language(std::string_view zh, std::string_view en, Language language, std::string_view between) {
  if (language == Language::zh || en.empty() || zh == en) return std::string{zh};
  if (language == Language::en || zh.empty()) return std::string{en};
  return std::string{zh}.append(between).append(en);
}

std::string label(Key key, Language language, std::string_view between) {
  return in_language(text(key, Language::zh), text(key, Language::en), language, between);
}

std::string label(scenarios::Text const& name, Language language, std::string const& otherwise,
                  std::string_view between) {
  std::string const& zh = name.zh.empty() ? name.en : name.zh;
  std::string const& en = name.en.empty() ? name.zh : name.en;
  return zh.empty() ? otherwise : in_language(zh, en, language, between);
}

Key key_of(scenarios::Component component) {
  return static_cast<Key>(static_cast<std::size_t>(Key::moving) + static_cast<std::size_t>(component));
}

Key key_of(scenarios::Mode mode) {
  switch (mode) {
    case scenarios::Mode::rail:
      return Key::rail;
    case scenarios::Mode::road:
      return Key::road;
    case scenarios::Mode::sea:
      return Key::sea;
    case scenarios::Mode::inland_waterway:
      return Key::inland_waterway;
    case scenarios::Mode::air:
      break;
  }
  return Key::air;
}

}  // namespace shudao::viz
