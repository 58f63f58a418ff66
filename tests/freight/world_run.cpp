#include "tests/freight/world_run.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "scenarios/read.h"

namespace shudao::freight::test {

double Life::hours(scenarios::Component component) const {
  std::int64_t ms = 0;
  for (LedgerEntry const& entry : path) {
    if (entry.component == component) ms += entry.to_ms - entry.from_ms;
  }
  return Duration::from_ms(ms).h();
}

scenarios::Scenario example(std::string const& name) {
  return scenarios::read_scenario("scenarios/examples/" + name + ".json");
}

scenarios::Scenario patched(std::string const& name, std::string const& merge_patch,
                            std::vector<std::string> const& rules) {
  namespace fs = std::filesystem;
  std::string folder = (fs::temp_directory_path() / "shudao-test-XXXXXX").string();
  ensure(mkdtemp(folder.data()) != nullptr, "no temporary folder can be made");
  std::string listed;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::string const file = "rule" + std::to_string(i) + ".json";
    std::ofstream{fs::path{folder} / file} << rules[i];
    listed += (i > 0 ? ", \"" : "\"") + file + "\"";
  }
  std::string const base = fs::absolute("scenarios/examples/" + name + ".json").string();
  std::string const path = (fs::path{folder} / "patch.json").string();
  std::ofstream{path} << R"({"format": 1, "id": "patched", "title": {"zh": "试", "en": "trial"}, "base": ")" << base
                      << R"(", "rules": [)" << listed << R"(], "patch": )" << merge_patch << "}";
  scenarios::Scenario scenario = scenarios::read_scenario(path);
  fs::remove_all(folder);
  return scenario;
}

namespace {

class Memory final : public kernel::Sink {
 public:
  Memory(WorldRun& run, scenarios::Scenario const& scenario) : run_{run}, digest_{scenario} {}

  void take(kernel::Observation const& seen) override {
    digest_.add(seen);
    run_.facts.emplace_back(seen.key.time, seen.fact);
    std::int64_t const now = seen.key.time.ms();
    switch (static_cast<FactKind>(seen.fact.kind)) {
      case FactKind::ledger_entry:
        return entry(now, seen.fact.as<LedgerEntry>());
      case FactKind::costs: {
        auto const costs = seen.fact.as<Costs>();
        run_.lives[costs.lot].costs = costs;
        return;
      }
      case FactKind::delivered:
        return end(now, seen.fact.as<LotEnd>(), true);
      case FactKind::unfinished:
        return end(now, seen.fact.as<LotEnd>(), false);
      default:
        return;
    }
  }
  [[nodiscard]] Fingerprint digest() const { return digest_.value(); }

 private:
  void entry(std::int64_t now, LedgerEntry const& entry) {
    run_.all_entries.emplace_back(now, entry);
    if (entry.is_on_path) run_.lives[entry.lot].path.push_back(entry);
  }
  void end(std::int64_t now, LotEnd const& end, bool is_delivered) {
    Life& life = run_.lives[end.lot];
    life.end = end;
    life.is_delivered = is_delivered;
    life.ended_ms = now;
  }

  WorldRun& run_;
  FactDigest digest_;
};

}  // namespace

WorldRun run(scenarios::Scenario const& scenario, HowToRun const& how) {
  WorldRun result;
  Simulation simulation{build_world(scenario), {scenario.seed, how.replication}};
  Memory memory{result, scenario};
  kernel::RunOptions options;
  options.threads = how.threads;
  auto const executor = how.is_parallel ? kernel::make_parallel(simulation.model(), memory, options)
                                        : kernel::make_sequential(simulation.model(), memory, options);
  SimTime const end = how.weeks ? scenario.start + Duration::from_days(7 * *how.weeks) : scenario.horizon();
  result.events = executor->run_until(end).events;
  simulation.report_unfinished(end, memory);
  result.digest = memory.digest();
  return result;
}

Estimate estimate(scenarios::Scenario const& scenario, int replications,
                  std::function<double(Life const&)> const& measure) {
  std::vector<double> means;
  for (int r = 0; r < replications; ++r) {
    WorldRun const one = run(scenario, {static_cast<std::uint32_t>(r), 1, false, {}});
    double sum = 0;
    int count = 0;
    for (auto const& [name, life] : one.lives) {
      if (!life.is_delivered || life.end.ready_ms < scenario.window_start().ms()) continue;
      sum += measure(life);
      ++count;
    }
    means.push_back(sum / count);
  }
  double mean = 0;
  for (double m : means) mean += m / replications;
  double squares = 0;
  for (double m : means) squares += (m - mean) * (m - mean);
  boost::math::students_t const t{static_cast<double>(replications - 1)};
  double const deviation = std::sqrt(squares / (replications - 1) / replications);
  return {mean, boost::math::quantile(boost::math::complement(t, 5e-7)) * deviation};
}

}  // namespace shudao::freight::test
