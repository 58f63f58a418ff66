#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/kept_study.h"
#include "sim/experiment/results.h"

namespace shudao::viz::report {

using scenarios::Text;

/// What places, links, services, resources and corridors of a world are called.
class Names {
 public:
  explicit Names(scenarios::Scenario const&);
  /// The id itself where nothing of this id is there.
  [[nodiscard]] Text of(std::string const& id) const;
  /// Without what stands in parentheses.
  [[nodiscard]] Text short_of(std::string const& id) const;
  [[nodiscard]] Text corridor(std::string const& id) const;
  /// "Place: resource" of "place/resource".
  [[nodiscard]] Text resource(std::string const& id) const;

 private:
  std::map<std::string, Text> names_, corridors_;
};

/// One scenario of a study with what came out.
struct World {
  std::string role;  ///< "base", "alternative", "alternative-2" …
  scenarios::Scenario scenario;
  experiment::ScenarioResult const* result = nullptr;
  [[nodiscard]] Text title() const { return result->title; }
};

/// All that a report is made of, from one results store alone.
class StudyData {
 public:
  /// Throws FileError for what is no results store.
  explicit StudyData(std::string store);

  [[nodiscard]] std::string const& store() const { return store_; }
  [[nodiscard]] experiment::Comparison const& comparison() const { return *comparison_; }
  [[nodiscard]] std::vector<World> const& worlds() const { return worlds_; }  ///< The base first.
  [[nodiscard]] World const& base() const { return worlds_.front(); }
  [[nodiscard]] bool has_alternatives() const { return worlds_.size() > 1; }
  [[nodiscard]] Names const& names() const { return *names_; }
  /// What was asked and found, if a study file asked for these worlds.
  [[nodiscard]] std::optional<experiment::KeptStudy> const& kept_study() const { return kept_study_; }
  /// What was observed of the base world itself, by id.
  [[nodiscard]] std::vector<scenarios::Observed> const& observed() const { return observed_; }
  /// Titles of the worlds without the words that all of them begin with.
  [[nodiscard]] Text short_title(World const&) const;
  [[nodiscard]] std::int64_t replications() const { return base().result->replications; }

 private:
  std::string store_;
  std::unique_ptr<experiment::Comparison> comparison_;
  std::vector<World> worlds_;
  std::unique_ptr<Names> names_;
  std::optional<experiment::KeptStudy> kept_study_;
  std::vector<scenarios::Observed> observed_;
};

/// Whether any cargo of the corridor was observed in this result.
bool has_cargo(experiment::CorridorResult const&);

/// The corridor of this id in a result; null if it has none.
experiment::CorridorResult const* find_corridor(experiment::ScenarioResult const&, std::string const& id);

}  // namespace shudao::viz::report
