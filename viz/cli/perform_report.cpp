#include <algorithm>
#include <filesystem>
#include <iostream>

#include "viz/cli/files.h"
#include "viz/cli/perform.h"
#include "viz/report/build_report.h"
#include "viz/report/figure_engine.h"
#include "viz/report/map/map_svg.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

std::string beside(std::string const& results) {
  return std::filesystem::path{results}.replace_extension(".html").string();
}

/// A file that is there is replaced only if it is a page.
void refuse_foreign_page(std::string const& path) {
  if (!std::filesystem::exists(path)) return;
  std::string const ending = std::filesystem::path{path}.extension().string();
  if (ending == ".html" || ending == ".htm") return;
  throw FileProblem{path, "something that is not a page; it was left as it is", "a new file, or a .html file"};
}

report::FigureData find_figure(report::StudyData const& study, WriteFigure const& asked) {
  std::vector<report::FigureData> figures = report::figures_of(study);
  std::string ids;
  std::vector<std::string> names;
  for (report::FigureData const& figure : figures) {
    if (figure.id == asked.id) return figure;
    ids += (ids.empty() ? "" : ", ") + figure.id;
    names.push_back(figure.id);
  }
  throw InputErrors{
      {InputError{asked.results, "", 0, "\"" + asked.id + "\"", "one of " + ids, nearest_name(asked.id, names)}}};
}

void say_written(std::string const& path, Manner const& manner) {
  if (!manner.json) std::cout << say(Key::figure_written, manner.language, path) << '\n';
}

}  // namespace

int perform(WriteReport const& asked) {
  std::string const path = asked.out.empty() ? beside(asked.results) : asked.out;
  refuse_foreign_page(path);
  report::StudyData const study{asked.results};
  report::Report report = report::report_of(study);
  report::draw_figures(report, asked.manner.language);
  std::string const page = report::html_text(report, asked.manner.language);
  write_whole(path, page);
  constexpr std::size_t kKilo = 1024;
  std::cout << say(Key::report_written, asked.manner.language, path, page.size() / kKilo) << '\n';
  return static_cast<int>(ExitCode::ok);
}

int perform(WriteFigure const& asked) {
  report::StudyData const study{asked.results};
  report::FigureData const figure = find_figure(study, asked);
  std::filesystem::create_directories(asked.out);
  std::string const stem = (std::filesystem::path{asked.out} / figure.id).string();
  auto const keep = [&](std::string const& ending, std::string const& text) {
    write_whole(stem + ending, text);
    say_written(stem + ending, asked.manner);
  };
  keep(".json", json_text(figure));
  keep(".csv", csv_text(figure));
  bool const is_map = figure.kind == "map";
  if (figure.kind == "table" || (!is_map && !report::FigureEngine::is_built_in()))
    return static_cast<int>(ExitCode::ok);
  report::Picture const picture =
      is_map ? report::network_map(study, asked.manner.language, true) : report::drawn(figure, asked.manner.language);
  if (!picture.svg_zh.empty()) keep(".zh.svg", picture.svg_zh);
  if (!picture.svg_en.empty()) keep(".en.svg", picture.svg_en);
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
