#include "sim/base/name_hash.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"

namespace shudao::experiment {
namespace {

using freight::WentThrough;
using scenarios::Scenario;
using scenarios::Selector;

std::uint64_t hash_of(std::string const& name) { return static_cast<std::uint64_t>(name_hash(name)); }

class ProcessProbe : public Probe {
 public:
  ProcessProbe(Scenario const& scenario, Selector const& selector)
      : cargo_{scenario, selector}, days_{counted_days(scenario, selector)}, times_{selector.statistic} {
    std::string const process = selector.place + "/" + selector.process;
    whole_ = hash_of(process);
    after_ = selector.after_step.empty() ? whole_ : hash_of(process + "/" + selector.after_step);
    until_ = selector.until_step.empty() ? whole_ : hash_of(process + "/" + selector.until_step);
  }

  [[nodiscard]] std::vector<freight::FactKind> hears() const override { return {freight::FactKind::went_through}; }

  void went_through(SimTime at, WentThrough const& fact) override {
    bool const is_ours = fact.what == whole_ || fact.what == after_ || fact.what == until_;
    if (!is_ours) return;
    if (fact.flow != WentThrough::kNoFlow && !cargo_.concerns(fact.flow, fact.firm_class)) return;
    if (fact.what == until_) add(at, fact);
    if (fact.what == after_ && after_ != whole_) since_[fact.party] = at;
    if (fact.what == whole_) since_.erase(fact.party);
  }

  [[nodiscard]] Measure result(ScenarioResult const&) const override { return times_.measure(); }

 private:
  void add(SimTime at, WentThrough const& fact) {
    auto const since = since_.find(fact.party);
    SimTime const began = since == since_.end() ? SimTime::from_ms(fact.entered_ms) : since->second;
    if (contains(days_, began)) times_.add(at - began);
  }

  CargoFilter cargo_;
  Interval days_;
  std::uint64_t whole_ = 0, after_ = 0, until_ = 0;
  std::map<std::uint64_t, SimTime> since_;  ///< When a party ended `after_step`.
  Spread times_;
};

/// How often the work of a step had to be done once more, by those who did it.
class RepeatProbe : public Probe {
 public:
  RepeatProbe(Scenario const& scenario, Selector const& selector)
      : cargo_{scenario, selector},
        days_{counted_days(scenario, selector)},
        step_{hash_of(selector.place + "/" + selector.process + "/" + selector.step)} {}

  [[nodiscard]] std::vector<freight::FactKind> hears() const override { return {freight::FactKind::went_through}; }

  void went_through(SimTime, WentThrough const& fact) override {
    if (fact.what != step_ || !contains(days_, SimTime::from_ms(fact.entered_ms))) return;
    if (fact.flow != WentThrough::kNoFlow && !cargo_.concerns(fact.flow, fact.firm_class)) return;
    ++parties_;
    repeats_ += fact.repeats;
  }

  [[nodiscard]] Measure result(ScenarioResult const&) const override {
    return quotient(static_cast<double>(repeats_), static_cast<double>(parties_));
  }

 private:
  CargoFilter cargo_;
  Interval days_;
  std::uint64_t step_ = 0;
  std::int64_t parties_ = 0, repeats_ = 0;
};

}  // namespace

std::unique_ptr<Probe> process_probe(Scenario const& scenario, Selector const& selector) {
  if (selector.kind == scenarios::MeasureKind::repeats) return std::make_unique<RepeatProbe>(scenario, selector);
  return std::make_unique<ProcessProbe>(scenario, selector);
}

}  // namespace shudao::experiment
