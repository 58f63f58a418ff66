#include "viz/report/export/docx/markup.h"

#include "viz/report/html.h"

namespace shudao::viz::report {

std::string xml_text(std::string const& text) {
  std::string allowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const is_noncharacter =
        byte == 0xEF && (text.compare(i, 3, "\xEF\xBF\xBE") == 0 || text.compare(i, 3, "\xEF\xBF\xBF") == 0);
    if (is_noncharacter) i += 2;
    allowed += byte < 0x20 || byte == 0x7F || is_noncharacter ? ' ' : text[i];
  }
  return escaped(allowed);
}

std::string run_of(std::string const& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + xml_text(text) + "</w:t></w:r>";
}

std::string paragraph_of(std::string const& style, std::string const& runs) {
  std::string const properties = style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + properties + runs + "</w:p>\n";
}

std::string field_of(std::string const& instruction, std::string const& shown) {
  return "<w:fldSimple w:instr=\"" + xml_text(instruction) + "\">" + run_of(shown) + "</w:fldSimple>";
}

std::string bookmarked(int number, std::string const& name, std::string const& runs) {
  std::string const id = std::to_string(number);
  return "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + name + "\"/>" + runs + "<w:bookmarkEnd w:id=\"" + id +
         "\"/>";
}

std::string const& said_in(Text const& said, Language language) {
  std::string const &first = language == Language::en ? said.en : said.zh,
                    &second = language == Language::en ? said.zh : said.en;
  return first.empty() ? second : first;
}

}  // namespace shudao::viz::report
