#include <algorithm>
#include <iostream>
#include <map>

#include "network/great_circle.h"
#include "scenarios/network_of.h"
#include "scenarios/read.h"
#include "scenarios/rides.h"
#include "scenarios/study.h"
#include "scenarios/validation.h"
#include "viz/cli/files.h"
#include "viz/cli/life_text.h"
#include "viz/cli/names.h"
#include "viz/cli/options.h"
#include "viz/cli/perform.h"
#include "viz/cli/report_error.h"
#include "viz/cli/result_json.h"
#include "viz/cli/routes_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Scenario;

constexpr std::size_t kExamplesShown = 5;

/// What the reader noted, and stated distances that do not fit the positions of their ends.
std::vector<std::string> notes_on(Scenario const& scenario, Language language) {
  std::vector<std::string> notes = scenario.notes;
  network::Network const network = scenarios::network_of(scenario);
  for (network::DistanceFinding const& finding : network::distance_findings(network)) {
    network::Wording const said = network::words(network, finding);
    notes.push_back(in_language(said.zh, said.en, language, " / "));
  }
  return notes;
}

/// The node of the place that a person means.
network::NodeId find_node(Scenario const& scenario, network::Network const& network, std::string const& wanted) {
  std::string const& id = scenario.places[find_place(scenario, wanted)].id;
  if (auto const node = network.find(id)) return *node;
  throw InputErrors{{InputError{scenario.id, "/places/" + id + "/status", 0, "planned", "a place that is open", ""}}};
}

void check_validation(std::string const& file, Manner const& manner, Checked& found) {
  scenarios::Validation const validation = scenarios::read_validation(file);
  found.scenario = validation.scenario().id;
  found.notes = validation.notes;
  auto const& rows = validation.rows;
  auto const held_out = std::count_if(rows.begin(), rows.end(), [](auto const& row) { return row.is_held_out; });
  if (!manner.json)
    std::cout << say(Key::validation_is_sound, manner.language, file, rows.size(), held_out, validation.worlds.size(),
                     validation.free.size())
              << '\n';
}

void check_study(std::string const& file, Manner const& manner, Checked& found) {
  scenarios::Study const study = scenarios::read_study(file);
  found.scenario = study.id;
  found.notes = study.notes;
  if (!manner.json)
    std::cout << say(Key::study_is_sound, manner.language, file, study.id, study.worlds.size() - 1,
                     study.measures.size())
              << '\n';
}

/// Reads one file; what is wrong with it is kept and raises the exit code.
Checked checked(std::string const& file, Manner const& manner, ExitCode& worst) {
  Checked found{file, "", {}, {}};
  try {
    if (scenarios::is_validation(file)) {
      check_validation(file, manner, found);
      return found;
    }
    if (scenarios::is_study(file)) {
      check_study(file, manner, found);
      return found;
    }
    Scenario const scenario = read_world(file);
    found.scenario = scenario.id;
    found.notes = notes_on(scenario, manner.language);
    if (!manner.json)
      std::cout << say(Key::scenario_is_sound, manner.language, file, scenario.id, scenario.places.size(),
                       scenario.services.size(), scenario.flows.size() - scenario.repositioning.size())
                << '\n';
  } catch (InputErrors const& wrong) {
    found.errors = wrong.errors();
    worst = std::max(worst, ExitCode::bad_input);
    if (!manner.json) std::cerr << errors_text(wrong.errors(), manner.language);
  } catch (FileError const& wrong) {
    auto const* problem = dynamic_cast<FileProblem const*>(&wrong);
    found.errors = {problem != nullptr ? problem->problem()
                                       : InputError{file, "", 0, wrong.what(), "a file that can be read", ""}};
    worst = std::max(worst, ExitCode::file_or_system);
    if (!manner.json) std::cerr << file_error_text(found.errors.front(), manner.language);
  }
  return found;
}

[[noreturn]] void refuse_consignment(std::string const& store, std::string const& wanted, Language language) {
  std::vector<std::string> const kept = experiment::sampled_consignments(store);
  std::string some;
  for (std::size_t i = 0; i < std::min(kExamplesShown, kept.size()); ++i) some += (i == 0 ? "" : ", ") + kept[i];
  throw InputErrors{{InputError{store, "", 0, "\"" + wanted + "\"",
                                say(Key::also_read, language == Language::zh ? language : Language::en, some),
                                nearest_name(wanted, kept)}}};
}

/// A finished store, and the scenarios that it keeps.
class Store {
 public:
  explicit Store(std::string const& path) : path_{path} {
    for (auto const& [id, document] : experiment::read_documents(path))
      scenarios_.emplace(id, scenarios::read_document(document, id));
  }

  /// The consignment by its own name, or with the flow's Chinese or English name before the slash.
  [[nodiscard]] std::vector<experiment::Life> lives(std::string const& wanted) const {
    std::vector<experiment::Life> found = experiment::read_lives(path_, wanted);
    std::size_t const slash = wanted.rfind('/');
    if (!found.empty() || slash == std::string::npos) return found;
    for (auto const& [id, scenario] : scenarios_) {
      found = experiment::read_lives(path_, flow_id(scenario, wanted.substr(0, slash)) + wanted.substr(slash));
      if (!found.empty()) break;
    }
    return found;
  }

  [[nodiscard]] Scenario const& scenario(std::string const& id) const {
    auto const at = scenarios_.find(id);
    if (at == scenarios_.end()) throw FileError{path_ + " keeps no document of scenario " + id};
    return at->second;
  }

 private:
  std::string path_;
  std::map<std::string, Scenario> scenarios_;
};

}  // namespace

int perform(Check const& check) {
  ExitCode worst = ExitCode::ok;
  std::vector<Checked> all;
  for (std::string const& file : check.scenarios) {
    all.push_back(checked(file, check.manner, worst));
    if (check.manner.json) continue;
    for (std::string const& note : all.back().notes)
      std::cout << "  " << label(Key::notes, check.manner.language) << ": " << note << '\n';
  }
  if (check.manner.json) std::cout << json_text(worst, all);
  return static_cast<int>(worst);
}

int perform(Routes const& asked) {
  Scenario const scenario = read_world(asked.scenario);
  scenarios::Rides const rides = scenarios::rides_of(scenario);
  network::NodeId const from = find_node(scenario, rides.network, asked.from);
  network::NodeId const to = find_node(scenario, rides.network, asked.to);
  auto const routes = scenarios::sensible_journeys(scenario, rides, from, to, static_cast<std::size_t>(asked.count));
  std::string const said = asked.manner.json ? json_text(rides, from, to, routes)
                                             : routes_text(rides, from, to, routes, asked.manner.language);
  (routes.empty() && !asked.manner.json ? std::cerr : std::cout) << said;
  return static_cast<int>(routes.empty() ? ExitCode::bad_input : ExitCode::ok);
}

int perform(Trace const& trace) {
  Store const store{trace.results};
  auto const lives = store.lives(trace.consignment);
  if (lives.empty()) refuse_consignment(trace.results, trace.consignment, trace.manner.language);
  if (trace.manner.json) {
    std::cout << json_text(lives);
    return static_cast<int>(ExitCode::ok);
  }
  for (std::size_t i = 0; i < lives.size(); ++i)
    std::cout << (i == 0 ? "" : "\n") << life_text(lives[i], store.scenario(lives[i].scenario), trace.manner.language);
  return static_cast<int>(ExitCode::ok);
}

int perform(Version const& version) {
  std::cout << (version.manner.json ? version_json(program_version()) : "shudao " + program_version() + "\n");
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
