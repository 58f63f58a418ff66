#include <algorithm>
#include <filesystem>
#include <iostream>

#include "viz/cli/export_folder.h"
#include "viz/cli/files.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/options.h"
#include "viz/cli/perform.h"
#include "viz/cli/result_json.h"
#include "viz/report/build_report.h"
#include "viz/report/export/export.h"
#include "viz/report/export/sha256.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using report::ExportFile;
using report::ExportKind;

/// What is exported: the kinds that were named, or all that are possible here.
struct Choice {
  std::vector<ExportKind> kinds;
  std::vector<ExportKind> left_out;
  [[nodiscard]] bool shows(report::Setting setting) const {
    return std::any_of(kinds.begin(), kinds.end(), [&](auto const& kind) { return kind.drawings == setting; });
  }
};

Choice choice_of(Export const& asked) {
  Choice choice;
  for (ExportKind const& kind : report::export_kinds()) {
    std::string const name{kind.name};
    bool const is_named = std::find(asked.kinds.begin(), asked.kinds.end(), name) != asked.kinds.end();
    if (!is_named && !asked.kinds.empty()) continue;
    if (report::is_possible(kind))
      choice.kinds.push_back(kind);
    else if (is_named)
      throw FileProblem{name, "a machine without it",
                        "the program that makes such files, " + std::string{kind.program}};
    else
      choice.left_out.push_back(kind);
  }
  return choice;
}

/// The files of an export, each with its kind.
struct Made {
  std::vector<ExportFile> files;
  std::vector<std::string> kinds;
};

Made made_of(report::ExportInput const& input, std::vector<ExportKind> const& kinds) {
  Made made;
  for (ExportKind const& kind : kinds)
    for (ExportFile& file : kind.files(input)) {
      made.files.push_back(std::move(file));
      made.kinds.emplace_back(kind.name);
    }
  return made;
}

Json list_of(report::ExportInput const& input, Made const& made) {
  Json files = Json::array(), scenarios = Json::array();
  for (std::size_t i = 0; i < made.files.size(); ++i)
    files.push_back({{"path", made.files[i].path},
                     {"kind", made.kinds[i]},
                     {"bytes", made.files[i].content.size()},
                     {"sha256", report::sha256(made.files[i].content)}});
  for (report::World const& world : input.study.worlds())
    scenarios.push_back({{"id", world.scenario.id}, {"run_digest", text(world.result->run_digest)}});
  return {{"schema_version", kJsonVersion},
          {"program", "shudao " + input.version},
          {"seed", input.study.base().result->seed},
          {"replications", input.study.replications()},
          {"scenarios", scenarios},
          {"files", files}};
}

void say_written(Export const& asked, std::string const& folder, Made const& made, Choice const& choice) {
  constexpr std::size_t kKilo = 1024;
  std::size_t bytes = 0;
  for (ExportFile const& file : made.files) bytes += file.content.size();
  std::cout << say(Key::export_written, asked.manner.language, made.files.size() + 1, folder, bytes / kKilo) << '\n';
  for (ExportKind const& kind : choice.left_out)
    std::cout << say(Key::export_left_out, asked.manner.language, kind.name, kind.program) << '\n';
}

}  // namespace

int perform(Export const& asked) {
  std::string const folder =
      asked.out.empty() ? std::filesystem::path{asked.results}.replace_extension(".export").string() : asked.out;
  Choice const choice = choice_of(asked);
  refuse_foreign_folder(folder);
  report::StudyData const study{asked.results};
  report::Report report = report::report_of(study);
  report::Report const drawings = choice.shows(report::Setting::alone)
                                      ? report::drawn_alone(study, report, asked.manner.language)
                                      : report::Report{};
  if (choice.shows(report::Setting::in_text)) report::draw_figures(report, asked.manner.language);
  report::ExportInput input{study, report, drawings, asked.manner.language, asked.has_mark, program_version()};
  if (!asked.licence.empty()) input.licence = asked.licence;
  Made const made = made_of(input, choice.kinds);
  Json list = list_of(input, made);
  write_folder(folder, made.files, dumped(list));
  if (asked.manner.json) {
    list["folder"] = folder;
    list["left_out"] = Json::array();
    for (ExportKind const& kind : choice.left_out) list["left_out"].push_back(kind.name);
    std::cout << dumped(list);
  } else {
    say_written(asked, folder, made, choice);
  }
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
