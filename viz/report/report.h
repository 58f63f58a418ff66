#pragma once
#include <string>
#include <variant>
#include <vector>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

struct Paragraph {
  Text text;
  bool is_note = false;  ///< Set smaller.
};
struct Points {
  std::vector<Text> items;
};
/// A drawing that the program makes itself.
struct Picture {
  FigureData data;
  std::string svg_zh, svg_en;
};

using Block = std::variant<Paragraph, Points, FigureData, Picture>;

struct Section {
  std::string id;
  Text title;
  std::vector<Block> blocks;
};

/// What a report says, before it is set as a page or a document.
struct Report {
  Text title, subtitle;
  std::vector<Section> sections;
};

/// One self-contained page without outside requests, A4 when printed. With both languages a switch shows one of them.
/// `charts` are the drawn figures of the sections in order, one for each FigureData that is no table, in the languages
/// of the page.
std::string html_text(Report const&, Language);

}  // namespace shudao::viz::report
