#include "sim/experiment/selecting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "sim/base/errors.h"
#include "sim/experiment/asking.h"
#include "sim/experiment/bounds.h"
#include "sim/experiment/statistics/kim_nelson.h"
#include "sim/experiment/statistics/paired_test.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

/// Runs that are begun together: more would be wasted on options that drop out, fewer would leave threads idle. Not
/// taken from the number of threads, so that the same runs are made on any machine.
constexpr std::size_t kRunsTogether = 8;
constexpr double kUsualIndifference = 0.01;

/// To two significant digits; 0 stays 0.
double rounded(double x) {
  double scale = 1;
  while (x > 0 && x * scale < 10) scale *= 10;
  while (x * scale >= 100) scale /= 10;
  return std::floor(x * scale + 0.5) / scale;
}

class Selecting {
 public:
  Selecting(Question const& question, SelectionOptions const& how)
      : question_{question}, how_{how}, asking_{question, how.study, [this](std::int64_t runs) { tell(runs); }} {
    std::size_t const options = question.worlds.size();
    if (options < 2)
      throw InputErrors{{InputError{"select", "", 0, std::to_string(options) + " world", "two worlds or more", ""}}};
    values_.resize(options);
    for (std::size_t i = 0; i < options; ++i) contenders_.push_back(i);
  }

  Selection run() {
    auto const began = std::chrono::steady_clock::now();
    while (!is_over() && round()) look_for_bounds();
    Selection selection = told();
    if (!selection.cancelled) selection.guard_rails = asking_.guard_rails();
    selection.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    selection.sentence = sentence_on(selection, question_);
    return selection;
  }

 private:
  [[nodiscard]] bool is_over() const {
    return contenders_.size() == 1 || tried_ >= how_.most || !not_comparable_.en.empty();
  }

  /// Once, after the first stage: nothing is chosen by figures that are but bounds.
  void look_for_bounds() {
    if (!unfinished_.empty()) return;
    unfinished_ = asking_.unfinished();
    not_comparable_ = why_not_comparable(question_, unfinished_);
  }

  /// One batch of replications of all contenders; false if cancelled.
  bool round() {
    auto const enough = (kRunsTogether + contenders_.size() - 1) / contenders_.size();
    auto const wanted = tried_ == 0 ? Selection::kFirstStage : static_cast<int>(enough);
    int const count = std::min(wanted, how_.most - tried_);
    std::vector<std::size_t> const asked = contenders_;
    std::vector<WorldRun> runs;
    for (int i = 0; i < count; ++i)
      for (std::size_t const world : asked) runs.push_back({world, tried_ + i});
    auto const figures = asking_.figures(runs);
    if (!figures) return false;
    for (int i = 0; i < count && contenders_.size() > 1; ++i) {
      std::vector<Measure> row(question_.worlds.size());
      for (std::size_t j = 0; j < asked.size(); ++j)
        row[asked[j]] = (*figures)[static_cast<std::size_t>(i) * asked.size() + j];
      ++tried_;
      take(row);
    }
    refuse_unobserved();
    return true;
  }

  /// One replication of all contenders. Kim and Nelson's procedure begins once the indifference is known.
  void take(std::vector<Measure> const& row) {
    bool const is_whole =
        std::all_of(contenders_.begin(), contenders_.end(), [&](std::size_t option) { return row[option].n > 0; });
    if (!is_whole) {
      ++unobserved_;
      return;
    }
    for (std::size_t const option : contenders_) values_[option].push_back(row[option].value);
    ++replications_;
    if (replications_ < Selection::kFirstStage) return;
    if (procedure_)
      procedure_->add(scores(replications_ - 1));
    else
      begin();
    contenders_ = procedure_->contenders();
  }

  void begin() {
    indifference_ = how_.indifference.value_or(rounded(std::abs(mean_of(values_.front())) * kUsualIndifference));
    if (indifference_ <= 0)
      throw InputErrors{{InputError{"select", "", 0, "a figure of 0 in the base", "--indifference X", ""}}};
    procedure_.emplace(values_.size(), indifference_, how_.confidence, Selection::kFirstStage);
    for (std::int64_t i = 0; i < replications_; ++i) procedure_->add(scores(i));
  }

  /// What the contenders got in a replication, the more the better.
  [[nodiscard]] std::vector<double> scores(std::int64_t replication) const {
    std::vector<double> all;
    double const sign = question_.better == Better::larger ? 1 : -1;
    std::vector<std::size_t> const& left = procedure_->contenders();
    for (std::size_t const option : left) all.push_back(sign * values_[option][static_cast<std::size_t>(replication)]);
    return all;
  }

  /// Nothing to choose by.
  void refuse_unobserved() const {
    if (unobserved_ < Selection::kFirstStage || unobserved_ <= replications_) return;
    throw InputErrors{{InputError{"--measure", "", 0,
                                  "\"" + question_.measure + "\": nothing of it happens in " +
                                      std::to_string(unobserved_) + " of " + std::to_string(tried_) + " replications",
                                  "a figure that every world has in every replication", ""}}};
  }

  void tell(std::int64_t runs) const {
    if (how_.on_progress) how_.on_progress({runs, tried_, how_.most, contenders_.size(), question_.worlds.size()});
  }

  [[nodiscard]] std::size_t leader() const {
    std::size_t best = contenders_.front();
    if (values_[best].empty()) return best;
    for (std::size_t const option : contenders_) {
      double const mine = mean_of(values_[option]), its = mean_of(values_[best]);
      if (question_.better == Better::larger ? mine > its : mine < its) best = option;
    }
    return best;
  }

  [[nodiscard]] OptionResult result_of(std::size_t option, std::size_t best) const {
    std::vector<Measure> mine, its;
    for (std::size_t i = 0; i < values_[option].size(); ++i) {
      mine.push_back({values_[option][i], std::nullopt, 1});
      its.push_back({values_[best][i], std::nullopt, 1});
    }
    PairedTest const test = paired_test(its, mine);
    bool const is_in = std::find(contenders_.begin(), contenders_.end(), option) != contenders_.end();
    return {t_interval(values_[option]),
            test.difference,
            static_cast<std::int64_t>(mine.size()),
            is_in,
            0,
            option != best && test.is_exactly_equal};
  }

  [[nodiscard]] Selection told() const {
    Selection selection;
    selection.best = leader();
    for (std::size_t i = 0; i < values_.size(); ++i) selection.options.push_back(result_of(i, selection.best));
    for (std::size_t i = 0; i < unfinished_.size(); ++i) selection.options[i].unfinished = unfinished_[i];
    selection.not_comparable = not_comparable_;
    selection.is_decided = contenders_.size() == 1 && not_comparable_.en.empty();
    selection.cancelled = asking_.is_cancelled() && !selection.is_decided && not_comparable_.en.empty();
    selection.indifference = indifference_;
    selection.is_indifference_chosen = !how_.indifference;
    selection.confidence = how_.confidence;
    selection.replications = static_cast<std::int64_t>(values_[selection.best].size());
    selection.unobserved = unobserved_;
    selection.runs = asking_.runs();
    selection.seed = asking_.seed();
    selection.breaches = asking_.breaches();
    return selection;
  }

  Question const& question_;
  SelectionOptions const& how_;
  Asking asking_;
  int tried_ = 0;
  std::int64_t replications_ = 0, unobserved_ = 0;
  double indifference_ = 0;
  std::vector<std::size_t> contenders_;
  std::vector<std::vector<double>> values_;  ///< By option, until it was left out.
  std::optional<KimNelson> procedure_;
  std::vector<std::int64_t> unfinished_;  ///< By option; empty before the end of the first stage.
  scenarios::Text not_comparable_;
};

}  // namespace

Selection select(Question const& question, SelectionOptions const& how) { return Selecting{question, how}.run(); }

}  // namespace shudao::experiment
