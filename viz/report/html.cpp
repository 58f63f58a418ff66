#include "viz/report/html.h"

#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {

std::string escaped(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  for (char const c : allowed_in_xml(std::string{text})) {
    switch (c) {
      case '&':
        all += "&amp;";
        break;
      case '<':
        all += "&lt;";
        break;
      case '>':
        all += "&gt;";
        break;
      case '"':
        all += "&quot;";
        break;
      case '\'':
        all += "&#39;";
        break;
      default:
        all += c;
    }
  }
  return all;
}

std::string spoken(scenarios::Text const& said, Language language) {
  std::string const zh = escaped(said.zh.empty() ? said.en : said.zh);
  std::string const en = escaped(said.en.empty() ? said.zh : said.en);
  if (language != Language::both) return language == Language::en ? en : zh;
  if (zh == en) return zh;
  return "<span lang=\"zh\">" + zh + "</span><span lang=\"en\">" + en + "</span>";
}

}  // namespace shudao::viz::report
