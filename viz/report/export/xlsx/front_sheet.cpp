#include "viz/report/export/xlsx/front_sheet.h"

#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {
namespace {

using Kind = CellLook::Kind;

constexpr std::uint16_t kSecond = 1;
constexpr double kFirstWidth = 44, kSecondWidth = 76;

/// Writes paragraphs one below the other over two columns.
class Page {
 public:
  Page(Sheet& sheet, Language language) : sheet_{sheet}, language_{language} {
    sheet_.set_width(0, kFirstWidth);
    sheet_.set_width(kSecond, kSecondWidth);
  }

  void title(std::string const& text) {
    constexpr double kLines = 1.5;
    sheet_.write(row_, 0, text, {Kind::title});
    sheet_.set_lines(row_++, kLines);
  }
  void section(std::string const& text) {
    sheet_.write(++row_, 0, text, {Kind::section});
    sheet_.write(row_++, kSecond, "", {Kind::section});
  }
  void paragraph(Text const& text, Kind kind = Kind::plain, std::string const& mark = "") {
    sheet_.write_over(row_++, kSecond, mark + said_in(text, language_), {kind});
  }
  void link(std::string const& sheet, std::string const& text) { sheet_.write_link(row_++, 0, sheet, text); }
  void line(std::string const& text) { sheet_.write_over(row_++, kSecond, text, {Kind::note}); }
  void pair(std::string const& name, std::string const& value) {
    sheet_.write(row_, 0, name);
    sheet_.write(row_++, kSecond, value);
  }

  void operator()(Paragraph const& one) { paragraph(one.text, one.is_note ? Kind::note : Kind::plain); }
  void operator()(Points const& points) {
    for (Text const& item : points.items) paragraph(item, Kind::plain, "• ");
  }
  void operator()(FigureData const&) {}
  void operator()(Picture const&) {}

  void finish() { sheet_.set_page(row_, kSecond, 0, 0); }

 private:
  Sheet& sheet_;
  Language language_;
  std::uint32_t row_ = 0;
};

bool has_words(Section const& section) {
  for (Block const& block : section.blocks)
    if (std::holds_alternative<Paragraph>(block) || std::holds_alternative<Points>(block)) return true;
  return false;
}

void add_manifest(Page& page, Section const& section, Language language) {
  for (Block const& block : section.blocks) {
    auto const* data = std::get_if<FigureData>(&block);
    if (data == nullptr) continue;
    for (auto const& row : data->rows)
      if (row.size() == 2)
        page.pair(said_in(std::get<Text>(row[0]), language), said_in(std::get<Text>(row[1]), language));
  }
}

}  // namespace

void fill_front(Sheet& sheet, Report const& report, std::vector<ContentsLine> const& contents,
                std::string const& version, Language language) {
  Page page{sheet, language};
  page.title(said_in(report.title, language));
  page.paragraph(report.subtitle);
  for (Section const& section : report.sections) {
    if (section.id != "summary") continue;
    page.section(said_in(section.title, language));
    for (Block const& block : section.blocks) std::visit(page, block);
  }
  page.section(said_in(words(Key::report_contents), language));
  for (ContentsLine const& line : contents)
    line.sheet.empty() ? page.line(line.text) : page.link(line.sheet, line.text);
  for (Section const& section : report.sections) {
    if (section.id != "manifest") continue;
    page.section(said_in(section.title, language));
    page.pair(said_in(words(Key::workbook_program), language), "shudao " + version);
    add_manifest(page, section, language);
  }
  page.paragraph(words(Key::workbook_precision), Kind::note);
  page.finish();
}

void fill_notes(Sheet& sheet, Report const& report, std::string const& contents, Language language) {
  Page page{sheet, language};
  page.link(contents, said_in(words(Key::workbook_back), language));
  page.title(said_in(words(Key::workbook_notes), language));
  for (Section const& section : report.sections) {
    if (section.id == "summary" || !has_words(section)) continue;
    page.section(said_in(section.title, language));
    for (Block const& block : section.blocks) std::visit(page, block);
  }
  page.finish();
}

}  // namespace shudao::viz::report
