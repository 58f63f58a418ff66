#include "sim/experiment/comparing.h"

#include <algorithm>

#include "sim/experiment/bounds.h"
#include "sim/experiment/headline.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/ranking.h"
#include "sim/experiment/sentences.h"
#include "sim/experiment/statistics/paired_test.h"

namespace shudao::experiment {
namespace {

using scenarios::Scenario;
using scenarios::Text;

constexpr std::int64_t kFewestForCorrelation = 3, kDaysPerWeek = 7;

template<class Things>
auto* called(std::string const& id, Things& things) {
  auto const found = std::find_if(things.begin(), things.end(), [&](auto const& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

Objection objection_to(CorridorResult const& base, CorridorResult const& alternative, std::string const& refusal) {
  Objection objection;
  if (!refusal.empty()) objection.to_all = {refusal, refusal};
  std::int64_t const unfinished = base.unfinished + alternative.unfinished;
  if (unfinished == 0) return objection;
  objection.to_times = unfinished_words(unfinished);
  return objection;
}

/// Whether both vary, so that a correlation says something.
bool vary(std::vector<double> const& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

void correlate(MeasureComparison& comparison, std::vector<Measure> const& base, std::vector<Measure> const& other) {
  std::vector<double> before, after;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (base[i].n == 0 || other[i].n == 0) continue;
    before.push_back(base[i].value);
    after.push_back(other[i].value);
  }
  comparison.correlation = correlation(before, after);
  comparison.is_badly_paired =
      comparison.difference.n >= kFewestForCorrelation && vary(before) && vary(after) && comparison.correlation <= 0;
}

class Judging {
 public:
  Judging(Comparison& comparison, std::vector<Scenario const*> const& scenarios, std::vector<Unit> const& units)
      : comparison_{comparison}, scenarios_{scenarios}, columns_{units} {}

  void judge() {
    for (std::size_t i = 0; i < comparison_.alternatives.size(); ++i) object_to(comparison_.alternatives[i], i + 1);
    for (std::size_t i = 0; i < comparison_.alternatives.size(); ++i) compare(i + 1);
    adjust();
    for (std::size_t i = 0; i < entries_.size(); ++i) speak(comparison_.comparisons[i], entries_[i]);
    speak_of_differences();
    rank(comparison_, columns_, objections_);
  }

 private:
  /// One comparison, with where its figures come from.
  struct Entry {
    std::size_t option, corridor;
    bool is_tested;
  };

  void object_to(Alternative const& alternative, std::size_t option) {
    auto& objections = objections_.emplace_back();
    for (std::string const& corridor : columns_.corridors()) {
      auto const* before = called(corridor, comparison_.base.corridors);
      auto const* after = called(corridor, alternative.result.corridors);
      Objection& objection = objections.emplace_back();
      if (before == nullptr || after == nullptr) continue;
      objection = objection_to(*before, *after,
                               refusal_on(corridor, alternative.refusals, *scenarios_[0], *scenarios_[option]));
    }
  }

  void compare(std::size_t option) {
    for (std::size_t corridor = 0; corridor < columns_.corridors().size(); ++corridor) {
      if (columns_.column(option, corridor, 0).empty()) continue;
      bool const is_equal = columns_.are_equal(0, option, corridor);
      for (std::size_t h = 0; h < headlines().size(); ++h) add(option, corridor, h, is_equal);
    }
  }

  /// Measures that neither has (no due time, nothing that spoils) are left out.
  void add(std::size_t option, std::size_t corridor, std::size_t h, bool is_equal) {
    auto const &base = columns_.column(0, corridor, h), &other = columns_.column(option, corridor, h);
    PairedTest const test = paired_test(base, other);
    if (test.base.n == 0 && test.alternative.n == 0) return;
    MeasureComparison& comparison = comparison_.comparisons.emplace_back();
    comparison.scenario = comparison_.alternatives[option - 1].result.scenario;
    comparison.corridor = columns_.corridors()[corridor];
    comparison.measure = headlines()[h].name;
    comparison.base = test.base;
    comparison.value = test.alternative;
    comparison.difference = test.difference;
    comparison.p = test.p;
    correlate(comparison, base, other);
    Objection const& against = objections_[option - 1][corridor];
    bool const is_comparable =
        against.to_all.en.empty() && (is_equal || objection(option, corridor, headlines()[h]).en.empty());
    if (!is_comparable) {
      comparison.finding = Finding::not_comparable;
    } else if (test.difference.n > 0) {
      comparison.finding = test.is_exactly_equal ? Finding::equal : Finding::not_proven;
    }
    entries_.push_back({option, corridor, is_comparable && test.difference.n > 0 && !is_equal});
  }

  [[nodiscard]] Text const& objection(std::size_t option, std::size_t corridor, Headline const& measure) const {
    Objection const& objection = objections_[option - 1][corridor];
    return objection.to_all.en.empty() && measure.is_bounded ? objection.to_times : objection.to_all;
  }

  void adjust() {
    std::vector<double> p;
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].is_tested) p.push_back(comparison_.comparisons[i].p);
    std::vector<double> const adjusted = holm_adjusted(p);
    comparison_.compared = p.size();
    std::size_t next = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!entries_[i].is_tested) continue;
      MeasureComparison& comparison = comparison_.comparisons[i];
      comparison.adjusted_p = adjusted[next++];
      if (comparison.finding == Finding::equal) continue;
      bool const is_proven = comparison.adjusted_p < kProven;
      if (is_proven) comparison.finding = comparison.difference.value < 0 ? Finding::lower : Finding::higher;
      comparison.is_too_many = !is_proven && comparison.p < kProven;
    }
  }

  [[nodiscard]] Named named(std::size_t option, std::string const& corridor) const {
    auto const* found = called(corridor, scenarios_[0]->corridors);
    return {found == nullptr ? Text{corridor, corridor} : found->name, scenarios_[0]->title, scenarios_[option]->title,
            scenarios_[option]->window.ms() / Duration::from_days(kDaysPerWeek).ms(), comparison_.compared};
  }

  void speak(MeasureComparison& comparison, Entry const& entry) const {
    comparison.sentence = sentence_on(comparison, named(entry.option, comparison.corridor),
                                      objection(entry.option, entry.corridor, headline(comparison.measure)));
  }

  /// The finding on its mean time is that on a corridor.
  void speak_of_differences() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      MeasureComparison const& comparison = comparison_.comparisons[i];
      if (comparison.measure != headlines().front().name) continue;
      for (CorridorDifference& difference : comparison_.alternatives[entries_[i].option - 1].corridors) {
        if (difference.corridor != comparison.corridor) continue;
        difference.finding = comparison.finding;
        Text const said = sentence_on(difference, comparison.sentence, named(entries_[i].option, difference.corridor));
        difference.sentence_zh = said.zh;
        difference.sentence_en = said.en;
      }
    }
  }

  Comparison& comparison_;
  std::vector<Scenario const*> const& scenarios_;
  Columns columns_;
  Objections objections_;
  std::vector<Entry> entries_;  ///< One for each comparison.
};

}  // namespace

Columns::Columns(std::vector<Unit> const& units) {
  if (units.empty()) return;
  for (CorridorResult const& corridor : units.front().sides.front().result.corridors) corridors_.push_back(corridor.id);
  columns_.assign(units.front().sides.size(),
                  std::vector<std::vector<Measure>>(corridors_.size() * headlines().size()));
  for (Unit const& unit : units) {
    for (std::size_t option = 0; option < unit.sides.size(); ++option) {
      for (CorridorResult const& result : unit.sides[option].result.corridors) {
        auto const at = std::find(corridors_.begin(), corridors_.end(), result.id);
        if (at == corridors_.end()) continue;
        auto const first = static_cast<std::size_t>(at - corridors_.begin()) * headlines().size();
        for (std::size_t h = 0; h < headlines().size(); ++h)
          columns_[option][first + h].push_back(headlines()[h].of(result));
      }
    }
  }
}

std::vector<Measure> const& Columns::column(std::size_t option, std::size_t corridor, std::size_t headline) const {
  return columns_[option][corridor * headlines().size() + headline];
}

bool Columns::are_equal(std::size_t a, std::size_t b, std::size_t corridor) const {
  for (std::size_t h = 0; h < headlines().size(); ++h) {
    auto const &one = column(a, corridor, h), &other = column(b, corridor, h);
    bool const is_same =
        std::equal(one.begin(), one.end(), other.begin(), other.end(),
                   [](Measure const& x, Measure const& y) { return x.n == y.n && x.value == y.value; });
    if (!is_same) return false;
  }
  return true;
}

void judge(Comparison& comparison, std::vector<Scenario const*> const& scenarios, std::vector<Unit> const& units) {
  Judging{comparison, scenarios, units}.judge();
}

}  // namespace shudao::experiment
