#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {

std::string const& said_in(Text const& said, Language language) {
  std::string const &first = language == Language::en ? said.en : said.zh,
                    &second = language == Language::en ? said.zh : said.en;
  return first.empty() ? second : first;
}

std::string allowed_in_xml(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const is_blank = text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
    if ((byte < 0x20 && !is_blank) || byte == 0x7F) text[i] = ' ';
    bool const is_noncharacter =
        byte == 0xEF && (text.compare(i, 3, "\xEF\xBF\xBE") == 0 || text.compare(i, 3, "\xEF\xBF\xBF") == 0);
    if (is_noncharacter) text.replace(i, 3, " ");
  }
  return text;
}

std::string without_forbidden(std::string const& text) {
  std::string allowed = allowed_in_xml(text);
  for (char& c : allowed)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return allowed;
}

int width_of(std::string const& text) {
  int width = 0;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const begins = byte < 0x80 || byte >= 0xC0;
    if (begins) width += byte >= 0xE3 ? 2 : 1;
  }
  return width;
}

std::string cut_to_width(std::string const& text, int width) {
  if (width_of(text) <= width) return text;
  std::size_t end = 0;
  for (std::size_t next = 0; next <= text.size(); ++next) {
    bool const is_boundary = next == text.size() || (static_cast<unsigned char>(text[next]) & 0xC0U) != 0x80U;
    if (!is_boundary) continue;
    if (width_of(text.substr(0, next)) > width - 1) break;
    end = next;
  }
  return text.substr(0, end) + "…";
}

}  // namespace shudao::viz::report
