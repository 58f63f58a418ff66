#pragma once
#include <string>
#include <vector>

#include "viz/report/export/xlsx/book.h"
#include "viz/report/report.h"

namespace shudao::viz::report {

/// A line of the contents: a section, or where `sheet` is not empty a sheet of it.
struct ContentsLine {
  std::string text;
  std::string sheet;
};

/// Title, summary, contents with a link to each sheet, and the manifest.
void fill_front(Sheet&, Report const&, std::vector<ContentsLine> const&, std::string const& version, Language);

/// The words of the other sections: rules, method, guard-rails.
void fill_notes(Sheet&, Report const&, std::string const& contents, Language);

}  // namespace shudao::viz::report
