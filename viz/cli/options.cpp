#include "viz/cli/options.h"

#include <iostream>
#include <map>
#include <sstream>
#include <string_view>

#include "sim/base/errors.h"
#include "viz/cli/fault_text.h"
#include "viz/cli/option_parts.h"
#include "viz/cli/options_asking.h"
#include "viz/cli/options_exports.h"
#include "viz/cli/options_reproduce.h"

namespace shudao::viz::cli {
namespace {

using experiment::Fault;

std::map<std::string, Fault> const kFaults = {{"lost-teu", Fault::lost_teu},
                                              {"double-charge", Fault::double_charge},
                                              {"over-full", Fault::over_full},
                                              {"lose-box", Fault::lose_box}};
std::map<std::string, Plans::Proof> const kProofs = {{"missing", Plans::Proof::missing}, {"all", Plans::Proof::all}};
constexpr char kDefaultScenario[] = "scenarios/sichuan";

std::map<std::string, experiment::Figure> figures_by_name() {
  using experiment::Figure;
  std::map<std::string, Figure> figures;
  for (Figure const figure : {Figure::transit_time_h, Figure::p95_h, Figure::cost_cny_per_teu, Figure::co2e_kg_per_teu,
                              Figure::throughput_teu_per_year})
    figures.emplace(experiment::name_of(figure), figure);
  return figures;
}
std::map<std::string, experiment::Figure> const kFigures = figures_by_name();

/// A count of 0 if the word means none.
experiment::Shard shard_called(std::string const& word) {
  experiment::Shard shard;
  char slash = 0;
  std::istringstream words{word};
  bool const is_read = static_cast<bool>(words >> shard.number >> slash >> shard.count) && words.peek() == EOF;
  bool const is_sound = is_read && slash == '/' && shard.number >= 1 && shard.number <= shard.count;
  return is_sound ? shard : experiment::Shard{0, 0};
}

/// "2%" or "0.02"; 0 for what is no share above 0 and below 1.
double share_called(std::string const& word) {
  std::istringstream words{word};
  double value = 0;
  std::string unit;
  words >> value >> unit;
  if (unit == "%") value /= 100;
  bool const is_sound = (unit.empty() || unit == "%") && value > 0 && value < 1;
  return is_sound ? value : 0;
}

/// Replications until measures are known well enough.
void add_precision(CLI::App& app, experiment::Precision& precision) {
  CLI::Validator const is_share{[](std::string const& word) -> std::string {
                                  if (share_called(word) > 0) return {};
                                  return "must be a share like 2% or 0.02, found " + word;
                                },
                                ""};
  auto* const asked =
      app.add_option_function<std::string>(
             "--precision", [&precision](std::string const& word) { precision.share = share_called(word); },
             "add replications, from ten on, until half the 95 % interval is at most this share of the value, like 2%")
          ->check(is_share)
          ->excludes("--shard");
  app.add_option("--precision-measures", precision.measures,
                 "of which measures, with commas between (default transit_time_h.mean on --corridors or all; of a study its "
                 "first measure)")
      ->delimiter(',')
      ->needs(asked);
  app.add_option("--most", precision.most, "replications at the most (default 200)")
      ->check(whole_number(1, kMostReplications - 1))
      ->needs(asked);
}

/// "2/3": the second of three shares.
CLI::Validator share_of_all() {
  return {[](std::string const& word) -> std::string {
            experiment::Shard const shard = shard_called(word);
            return shard.count > 0 ? std::string{} : "must be like 2/3, the second of three shares, found " + word;
          },
          ""};
}

/// Where results go, and which share of them.
void add_store(CLI::App& app, experiment::StudyOptions& options, char const* what) {
  auto* const results = app.add_option("--results", options.store, what);
  app.add_option_function<std::string>(
         "--shard", [&options](std::string const& word) { options.shard = shard_called(word); },
         "compute only this share, like 2/3; shudao merge puts all shares together")
      ->check(share_of_all())
      ->needs(results);
}

void add_study(CLI::App& app, experiment::StudyOptions& options, Manner& manner) {
  add_simulation(app, options, manner);
  add_choice(app, "--fault", options.fault, kFaults, "plant a fault to see a law catch it (docs/guides/laws.md)");
  add_store(app, options, "keep the results in this file; what it has is not computed again");
}

void add_strict(CLI::App& app, bool& is_strict) {
  app.add_flag("--strict", is_strict, "exit code 4 when a guard-rail warns (docs/guides/guard-rails.md)");
}

void add_detail(CLI::App& app, Detail& detail) {
  app.add_option("--corridors", detail.corridors, "tell these corridors in detail: ids or names, with commas between");
  app.add_flag("--details", detail.is_full, "tell every corridor, place and service of a large world in detail");
}

/// The command line as CLI11 sees it, filling one struct a subcommand.
class Reader {
 public:
  Reader() {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", "shudao " + program_version());
    add_run();
    add_compare();
    add_merge();
    add_validate();
    add_calibrate();
    add_studies();
    asking_.add_to(app_);
    add_check();
    add_routes();
    add_trace();
    add_network();
    add_sources();
    add_rules();
    add_diff();
    add_plans();
    add_report();
    add_figure();
    exports_.add_to(app_);
    reproduce_.add_to(app_);
    add_warm_up();
    version_ = app_.add_subcommand("version", "print the version");
    add_manner(*version_, version_says_.manner);
  }

  std::optional<Command> read(int argc, char const* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (CLI::Success const& asked_for_help) {
      app_.exit(asked_for_help);
      return std::nullopt;
    } catch (CLI::ParseError const& error) {
      throw InputErrors{{described(error)}};
    }
    return chosen();
  }

  std::string help() { return app_.help(); }

 private:
  void add_run() {
    run_ = app_.add_subcommand("run", "simulate one scenario");
    run_->add_option("SCENARIO", run_says_.scenario, "world or patch: a file, or the folder of scenario.json")
        ->required();
    add_preview(*run_, run_says_.is_preview);
    add_detail(*run_, run_says_.detail);
    add_strict(*run_, run_says_.is_strict);
    add_study(*run_, run_says_.options, run_says_.manner);
    add_precision(*run_, run_says_.options.precision);
  }
  void add_compare() {
    compare_ = app_.add_subcommand("compare", "simulate scenarios with the same draws and compare them with the first");
    compare_->add_option("BASE", compare_says_.base, "the scenario to compare with")->required();
    compare_->add_option("ALTERNATIVE", compare_says_.alternatives, "the scenarios in question")->required();
    add_preview(*compare_, compare_says_.is_preview);
    add_detail(*compare_, compare_says_.detail);
    add_strict(*compare_, compare_says_.is_strict);
    add_study(*compare_, compare_says_.options, compare_says_.manner);
    add_precision(*compare_, compare_says_.options.precision);
  }
  void add_merge() {
    merge_ = app_.add_subcommand("merge", "put the shares of one study together (--shard)");
    merge_->add_option("OUT", merge_says_.out, "the results file to write")->required();
    merge_->add_option("PART", merge_says_.parts, "what each share left: OUT.1of3.partial …")->required();
    add_detail(*merge_, merge_says_.detail);
    merge_->add_flag("--quiet", merge_says_.manner.is_quiet, "say nothing on stderr but errors");
    add_manner(*merge_, merge_says_.manner);
  }
  void add_validate() {
    validate_ = app_.add_subcommand("validate", "simulate what was observed and say how near it comes");
    validate_->add_option("VALIDATION", validate_says_.file, "a validation file, or the folder of validation.json")
        ->required();
    add_simulation(*validate_, validate_says_.options, validate_says_.manner);
  }
  void add_calibrate() {
    calibrate_ = app_.add_subcommand("calibrate", "fit the free inputs of a validation file to its calibrated rows");
    calibrate_->add_option("VALIDATION", calibrate_says_.file, "a validation file, or the folder of validation.json")
        ->required();
    calibrate_->add_option("--out", calibrate_says_.out, "the patch to write (default calibrated.json beside it)");
    calibrate_->add_option("--evaluations", calibrate_says_.evaluations, "most simulations of all rows (default 60)")
        ->check(whole_number(1, 1'000'000));
    calibrate_->add_option("--rows", calibrate_says_.rows, "fit to these calibrated rows only");
    add_simulation(*calibrate_, calibrate_says_.options, calibrate_says_.manner);
  }
  void add_studies() {
    studies_ = app_.add_subcommand("study", "answer questions: a base, its alternatives, what they change");
    studies_->add_option("STUDY", studies_say_.studies, "ids like S07, study files, or folders of them");
    studies_->add_flag("--all", studies_say_.is_all, "all studies of the folder");
    studies_say_.folder = kStudies;
    studies_->add_option("--in", studies_say_.folder, "folder of the studies (default scenarios/sichuan/studies)");
    add_preview(*studies_, studies_say_.is_preview);
    add_simulation(*studies_, studies_say_.options, studies_say_.manner);
    add_choice(*studies_, "--fault", studies_say_.options.fault, kFaults, "plant a fault to see a law catch it");
    add_store(
        *studies_, studies_say_.options,
        "keep the results in this file, or of several studies in this folder; what is there is not computed again");
    add_precision(*studies_, studies_say_.options.precision);
  }
  void add_check() {
    check_ = app_.add_subcommand("check", "read scenarios and report everything that is wrong with them");
    check_->add_option("SCENARIO", check_says_.scenarios, "worlds, patches, validation files or studies")->required();
    add_manner(*check_, check_says_.manner);
  }
  void add_routes() {
    routes_ = app_.add_subcommand("routes", "the quickest routes between two places of a scenario");
    routes_
        ->add_option("NAMES", names_, "[SCENARIO] FROM TO: names by id, Chinese or English (default scenarios/sichuan)")
        ->required()
        ->expected(2, 3);
    routes_->add_option("-k,--count", routes_says_.count, "how many routes")->check(whole_number(1, 1000));
    add_manner(*routes_, routes_says_.manner);
  }
  void add_trace() {
    trace_ = app_.add_subcommand("trace", "the life of one consignment, with its ledger");
    trace_->add_option("RESULTS", trace_says_.results, "a file that run or compare kept")->required();
    trace_->add_option("CONSIGNMENT", trace_says_.consignment, "flow/number, for example export-lodz/12")->required();
    add_manner(*trace_, trace_says_.manner);
  }

  void add_network() {
    network_ = app_.add_subcommand("network", "places, links, services; what connects, and what binds each corridor");
    network_->add_option("SCENARIO", network_says_.scenario, "world or patch (default scenarios/sichuan)");
    network_->add_option("--geojson", network_says_.geojson, "also write places and links to this GeoJSON file");
    add_manner(*network_, network_says_.manner);
  }
  void add_sources() {
    sources_ = app_.add_subcommand("sources", "every number with its source and grade; which of them matter most");
    sources_->add_option("SCENARIO", sources_says_.scenario, "world or patch (default scenarios/sichuan)");
    add_ranking(*sources_, sources_says_);
    sources_->add_flag("--quiet", sources_says_.manner.is_quiet, "no progress on stderr");
    add_manner(*sources_, sources_says_.manner);
  }
  void add_rules() {
    rules_ = app_.add_subcommand("rules", "the rules at hand: what asks for them and where they apply; or one of them");
    rules_
        ->add_option("WORDS", rule_words_,
                     "[SCENARIO], a folder of rules, or: show ID [SCENARIO] (default scenarios/sichuan)")
        ->expected(0, 3);
    add_manner(*rules_, rules_says_.manner);
  }
  void add_diff() {
    diff_ = app_.add_subcommand("diff", "what differs between two scenarios, in words");
    diff_->add_option("A", diff_says_.a, "world or patch")->required();
    diff_->add_option("B", diff_says_.b, "world or patch")->required();
    diff_->add_option("--patch", diff_says_.patch, "also write the patch that makes B of A to this file");
    add_manner(*diff_, diff_says_.manner);
  }
  void add_warm_up() {
    warm_up_ = app_.add_subcommand("warm-up", "propose how many weeks a run takes to forget how it began");
    warm_up_->add_option("SCENARIO", warm_up_says_.scenario, "world or patch: a file, or the folder of scenario.json")
        ->required();
    warm_up_->add_option("--weeks", warm_up_says_.options.weeks, "weeks to look at (default: its warm-up and 26 more)")
        ->check(whole_number(8, 10000));
    add_simulation(*warm_up_, warm_up_says_.options.study, warm_up_says_.manner);
    warm_up_->get_option("--replications")->description("replications of either start (default 5)");
  }
  void add_plans() {
    plans_ = app_.add_subcommand("plans", "what the plans ask for, and what of it the model has");
    plans_->add_option("FOLDER", plans_says_.folder, "folder of a world with its plans (default scenarios/sichuan)");
    plans_->add_option("--category", plans_says_.category, "only this category, item by item");
    plans_->add_flag("--details", plans_says_.is_full, "item by item");
    add_choice(*plans_, "--prove", plans_says_.proof, kProofs,
               "take the elements of these items away, see whether the ledgers change, write plans/represented.json");
    plans_->add_flag("--quiet", plans_says_.manner.is_quiet, "no progress on stderr");
    add_manner(*plans_, plans_says_.manner);
  }
  void add_report() {
    report_ = app_.add_subcommand("report", "tables, figures, method and sources of kept results, as one HTML file");
    report_->add_option("RESULTS", report_says_.results, "a file that run or compare kept")->required();
    report_->add_option("--out", report_says_.out, "the file to write (default: RESULTS with the ending .html)");
    add_manner(*report_, report_says_.manner);
  }
  void add_figure() {
    figure_ = app_.add_subcommand("figure", "one figure of kept results: SVG, and its numbers as JSON and CSV");
    figure_->add_option("ID", figure_says_.id, "of the figure; a wrong one is answered with all there are")->required();
    figure_->add_option("RESULTS", figure_says_.results, "a file that run or compare kept")->required();
    figure_->add_option("--out", figure_says_.out, "folder to write to (default: here)");
    add_manner(*figure_, figure_says_.manner);
  }
  /// "show ID [SCENARIO]", or "[SCENARIO]".
  Command chosen_rules() {
    bool const is_one = !rule_words_.empty() && rule_words_.front() == "show";
    std::size_t const before = is_one ? 2 : 0;
    if (is_one && rule_words_.size() < 2)
      throw InputErrors{{InputError{kCommandLine, "", 0, "", "rules show needs the id of a rule", ""}}};
    if (rule_words_.size() > before + 1)
      throw InputErrors{{InputError{kCommandLine, "", 0, "", "rules: one word too many, " + rule_words_.back(), ""}}};
    if (is_one) rules_says_.rule = rule_words_[1];
    rules_says_.scenario = rule_words_.size() > before ? rule_words_[before] : kDefaultScenario;
    return rules_says_;
  }
  /// Options that mean nothing without --elasticity.
  static void add_ranking(CLI::App& app, ShowSources& says) {
    experiment::StudyOptions& study = says.elasticity.study;
    auto* const figure = add_choice(app, "--elasticity", says.elasticity.figure, kFigures,
                                    "run the inputs at their low and high, rank them by what this answers");
    auto const add = [&](char const* name, auto& value, char const* help, std::uint64_t least, std::uint64_t most) {
      app.add_option(name, value, help)->check(whole_number(least, most))->needs(figure);
    };
    add("--top", says.elasticity.top, "how many inputs to try, those of the widest range first (default 10)", 1,
        100000);
    add("--replications", study.replications, "replications (default: the scenario's own)", 1, kMostReplications - 1);
    add("--seed", study.seed, "seed of all draws (default: the scenario's own)", 0, UINT64_MAX);
    add("--threads", study.threads, "threads (default: all cores); results do not depend on it", 1, kMostThreads);
    add("--warm-up-weeks", says.warm_up_weeks, "shorter warm-up than the scenario's own", 0, 10000);
    add("--window-weeks", says.window_weeks, "shorter window than the scenario's own", 1, 10000);
    add("--cap-weeks", says.cap_weeks, "shorter cap than the scenario's own", 0, 10000);
    app.add_option("--corridor", says.elasticity.corridor, "the corridor that is asked (default: all)")->needs(figure);
  }

  Command chosen() {
    if (run_->parsed()) return run_says_;
    if (compare_->parsed()) return compare_says_;
    if (merge_->parsed()) return merge_says_;
    if (validate_->parsed()) return validate_says_;
    if (calibrate_->parsed()) return calibrate_says_;
    if (studies_->parsed()) return studies_say_;
    if (auto asked = asking_.chosen()) return *asked;
    if (check_->parsed()) return check_says_;
    if (routes_->parsed()) {
      routes_says_.scenario = names_.size() == 3 ? names_.front() : kDefaultScenario;
      routes_says_.from = names_.at(names_.size() - 2);
      routes_says_.to = names_.back();
      return routes_says_;
    }
    if (trace_->parsed()) return trace_says_;
    if (network_->parsed()) {
      if (network_says_.scenario.empty()) network_says_.scenario = kDefaultScenario;
      return network_says_;
    }
    if (sources_->parsed()) {
      if (sources_says_.scenario.empty()) sources_says_.scenario = kDefaultScenario;
      sources_says_.is_ranked = sources_->count("--elasticity") > 0;
      return sources_says_;
    }
    if (rules_->parsed()) return chosen_rules();
    if (diff_->parsed()) return diff_says_;
    if (report_->parsed()) return report_says_;
    if (figure_->parsed()) return figure_says_;
    if (auto asked = exports_.chosen()) return *asked;
    if (reproduce_.is_chosen()) return reproduce_.says();
    if (warm_up_->parsed()) return warm_up_says_;
    if (plans_->parsed()) {
      if (plans_says_.folder.empty()) plans_says_.folder = kDefaultScenario;
      return plans_says_;
    }
    return version_says_;
  }

  /// The command that was named; the program itself if none was.
  [[nodiscard]] CLI::App const& spoken() const {
    for (CLI::App const* command : app_.get_subcommands({}))
      if (command->parsed()) return *command;
    return app_;
  }

  /// The first word that nothing could be made of, and the nearest one that would have been understood.
  [[nodiscard]] InputError unknown_word() const {
    InputError said{kCommandLine, "", 0, "", "", ""};
    auto const left = app_.remaining(true);
    std::string const word = left.empty() ? std::string{} : left.front();
    std::vector<std::string> known;
    if (&spoken() == &app_) {
      said.expected = "there is no command " + word;
      for (CLI::App const* command : app_.get_subcommands({})) known.push_back(command->get_name());
    } else {
      bool const is_option = word.rfind('-', 0) == 0;
      said.expected = spoken().get_name() + ": " + (is_option ? "no such option, " : "one word too many, ") + word;
      for (CLI::Option const* option : spoken().get_options())
        for (std::string const& name : option->get_lnames()) known.push_back("--" + name);
      if (!is_option) known.clear();
    }
    said.nearest = nearest_name(word, known);
    return said;
  }

  [[nodiscard]] std::string names_of_commands() const {
    std::string names;
    for (CLI::App const* command : app_.get_subcommands([](CLI::App const*) { return true; }))
      names += (names.empty() ? "" : ", ") + command->get_name();
    return names;
  }

  /// What is wrong with the command line, as one sentence.
  [[nodiscard]] InputError described(CLI::ParseError const& error) const {
    auto const sentence = [](std::string words) { return InputError{kCommandLine, "", 0, "", std::move(words), ""}; };
    if (app_.remaining_size(true) > 0) return unknown_word();
    if (dynamic_cast<CLI::RequiredError const*>(&error) != nullptr) {
      if (&spoken() == &app_) return sentence("one of the commands " + names_of_commands() + " is missing");
      std::string wanted = spoken().get_name() + " needs";
      for (CLI::Option const* option : spoken().get_options())
        if (option->get_positional()) wanted += " " + option->get_name(true);
      return sentence(wanted);
    }
    // CLI11 says "--replications: must be …", "--seed: 1 required INT missing".
    std::string words = error.what();
    std::size_t const colon = words.find(": ");
    if (colon == std::string::npos) return sentence(words);
    if (dynamic_cast<CLI::ArgumentMismatch const*>(&error) != nullptr)
      return sentence(words.substr(0, colon) + " needs a value");
    return sentence(words.erase(colon, 1));
  }

  CLI::App app_{"Shudao (蜀道): simulates freight corridors and what a rule, a service or a place changes.", "shudao"};
  CLI::App *run_ = nullptr, *compare_ = nullptr, *validate_ = nullptr, *calibrate_ = nullptr, *studies_ = nullptr,
           *check_ = nullptr, *merge_ = nullptr, *routes_ = nullptr, *trace_ = nullptr, *network_ = nullptr,
           *sources_ = nullptr, *rules_ = nullptr, *diff_ = nullptr, *plans_ = nullptr, *report_ = nullptr,
           *figure_ = nullptr, *warm_up_ = nullptr, *version_ = nullptr;
  Run run_says_;
  Compare compare_says_;
  Merge merge_says_;
  Validate validate_says_;
  Calibrate calibrate_says_;
  AskStudies studies_say_;
  Check check_says_;
  Routes routes_says_;
  Trace trace_says_;
  ShowNetwork network_says_;
  ShowSources sources_says_;
  ShowRules rules_says_;
  Diff diff_says_;
  Plans plans_says_;
  WriteReport report_says_;
  WriteFigure figure_says_;
  AskWarmUp warm_up_says_;
  Version version_says_;
  AskingOptions asking_;
  ExportOptions exports_;
  ReproduceOptions reproduce_;
  std::vector<std::string> names_, rule_words_;
};

}  // namespace

std::string program_version() { return SHUDAO_VERSION; }

std::optional<Command> read_options(int argc, char const* const* argv) { return Reader{}.read(argc, argv); }

std::string help_text() { return Reader{}.help(); }

bool wants_json(int argc, char const* const* argv) {
  for (int i = 1; i < argc; ++i)
    if (std::string_view{argv[i]} == "--json") return true;
  return false;
}

Language wanted_language(int argc, char const* const* argv) {
  for (int i = 1; i < argc; ++i) {
    std::string word{argv[i]};
    if (word.rfind("--lang", 0) != 0) continue;
    if (word == "--lang" && i + 1 < argc) word += std::string{"="} + argv[i + 1];
    auto const named = kLanguages.find(word.substr(std::min(word.size(), std::size_t{7})));
    if (named != kLanguages.end()) return named->second;
  }
  return Language::both;
}

}  // namespace shudao::viz::cli
