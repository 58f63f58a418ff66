#include "viz/report/export/docx/document.h"

#include "viz/report/export/docx/drawing.h"
#include "viz/report/export/docx/markup.h"
#include "viz/report/export/docx/parts.h"
#include "viz/report/export/docx/table.h"
#include "viz/report/export/docx/zip.h"

namespace shudao::viz::report {
namespace {

/// Sets one report as the body of a document; counts figures and tables as it goes.
class Body {
 public:
  Body(Language language, Rasteriser const& rasterise) : language_{language}, rasterise_{rasterise} {}

  void operator()(Paragraph const& paragraph) {
    xml_ += paragraph_of(paragraph.is_note ? "Note" : "", run_of(said_in(paragraph.text, language_)));
  }
  void operator()(Points const& points) {
    for (Text const& item : points.items) xml_ += paragraph_of("ListBullet", run_of(said_in(item, language_)));
  }
  void operator()(FigureData const& data) {
    if (data.kind != "table") (*this)(Paragraph{words(Key::figure_not_drawn), true});
    if (data.columns.empty()) return;
    add_caption("TableCaption", Key::table_word, ++tables_, data.caption, data.title);
    xml_ += table_of(data, language_) + paragraph_of("AfterTable", "");
  }
  void operator()(Picture const& picture) {
    std::string const& svg = language_ == Language::en ? picture.svg_en : picture.svg_zh;
    auto const png = svg.empty() ? std::nullopt : rasterise_(svg);
    if (!png) return (*this)(picture.data);
    int const number = ++figures_;
    std::string const name = "figure" + std::to_string(number);
    files_.push_back({"word/media/" + name + ".png", *png});
    files_.push_back({"word/media/" + name + ".svg", svg});
    xml_ += paragraph_of("Figure", drawing_of(number, svg, said_in(picture.data.title, language_),
                                              said_in(picture.data.caption, language_)));
    add_caption("Caption", Key::figure_word, number, picture.data.caption, {});
  }

  void add_head(Report const& report) {
    xml_ += paragraph_of("Title", run_of(said_in(report.title, language_)));
    xml_ += paragraph_of("Subtitle", run_of(said_in(report.subtitle, language_)));
    xml_ += contents_of(report, language_);
  }
  void add_section(Section const& section) {
    int const number = ++sections_;
    xml_ +=
        paragraph_of("Heading1", bookmarked(number, bookmark_of(number), run_of(said_in(section.title, language_))));
    for (Block const& block : section.blocks) std::visit(*this, block);
  }

  [[nodiscard]] std::string const& xml() const { return xml_; }
  [[nodiscard]] std::vector<ExportFile> const& files() const { return files_; }
  [[nodiscard]] int figures() const { return figures_; }

 private:
  /// "表 3  what it shows, of which scenario".
  void add_caption(std::string const& style, Key word, int number, Text const& caption, Text const& of) {
    std::string const kind{text(word, language_)};
    std::string const& title = said_in(of, language_);
    std::string const shown = said_in(caption, language_) + (title.empty() ? "" : " – " + title);
    xml_ += paragraph_of(style, run_of(kind + " ") + field_of(" SEQ " + kind + " \\* ARABIC ", std::to_string(number)) +
                                    run_of("  " + shown));
  }

  Language language_;
  Rasteriser const& rasterise_;
  std::string xml_;
  std::vector<ExportFile> files_;
  int figures_ = 0, tables_ = 0, sections_ = 0;
};

}  // namespace

std::string docx_of(Report const& report, Language language, Rasteriser const& rasterise) {
  Body body{language, rasterise};
  body.add_head(report);
  for (Section const& section : report.sections) body.add_section(section);
  std::vector<ExportFile> files = fixed_parts(said_in(report.title, language), language);
  files.push_back({"word/document.xml", document_part(body.xml())});
  files.push_back({"word/_rels/document.xml.rels", relations_part(body.figures())});
  files.insert(files.end(), body.files().begin(), body.files().end());
  return zipped(files);
}

}  // namespace shudao::viz::report
