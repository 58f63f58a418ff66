#include "sim/experiment/ranking.h"

#include <algorithm>
#include <map>

#include "sim/experiment/headline.h"
#include "sim/experiment/statistics/best.h"
#include "sim/experiment/statistics/paired_test.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

constexpr std::size_t kFewestForRanking = 3;

/// Two options in one cell: a corridor in one headline measure.
struct Pair {
  std::size_t cell, a, b;
  bool is_tested, is_equal;
  double p, difference;  ///< b − a.
};

class Ranker {
 public:
  Ranker(Comparison& comparison, Columns const& columns, Objections const& objections)
      : comparison_{comparison}, columns_{columns}, objections_{objections} {}

  void rank() {
    for (std::size_t cell = 0; cell < cell_count(); ++cell) {
      auto const options = options_in(cell);
      if (options.size() < 2) continue;
      cells_.emplace_back(cell, options);
      for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t k = i + 1; k < options.size(); ++k) test(cell, options[i], options[k]);
    }
    adjust();
    for (auto const& [cell, options] : cells_) comparison_.rankings.push_back(ranking(cell, options));
    find_dominated();
  }

 private:
  [[nodiscard]] std::size_t cell_count() const { return columns_.corridors().size() * headlines().size(); }
  [[nodiscard]] std::size_t corridor(std::size_t cell) const { return cell / headlines().size(); }
  [[nodiscard]] Headline const& measure(std::size_t cell) const { return headlines()[cell % headlines().size()]; }
  [[nodiscard]] std::vector<Measure> const& column(std::size_t cell, std::size_t option) const {
    return columns_.column(option, corridor(cell), cell % headlines().size());
  }
  [[nodiscard]] std::string const& name(std::size_t option) const {
    return option == 0 ? comparison_.base.scenario : comparison_.alternatives[option - 1].result.scenario;
  }

  /// Those that observed the measure in every replication, and that nothing speaks against.
  [[nodiscard]] std::vector<std::size_t> options_in(std::size_t cell) const {
    std::vector<std::size_t> options;
    for (std::size_t option = 0; option <= comparison_.alternatives.size(); ++option) {
      auto const& values = column(cell, option);
      bool const is_whole =
          !values.empty() && std::all_of(values.begin(), values.end(), [](Measure const& m) { return m.n > 0; });
      if (is_whole && !is_refused(cell, option)) options.push_back(option);
    }
    return options;
  }

  [[nodiscard]] bool is_refused(std::size_t cell, std::size_t option) const {
    if (option == 0) return false;
    Objection const& objection = objections_[option - 1][corridor(cell)];
    return !objection.to_all.en.empty() || (measure(cell).is_bounded && !objection.to_times.en.empty());
  }

  void test(std::size_t cell, std::size_t a, std::size_t b) {
    PairedTest const found = paired_test(column(cell, a), column(cell, b));
    bool const is_tested = !columns_.are_equal(a, b, corridor(cell));
    where_[{cell, a, b}] = pairs_.size();
    pairs_.push_back({cell, a, b, is_tested, found.is_exactly_equal, found.p, found.difference.value});
  }

  void adjust() {
    std::vector<double> p;
    for (Pair const& pair : pairs_)
      if (pair.is_tested) p.push_back(pair.p);
    std::vector<double> const adjusted = holm_adjusted(p);
    std::size_t next = 0;
    for (Pair& pair : pairs_) pair.p = pair.is_tested ? adjusted[next++] : 1;
  }

  [[nodiscard]] Pair const& pair(std::size_t cell, std::size_t a, std::size_t b) const {
    return pairs_[where_.at({cell, std::min(a, b), std::max(a, b)})];
  }
  [[nodiscard]] bool is_proven_worse(std::size_t cell, std::size_t option, std::size_t than) const {
    Pair const& found = pair(cell, option, than);
    if (found.is_equal || found.p >= kProven) return false;
    double const more = found.b == option ? found.difference : -found.difference;
    return measure(cell).better == Better::smaller ? more > 0 : more < 0;
  }

  [[nodiscard]] Ranking ranking(std::size_t cell, std::vector<std::size_t> const& options) {
    Ranking found;
    found.corridor = columns_.corridors()[corridor(cell)];
    found.measure = measure(cell).name;
    std::vector<std::vector<double>> values;
    for (std::size_t const option : options) {
      found.options.push_back(name(option));
      auto& of_option = values.emplace_back();
      for (Measure const& m : column(cell, option)) of_option.push_back(m.value);
    }
    if (values.front().size() >= kFewestForRanking)
      found.p_best = resamples(values.front().size()).probability_of_being_best(values, measure(cell).better);
    std::vector<std::size_t> order(options.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      double const one = mean_of(values[a]), other = mean_of(values[b]);
      return measure(cell).better == Better::smaller ? one < other : one > other;
    });
    add_groups(found, cell, options, order);
    return found;
  }

  /// `order`: numbers of options, the best first.
  void add_groups(Ranking& found, std::size_t cell, std::vector<std::size_t> const& options,
                  std::vector<std::size_t> order) const {
    while (!order.empty()) {
      std::size_t const best = options[order.front()];
      auto& group = found.groups.emplace_back();
      std::vector<std::size_t> rest;
      for (std::size_t const i : order) {
        bool const is_behind = options[i] != best && is_proven_worse(cell, options[i], best);
        is_behind ? rest.push_back(i) : group.push_back(name(options[i]));
      }
      order = rest;
    }
  }

  Resamples const& resamples(std::size_t replications) {
    if (!resamples_) resamples_.emplace(replications, comparison_.base.seed);
    return *resamples_;
  }

  void find_dominated() {
    for (std::size_t option = 0; option <= comparison_.alternatives.size(); ++option) {
      for (std::size_t by = 0; by <= comparison_.alternatives.size(); ++by) {
        if (by == option || !is_dominated(option, by)) continue;
        comparison_.dominated.push_back({name(option), name(by)});
        break;
      }
    }
  }

  /// In every cell that one of them has proven worse or exactly equal, once at least worse. A cell in which something
  /// speaks against comparing them keeps the question open.
  [[nodiscard]] bool is_dominated(std::size_t option, std::size_t by) const {
    bool is_worse = false;
    for (std::size_t cell = 0; cell < cell_count(); ++cell) {
      if (!is_observed(cell, option) && !is_observed(cell, by)) continue;
      if (!where_.contains({cell, std::min(option, by), std::max(option, by)})) return false;
      if (pair(cell, option, by).is_equal) continue;
      if (!is_proven_worse(cell, option, by)) return false;
      is_worse = true;
    }
    return is_worse;
  }

  [[nodiscard]] bool is_observed(std::size_t cell, std::size_t option) const {
    auto const& values = column(cell, option);
    return std::any_of(values.begin(), values.end(), [](Measure const& m) { return m.n > 0; });
  }

  Comparison& comparison_;
  Columns const& columns_;
  Objections const& objections_;
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> cells_;  ///< With the options in them.
  std::vector<Pair> pairs_;
  std::map<std::array<std::size_t, 3>, std::size_t> where_;  ///< Cell and options of each pair.
  std::optional<Resamples> resamples_;
};

}  // namespace

void rank(Comparison& comparison, Columns const& columns, Objections const& objections) {
  Ranker{comparison, columns, objections}.rank();
}

}  // namespace shudao::experiment
