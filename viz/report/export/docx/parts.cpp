#include "viz/report/export/docx/parts.h"

#include <fmt/core.h>

#include "viz/report/export/docx/drawing.h"
#include "viz/report/export/docx/markup.h"

namespace shudao::viz::report {
namespace {

constexpr char kStyles[] =
#include "viz/report/export/docx/styles.inc"
    ;
constexpr char kHead[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr char kMain[] = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr char kOffice[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr char kPackage[] = "http://schemas.openxmlformats.org/package/2006";

std::string types_part() {
  std::string xml = kHead + fmt::format("<Types xmlns=\"{}/content-types\">", kPackage);
  auto const usual = [&](char const* ending, char const* type) {
    xml += fmt::format("<Default Extension=\"{}\" ContentType=\"{}\"/>", ending, type);
  };
  auto const special = [&](char const* part, std::string const& type) {
    xml += fmt::format("<Override PartName=\"{}\" ContentType=\"application/vnd.openxmlformats-{}+xml\"/>", part, type);
  };
  usual("rels", "application/vnd.openxmlformats-package.relationships+xml");
  usual("xml", "application/xml");
  usual("png", "image/png");
  usual("svg", "image/svg+xml");
  special("/word/document.xml", "officedocument.wordprocessingml.document.main");
  for (char const* name : {"styles", "numbering", "settings", "fontTable"})
    special(("/word/" + std::string{name} + ".xml").c_str(), "officedocument.wordprocessingml." + std::string{name});
  special("/word/footer1.xml", "officedocument.wordprocessingml.footer");
  special("/docProps/core.xml", "package.core-properties");
  special("/docProps/app.xml", "officedocument.extended-properties");
  return xml + "</Types>\n";
}

std::string relation(std::string const& id, std::string const& type, std::string const& target) {
  return fmt::format("<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"/>", id, type, target);
}
std::string relations(std::string const& all) {
  return kHead + fmt::format("<Relationships xmlns=\"{}/relationships\">{}</Relationships>\n", kPackage, all);
}

std::string package_relations() {
  std::string const office = kOffice;
  return relations(
      relation("rId1", office + "/officeDocument", "word/document.xml") +
      relation("rId2", std::string{kPackage} + "/relationships/metadata/core-properties", "docProps/core.xml") +
      relation("rId3", office + "/extended-properties", "docProps/app.xml"));
}

std::string core_part(std::string const& title, Language language) {
  return kHead + fmt::format(
                     "<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
                     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                     "<dc:title>{}</dc:title><dc:creator>shudao</dc:creator><dc:language>{}</dc:language></"
                     "cp:coreProperties>\n",
                     kPackage, xml_text(title), language == Language::en ? "en-US" : "zh-CN");
}

std::string app_part() {
  return std::string{kHead} +
         "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
         "<Application>shudao</Application></Properties>\n";
}

std::string part(char const* root, std::string const& inside) {
  return kHead + fmt::format("<w:{} xmlns:w=\"{}\">{}</w:{}>\n", root, kMain, inside, root);
}

std::string numbering_part() {
  return part(
      "numbering",
      "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start "
      "w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind "
      "w:left=\"360\" w:hanging=\"240\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"0\"/></w:num>");
}

std::string settings_part() {
  return part("settings",
              "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
              "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
              "w:val=\"15\"/></w:compat>");
}

/// Other fonts for machines without those of the styles.
std::string fonts_part() {
  return part("fonts",
              "<w:font w:name=\"SimSun\"><w:altName w:val=\"Noto Serif CJK SC\"/><w:charset w:val=\"86\"/><w:family "
              "w:val=\"roman\"/></w:font><w:font w:name=\"SimHei\"><w:altName w:val=\"Noto Sans CJK SC\"/><w:charset "
              "w:val=\"86\"/><w:family w:val=\"swiss\"/></w:font><w:font w:name=\"Times New Roman\"><w:altName "
              "w:val=\"Liberation Serif\"/><w:family w:val=\"roman\"/></w:font>");
}

std::string footer_part() { return part("ftr", paragraph_of("Footer", field_of(" PAGE ", "1"))); }

std::string styles_part(Language language) {
  std::string const style = kStyles, mark = "LANGUAGE";
  std::size_t const at = style.find(mark);
  return kHead + style.substr(0, at) + (language == Language::en ? "en-US" : "zh-CN") + style.substr(at + mark.size());
}

}  // namespace

std::vector<ExportFile> fixed_parts(std::string const& title, Language language) {
  return {{"[Content_Types].xml", types_part()},
          {"_rels/.rels", package_relations()},
          {"docProps/core.xml", core_part(title, language)},
          {"docProps/app.xml", app_part()},
          {"word/styles.xml", styles_part(language)},
          {"word/numbering.xml", numbering_part()},
          {"word/settings.xml", settings_part()},
          {"word/fontTable.xml", fonts_part()},
          {"word/footer1.xml", footer_part()}};
}

std::string document_part(std::string const& body) {
  return kHead + fmt::format("<w:document xmlns:w=\"{}\" xmlns:r=\"{}\" ", kMain, kOffice) +
         "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
         "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
         "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
         "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\">\n<w:body>\n" +
         body +
         "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
         "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "
         "w:gutter=\"0\"/></w:sectPr>\n</w:body>\n</w:document>\n";
}

std::string relations_part(int figures) {
  std::string const office = std::string{kOffice} + "/";
  std::string all;
  for (char const* name : {"styles", "numbering", "settings", "fontTable"})
    all += relation("rId_" + std::string{name}, office + name, std::string{name} + ".xml");
  all += relation("rIdFooter", office + "footer", "footer1.xml");
  for (int number = 1; number <= figures; ++number) {
    std::string const file = "media/figure" + std::to_string(number);
    all += relation(png_relation(number), office + "image", file + ".png");
    all += relation(svg_relation(number), office + "image", file + ".svg");
  }
  return relations(all);
}

std::string bookmark_of(int section) { return "section" + std::to_string(section); }

std::string contents_of(Report const& report, Language language) {
  std::string xml = paragraph_of("ContentsHead", run_of(std::string{text(Key::report_contents, language)}));
  std::string const begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC "
      "\\o \"1-1\" \\h "
      "\\z "
      "\\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  int number = 0;
  for (Section const& section : report.sections) {
    std::string const name = bookmark_of(++number);
    std::string const entry = "<w:hyperlink w:anchor=\"" + name + "\" w:history=\"1\">" +
                              run_of(said_in(section.title, language)) + "</w:hyperlink>";
    xml += paragraph_of("TOC1", (number == 1 ? begin : "") + entry);
  }
  return xml +
         paragraph_of("", (report.sections.empty() ? begin : "") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

}  // namespace shudao::viz::report
