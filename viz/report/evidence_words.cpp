#include "viz/report/evidence_words.h"

#include <fmt/core.h>

#include <algorithm>

#include "viz/report/fill.h"

namespace shudao::viz::report {

Text grades_said(FigureData const& data) {
  Text list;
  constexpr double kUnseen = 0.005;
  for (auto const& [grade, share] : data.grades) {
    if (share < kUnseen) continue;
    Text const name = grade.empty() ? words(Key::figure_no_grade) : Text{grade, grade};
    std::string const part = fmt::format(" {:.0f} %", 100 * share);
    list.zh += (list.zh.empty() ? "" : "，") + name.zh + part;
    list.en += (list.en.empty() ? "" : ", ") + name.en + part;
  }
  return filled(Key::figure_grades, list);
}

Text sources_said(FigureData const& data) {
  constexpr std::size_t kMost = 40;
  std::string list;
  for (std::size_t i = 0; i < std::min(kMost, data.sources.size()); ++i) list += (i == 0 ? "" : ", ") + data.sources[i];
  if (data.sources.size() > kMost) list += " …";
  return filled(Key::figure_sources, data.sources.size(), list);
}

}  // namespace shudao::viz::report
