#include "viz/report/export/xlsx/workbook.h"

#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/book.h"
#include "viz/report/export/xlsx/figure_sheet.h"
#include "viz/report/export/xlsx/front_sheet.h"
#include "viz/report/export/xlsx/sheet_names.h"

namespace shudao::viz::report {
namespace {

/// A figure or table with its number and its sheet.
struct Numbered {
  FigureData const* data = nullptr;
  std::string number, sheet;
};

/// Numbers as in the report: figures for themselves, tables for themselves.
class Plan {
 public:
  Plan(Report const& report, Language language)
      : language_{language},
        front_{names_.name("", said(words(Key::report_contents)))},
        notes_{names_.name("", said(words(Key::workbook_notes)))} {
    for (Section const& section : report.sections)
      if (section.id != "manifest") add(section);
    lines_.push_back({notes_, notes_});
  }

  [[nodiscard]] std::string const& front() const { return front_; }
  [[nodiscard]] std::string const& notes() const { return notes_; }
  [[nodiscard]] std::vector<ContentsLine> const& lines() const { return lines_; }
  [[nodiscard]] std::vector<Numbered> const& sheets() const { return sheets_; }

 private:
  [[nodiscard]] std::string said(Text const& text) const { return said_in(text, language_); }

  void add(Section const& section) {
    bool is_first = true;
    for (Block const& block : section.blocks) {
      auto const* data = std::get_if<FigureData>(&block);
      if (auto const* picture = std::get_if<Picture>(&block)) data = &picture->data;
      if (data == nullptr || data->columns.empty()) continue;
      if (is_first) lines_.push_back({said(section.title), ""});
      is_first = false;
      add(*data);
    }
  }
  void add(FigureData const& data) {
    bool const is_table = data.kind == "table";
    int const count = is_table ? ++tables_ : ++figures_;
    std::string const number =
        said(words(is_table ? Key::workbook_table : Key::workbook_figure)) + " " + std::to_string(count);
    std::string const title = said(data.title), caption = said(data.caption);
    // Tables are known by what they show, for several have the title of one scenario.
    std::string const &first = is_table ? caption : title, &other = is_table ? title : caption;
    std::string const shown = !first.empty() ? first : !other.empty() ? other : data.id;
    sheets_.push_back({&data, number, names_.name(number, shown)});
    constexpr int kLine = 105, kPart = 60;
    std::string const line = is_table && !title.empty() ? cut_to_width(caption, kPart) + " – " + title : shown;
    lines_.push_back({number + "  " + cut_to_width(line, kLine), sheets_.back().sheet});
  }

  Language language_;
  SheetNames names_;
  std::string front_, notes_;
  int figures_ = 0, tables_ = 0;
  std::vector<ContentsLine> lines_;
  std::vector<Numbered> sheets_;
};

}  // namespace

std::string xlsx_of(Report const& report, Language language, std::string const& version) {
  Plan const plan{report, language};
  Book book{said_in(report.title, language)};
  Sheet front = book.add_sheet(plan.front());
  for (Numbered const& one : plan.sheets()) {
    Sheet sheet = book.add_sheet(one.sheet);
    fill_sheet(sheet, {*one.data, one.number, plan.front(), language});
  }
  Sheet notes = book.add_sheet(plan.notes());
  fill_front(front, report, plan.lines(), version, language);
  fill_notes(notes, report, plan.front(), language);
  return book.finished();
}

}  // namespace shudao::viz::report
