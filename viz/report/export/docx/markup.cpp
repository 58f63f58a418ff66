#include "viz/report/export/docx/markup.h"

#include "viz/report/html.h"

namespace shudao::viz::report {

std::string xml_text(std::string const& text) { return escaped(without_forbidden(text)); }

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

}  // namespace shudao::viz::report
