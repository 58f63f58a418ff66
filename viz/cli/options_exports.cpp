#include "viz/cli/options_exports.h"

#include <algorithm>
#include <cctype>

#include "viz/cli/option_parts.h"
#include "viz/report/export/export.h"

namespace shudao::viz::cli {
namespace {

std::string names_of_kinds() {
  std::string names;
  for (auto const& kind : report::export_kinds()) names += (names.empty() ? "" : ",") + std::string{kind.name};
  return names;
}

CLI::Validator kind_of_file() {
  return {[](std::string const& word) -> std::string {
            auto const& all = report::export_kinds();
            bool const is_known =
                std::any_of(all.begin(), all.end(), [&](auto const& kind) { return kind.name == word; });
            return is_known ? std::string{} : "must be some of " + names_of_kinds() + ", found " + word;
          },
          ""};
}

CLI::Validator licence() {
  return {[](std::string const& word) -> std::string {
            bool const is_name = !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) {
              return (c < 0x80 && std::isalnum(c) != 0) || c == '-' || c == '.' || c == '_';
            });
            return is_name ? std::string{} : "must be of letters, digits, '-', '.' and '_', found " + word;
          },
          ""};
}

}  // namespace

void ExportOptions::add_to(CLI::App& app) {
  export_ = app.add_subcommand("export", "kept results as files for spreadsheets, maps, documents and scripts");
  export_->add_option("RESULTS", export_says_.results, "a file that run or compare kept")->required();
  export_->add_option("--out", export_says_.out, "folder to write (default: RESULTS with the ending .export)");
  export_->add_option("--only", export_says_.kinds, "these kinds, with commas between: " + names_of_kinds())
      ->delimiter(',')
      ->check(kind_of_file());
  export_->add_flag("!--no-bom", export_says_.has_mark, "CSV files without the byte order mark that spreadsheets need");
  export_
      ->add_option("--licence", export_says_.licence,
                   "SPDX identifier of the licence under which you pass the files on, for datapackage.json (default: " +
                       std::string{report::kUsualLicence} + ")")
      ->check(licence());
  add_manner(*export_, export_says_.manner);
}

std::optional<Command> ExportOptions::chosen() const {
  if (export_->parsed()) return export_says_;
  return std::nullopt;
}

}  // namespace shudao::viz::cli
