#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/experiment/elasticity.h"
#include "sim/experiment/study.h"
#include "sim/experiment/warm_up.h"
#include "viz/cli/manner.h"
#include "viz/cli/reproduce_command.h"
#include "viz/cli/select_command.h"
#include "viz/cli/sensitivity_command.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// How much of a result is told to people.
struct Detail {
  std::string corridors;  ///< Names, with commas between; empty: none asked for.
  bool is_full = false;   ///< Everything.
};

struct Run {
  std::string scenario;
  experiment::StudyOptions options;
  Detail detail;
  bool is_strict = false;  ///< A guard-rail that warns is a failure.
  Manner manner;
  bool is_preview = false;
};
struct Compare {
  std::string base;
  std::vector<std::string> alternatives;
  experiment::StudyOptions options;
  Detail detail;
  bool is_strict = false;  ///< As of a run, in either scenario.
  Manner manner;
  bool is_preview = false;
};
/// Shares of one study, each in a partial store.
struct Merge {
  std::string out;
  std::vector<std::string> parts;
  Detail detail;
  Manner manner;
};
struct Validate {
  std::string file;
  experiment::StudyOptions options;
  Manner manner;
};
struct Calibrate {
  std::string file;
  std::string out;  ///< The patch; empty: calibrated.json beside the file.
  int evaluations = 60;
  std::vector<std::string> rows;
  experiment::StudyOptions options;
  Manner manner;
};
struct AskStudies {
  std::vector<std::string> studies;  ///< Files, folders, or ids of studies in `folder`.
  std::string folder;
  bool is_all = false;      ///< All of `folder`.
  bool is_preview = false;  ///< A quarter of the window and few replications.
  experiment::StudyOptions options;
  Manner manner;
};
struct Check {
  std::vector<std::string> scenarios;
  Manner manner;
};
struct Routes {
  std::string scenario, from, to;
  int count = 3;
  Manner manner;
};
struct Trace {
  std::string results, consignment;
  Manner manner;
};
struct ShowNetwork {
  std::string scenario;
  std::string geojson;  ///< File to write; empty: none.
  Manner manner;
};
struct ShowSources {
  std::string scenario;
  bool is_ranked = false;  ///< Run the inputs and rank them; otherwise only list.
  experiment::ElasticityOptions elasticity;
  std::optional<int> warm_up_weeks, window_weeks, cap_weeks;  ///< For the ranking; none: the scenario's own.
  Manner manner;
};
struct ShowRules {
  std::string scenario;  ///< World, patch, folder of rules or rule file.
  std::string rule;      ///< The one to show; empty: list all.
  Manner manner;
};
struct Diff {
  std::string a, b;
  std::string patch;  ///< File to write; empty: none.
  Manner manner;
};
struct Plans {
  std::string folder;    ///< Of the world; its catalogue stands in `plans`, its studies in `studies`.
  std::string category;  ///< Empty: all.
  bool is_full = false;  ///< Every item.
  enum class Proof : unsigned char { none, missing, all };
  Proof proof = Proof::none;  ///< Of which items: take the elements away and see whether the ledgers change.
  Manner manner;
};
struct WriteReport {
  std::string results;
  std::string out;  ///< Empty: beside the results, with the ending .html.
  Manner manner;
};
struct WriteFigure {
  std::string id, results;
  std::string out = ".";  ///< Folder.
  Manner manner;
};
struct Export {
  std::string results;
  std::string out;                 ///< Folder; empty: beside the results, with the ending .export.
  std::vector<std::string> kinds;  ///< Names of report/export/export.h; empty: all that are possible.
  bool has_mark = true;            ///< CSV files begin with a byte order mark.
  std::string licence;             ///< SPDX identifier; empty: that of the program.
  Manner manner;
};
struct AskWarmUp {
  std::string scenario;
  experiment::WarmUpOptions options;
  Manner manner;
};
struct Version {
  Manner manner;
};

/// What the person asked for, one struct a subcommand.
using Command = std::variant<Run, Compare, Merge, Validate, Calibrate, AskStudies, Select, AskSensitivity, Check,
                             Routes, Trace, ShowNetwork, ShowSources, ShowRules, Diff, Plans, WriteReport, WriteFigure,
                             Export, Reproduce, AskWarmUp, Version>;

}  // namespace shudao::viz::cli
