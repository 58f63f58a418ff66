#include "sim/experiment/coverage.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "scenarios/without.h"
#include "sim/base/errors.h"
#include "sim/base/is_among.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

namespace {

using scenarios::Carrier;
using scenarios::Scenario;
using scenarios::Study;

constexpr char kAlternative[] = "/alternatives/";
constexpr int kWeeksOfWarmUp = 1;
/// A short window first; what nobody meets in it may be met in a longer one.
constexpr int kShortWindow = 6, kWholeWindow = 0;

Fingerprint ledger_digest(Scenario const& scenario) {
  StudyOptions options;
  options.replications = 1;
  return run_study(scenario, options).comparison.base.ledger_digest;
}

Scenario shortened(Scenario const& scenario, int window_weeks) {
  bool const is_short_enough = scenario.window <= Duration::from_days(7 * window_weeks);
  if (window_weeks == kWholeWindow || is_short_enough) return scenario;
  return scenarios::patched(scenario, "{\"run\":{\"warm_up_weeks\":" + std::to_string(kWeeksOfWarmUp) +
                                          ",\"window_weeks\":" + std::to_string(window_weeks) + "}}");
}

void add_world(std::vector<Carrier>& all, std::vector<Carrier> found, std::string const& study,
               std::string const& world) {
  for (Carrier& carrier : found) {
    carrier.study = study;
    carrier.world = world;
    all.push_back(std::move(carrier));
  }
}

}  // namespace

PlanWorlds::PlanWorlds(Scenario base_world) { worlds_.push_back({"base", {}, std::move(base_world)}); }

PlanWorlds::PlanWorlds(Study study) : study_{std::filesystem::path{study.file}.stem().string()}, named_{study.plans} {
  for (auto& world : study.worlds) {
    named_.insert(named_.end(), world.plans.begin(), world.plans.end());
    worlds_.push_back({world.id, world.plans, std::move(world.scenario)});
  }
}

std::vector<Carrier> PlanWorlds::carriers(bool only_named) const {
  std::vector<Carrier> own, whole, common, elsewhere;
  add_world(common, scenarios::carriers_in(worlds_.front().scenario), study_, "base");
  auto const is_common = [&](Carrier const& carrier) {
    return std::any_of(common.begin(), common.end(), [&](Carrier const& other) {
      return other.item == carrier.item && other.element == carrier.element;
    });
  };
  for (std::size_t i = 1; i < worlds_.size(); ++i) {
    auto found = scenarios::carriers_in(worlds_[i].scenario);
    auto const rest = std::stable_partition(found.begin(), found.end(), std::not_fn(is_common));
    add_world(elsewhere, {rest, found.end()}, study_, worlds_[i].id);
    add_world(own, {found.begin(), rest}, study_, worlds_[i].id);
    for (auto const& item : worlds_[i].plans)
      whole.push_back({item, study_, worlds_[i].id, kAlternative + worlds_[i].id});
  }
  for (auto const* more : {&whole, &common, &elsewhere}) own.insert(own.end(), more->begin(), more->end());
  if (only_named) std::erase_if(own, [&](Carrier const& carrier) { return !is_among(carrier.item, named_); });
  return own;
}

PlanWorlds::World const* PlanWorlds::find(std::string const& id) const {
  auto const at = std::find_if(worlds_.begin(), worlds_.end(), [&](World const& world) { return world.id == id; });
  return at == worlds_.end() ? nullptr : &*at;
}

Fingerprint PlanWorlds::digest_of(World const& world, int window_weeks) {
  auto const key = world.id + " " + std::to_string(window_weeks);
  auto const known = digests_.find(key);
  if (known != digests_.end()) return known->second;
  return digests_[key] = ledger_digest(shortened(world.scenario, window_weeks));
}

bool PlanWorlds::matters(Carrier const& carrier, int window_weeks) {
  World const* world = find(carrier.world);
  if (world == nullptr) return false;
  if (carrier.element.starts_with(kAlternative))
    return digest_of(*world, window_weeks) != digest_of(worlds_.front(), window_weeks);
  auto const key = carrier.world + carrier.element + " " + std::to_string(window_weeks);
  auto const [known, is_new] = known_.try_emplace(key, false);
  if (is_new) {
    auto const rest = scenarios::without(shortened(world->scenario, window_weeks), carrier.element);
    known->second = rest && ledger_digest(*rest) != digest_of(*world, window_weeks);
  }
  return known->second;
}

namespace {

/// Goes through worlds and keeps the first carrier of each item that matters.
class Search {
 public:
  Search(scenarios::Catalogue const& catalogue, CoverageOptions const& options)
      : found{options.known}, catalogue_{catalogue}, options_{options} {}

  std::map<std::string, Carrier> found;

  /// Elements that were gone through in the base world need not be tried again.
  void go_through(PlanWorlds& worlds, bool only_named, std::set<std::string> const& known_elements = {}) {
    auto carriers = worlds.carriers(only_named);
    std::erase_if(carriers, [&](Carrier const& carrier) { return known_elements.contains(carrier.element); });
    for (int const weeks : {kShortWindow, kWholeWindow}) {
      for (Carrier const& carrier : carriers) {
        if (is_cancelled()) return;
        if (found.contains(carrier.item) || catalogue_.find(carrier.item) == nullptr) continue;
        if (worlds.matters(carrier, weeks)) found[carrier.item] = carrier;
      }
    }
    if (options_.on_progress) options_.on_progress(worlds.study(), found);
  }

  [[nodiscard]] bool is_cancelled() const { return options_.cancel != nullptr && options_.cancel->load(); }

 private:
  scenarios::Catalogue const& catalogue_;
  CoverageOptions const& options_;
};

}  // namespace

std::map<std::string, Carrier> represented_items(scenarios::Catalogue const& catalogue, std::string const& base_world,
                                                 std::vector<std::string> const& study_files,
                                                 CoverageOptions const& options) {
  Search search{catalogue, options};
  for (auto const& file : study_files) {
    if (search.is_cancelled()) break;
    PlanWorlds worlds{scenarios::read_study(file)};
    search.go_through(worlds, true);
  }
  PlanWorlds base{scenarios::read_scenario(base_world)};
  search.go_through(base, false);
  std::set<std::string> known_elements;
  for (Carrier const& carrier : base.carriers(false)) known_elements.insert(carrier.element);
  for (auto const& file : study_files) {
    if (search.is_cancelled()) break;
    PlanWorlds worlds{scenarios::read_study(file)};
    search.go_through(worlds, false, known_elements);
  }
  return std::move(search.found);
}

bool still_matters(Carrier const& carrier, std::string const& base_world, std::string const& studies) {
  auto const file = (std::filesystem::path{studies} / (carrier.study + ".json")).string();
  PlanWorlds worlds = carrier.study.empty() ? PlanWorlds{scenarios::read_scenario(base_world)}
                                            : PlanWorlds{scenarios::read_study(file)};
  auto const all = worlds.carriers(false);
  if (std::find(all.begin(), all.end(), carrier) == all.end()) return false;
  return worlds.matters(carrier, kShortWindow) || worlds.matters(carrier, kWholeWindow);
}

}  // namespace shudao::experiment
