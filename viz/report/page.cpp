#include <fmt/core.h>

#include "viz/report/evidence_words.h"
#include "viz/report/html.h"
#include "viz/report/report.h"

namespace shudao::viz::report {
namespace {

constexpr char kStyle[] =
#include "viz/report/style.inc"
    ;
// Shows the other language; without it the page opens in Chinese.
constexpr char kScript[] =
    "var h=document.documentElement,b=document.getElementById('switch');"
    "function show(l){h.className='is-'+l;h.lang=l==='zh'?'zh-CN':'en'}"
    "show((navigator.language||'zh').slice(0,2)==='zh'||location.hash==='#zh'?'zh':'en');"
    "if(location.hash==='#en')show('en');"
    "b.addEventListener('click',function(){show(h.className==='is-zh'?'en':'zh')});";

Text shown_in_both(Cell const& cell, Column const& column) {
  return {shown_text(cell, column, Language::zh), shown_text(cell, column, Language::en)};
}

/// Sets one report as a page; counts figures and tables as it goes.
class Page {
 public:
  explicit Page(Language language) : language_{language} {}

  void operator()(Paragraph const& paragraph) {
    html_ += paragraph.is_note ? "<p class=\"note\">" : "<p>";
    html_ += spoken(paragraph.text, language_) + "</p>\n";
  }
  void operator()(Points const& points) {
    html_ += "<ul>\n";
    for (Text const& item : points.items) html_ += "<li>" + spoken(item, language_) + "</li>\n";
    html_ += "</ul>\n";
  }
  void operator()(FigureData const& data) {
    if (data.kind != "table") (*this)(Paragraph{words(Key::figure_not_drawn), true});
    html_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
             escaped(label(data.caption, language_, "")) + "\">";
    add_table(data,
              "<span class=\"tag\">" + spoken(words(Key::table_word), language_) + " " + std::to_string(++tables_) +
                  "</span>" + spoken(data.caption, language_) +
                  (data.title.zh.empty() ? "" : " <span class=\"note\">" + spoken(data.title, language_) + "</span>"));
    html_ += "</div>\n";
  }
  void operator()(Picture const& picture) {
    html_ += "<figure id=\"" + escaped(picture.data.id) + "\">\n";
    if (language_ != Language::en) add_svg(picture.svg_zh, picture.data, Language::zh);
    if (language_ != Language::zh) add_svg(picture.svg_en, picture.data, Language::en);
    html_ += "<figcaption><span class=\"tag\">" + spoken(words(Key::figure_word), language_) + " " +
             std::to_string(++figures_) + "</span>" + spoken(picture.data.caption, language_);
    if (!picture.data.grades.empty())
      html_ += "<span class=\"note grades\">" + spoken(grades_said(picture.data), language_) + "</span>";
    html_ += "</figcaption>\n";
    if (!picture.data.rows.empty()) {
      html_ += "<details><summary>" + spoken(words(Key::figure_numbers), language_) + "</summary>";
      add_table(picture.data, "");
      if (!picture.data.sources.empty())
        html_ += "<p class=\"note sources\">" + spoken(sources_said(picture.data), language_) + "</p>";
      html_ += "</details>";
    }
    html_ += "</figure>\n";
  }

  void add_head(Report const& report) {
    bool const is_english = language_ == Language::en;
    html_ += fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" class=\"is-{}\">\n<head>\n<meta charset=\"utf-8\">\n",
                         is_english ? "en" : "zh-CN", is_english ? "en" : "zh");
    html_ +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
        "content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n";
    html_ += "<title>" + escaped(label(report.title, language_, "", " / ")) + "</title>\n<style>" + kStyle +
             "</style>\n</head>\n<body>\n";
    if (language_ == Language::both)
      html_ += "<div class=\"bar\"><button id=\"switch\" type=\"button\">" +
               spoken(words(Key::report_language_switch), language_) + "</button></div>\n";
    html_ += "<header><h1>" + spoken(report.title, language_) + "</h1>\n<p class=\"subtitle\">" +
             spoken(report.subtitle, language_) + "</p></header>\n";
  }
  void add_contents(Report const& report) {
    html_ += "<nav aria-label=\"" + escaped(label(Key::report_contents, language_)) + "\"><ol>\n";
    for (Section const& section : report.sections)
      html_ += "<li><a href=\"#" + escaped(section.id) + "\">" + spoken(section.title, language_) + "</a></li>\n";
    html_ += "</ol></nav>\n<main>\n";
  }
  void add_section(Section const& section) {
    html_ += "<section aria-labelledby=\"" + escaped(section.id) + "\">\n<h2 id=\"" + escaped(section.id) + "\">" +
             spoken(section.title, language_) + "</h2>\n";
    for (Block const& block : section.blocks) std::visit(*this, block);
    html_ += "</section>\n";
  }
  std::string finished() {
    html_ += "</main>\n";
    if (language_ == Language::both) html_ += std::string{"<script>"} + kScript + "</script>\n";
    return std::move(html_) + "</body>\n</html>\n";
  }

 private:
  void add_svg(std::string const& svg, FigureData const& data, Language one) {
    html_ += fmt::format("<div lang=\"{}\" role=\"img\" aria-label=\"{}\">", one == Language::en ? "en" : "zh",
                         escaped(label(data.title, one, "") + ". " + label(data.caption, one, "")));
    html_ += svg + "</div>\n";
  }
  void add_table(FigureData const& data, std::string const& caption) {
    html_ += "<table>" + (caption.empty() ? "" : "<caption>" + caption + "</caption>") + "<thead><tr>";
    for (Column const& column : data.columns) {
      html_ += column.unit.empty() ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">";
      html_ += spoken(column.name, language_);
      if (!column.shown.zh.empty()) html_ += "<span class=\"unit\">" + spoken(column.shown, language_) + "</span>";
      html_ += "</th>";
    }
    html_ += "</tr></thead><tbody>\n";
    for (auto const& row : data.rows) {
      html_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) add_cell(row[i], data.columns[i]);
      html_ += "</tr>\n";
    }
    html_ += "</tbody></table>";
  }
  void add_cell(Cell const& cell, Column const& column) {
    html_ += !column.unit.empty() ? "<td class=\"n\">" : column.key == "url" ? "<td class=\"a\">" : "<td>";
    auto const* said = std::get_if<Text>(&cell);
    html_ += said != nullptr ? spoken(*said, language_) : spoken(shown_in_both(cell, column), language_);
    html_ += "</td>";
  }

  Language language_;
  std::string html_;
  int figures_ = 0, tables_ = 0;
};

}  // namespace

std::string html_text(Report const& report, Language language) {
  Page page{language};
  page.add_head(report);
  page.add_contents(report);
  for (Section const& section : report.sections) page.add_section(section);
  return page.finished();
}

}  // namespace shudao::viz::report
