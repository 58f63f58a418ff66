#include "sim/experiment/screening.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace shudao::experiment {
namespace {

constexpr std::size_t kGroupsTogether = 4;
constexpr double kUnknown = std::numeric_limits<double>::infinity();

struct Group {
  std::vector<std::size_t> inputs;
  std::vector<double> at_low, at_high;
  double effect = kUnknown;
  std::string refusal;
};

std::string key_of(Input const& input) { return input.number.pointer.substr(input.number.pointer.rfind('/') + 1); }

class Screener {
 public:
  Screener(Varying& varying, std::int64_t most_runs)
      : varying_{varying}, most_runs_{most_runs}, quantities_{quantities_of(varying.asking().question())} {}

  Screening run() {
    auto const stated = varying_.answers({{}}, Extent{});
    screening_.cancelled = !stated;
    if (!stated) return screening_;
    stated_ = stated->front();
    begin();
    while (!open_.empty() && !screening_.cancelled && varying_.asking().runs() < most_runs_) halve_the_largest();
    finish();
    return screening_;
  }

 private:
  /// A group for each kind of number.
  void begin() {
    std::map<std::string, Group> kinds;
    for (std::size_t i = 0; i < varying_.inputs().size(); ++i) kinds[key_of(varying_.inputs()[i])].inputs.push_back(i);
    std::vector<Group> groups;
    for (auto& [key, group] : kinds) groups.push_back(std::move(group));
    judge(std::move(groups));
  }

  void halve_the_largest() {
    std::stable_sort(open_.begin(), open_.end(), [](Group const& a, Group const& b) { return a.effect > b.effect; });
    std::size_t const count = std::min(kGroupsTogether, open_.size());
    std::vector<Group> halves;
    for (std::size_t i = 0; i < count; ++i) {
      auto const& inputs = open_[i].inputs;
      auto const middle = inputs.begin() + static_cast<std::ptrdiff_t>(inputs.size() / 2);
      halves.push_back({{inputs.begin(), middle}, {}, {}, kUnknown, {}});
      halves.push_back({{middle, inputs.end()}, {}, {}, kUnknown, {}});
    }
    open_.erase(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(count));
    judge(std::move(halves));
  }

  /// Runs groups at their lows and highs and puts each where it belongs.
  void judge(std::vector<Group> groups) {
    std::vector<Levels> points;
    for (Group const& group : groups)
      for (double const share : {0.0, 1.0}) points.push_back(at(group, share));
    auto const answers = varying_.answers(points, Extent{});
    screening_.cancelled = !answers;
    std::vector<Group> again;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (!answers) {
        open_.push_back(std::move(groups[i]));
        continue;
      }
      judge(std::move(groups[i]), (*answers)[2 * i], (*answers)[2 * i + 1], again);
    }
    if (!again.empty() && !screening_.cancelled) judge(std::move(again));
  }

  void judge(Group group, VariedFigures const& low, VariedFigures const& high, std::vector<Group>& again) {
    for (VariedFigures const* one : {&low, &high}) {
      if (one->refusal.empty()) continue;
      group.refusal = text(one->refusal.front());
      if (group.inputs.size() > 1) return part(std::move(group), one->refusal, again);
      screening_.refused.push_back({group.inputs.front(), group.refusal});
      return;
    }
    group.at_low = changes(low);
    group.at_high = changes(high);
    group.effect = std::max(largest(group.at_low), largest(group.at_high));
    if (group.effect == 0) {
      screening_.without_effect += group.inputs.size();
    } else if (group.inputs.size() > 1) {
      open_.push_back(std::move(group));
    } else if (group.effect == kUnknown) {
      screening_.refused.push_back({group.inputs.front(), "the figure is not observed"});
    } else {
      screening_.effective.push_back({group.inputs.front(), group.at_low, group.at_high, group.effect});
    }
  }

  /// Those that the errors name are tried alone, the others again together; two halves if nobody or all are named.
  static void part(Group group, std::vector<InputError> const& errors, std::vector<Group>& again, Varying const& v) {
    Group rest;
    std::vector<Group> named;
    for (std::size_t const input : group.inputs) {
      bool const is_named = std::any_of(errors.begin(), errors.end(), [&](InputError const& error) {
        return is_about(error, v.inputs()[input]);
      });
      if (is_named)
        named.push_back({{input}, {}, {}, kUnknown, {}});
      else
        rest.inputs.push_back(input);
    }
    if (named.empty()) {
      auto const middle = rest.inputs.begin() + static_cast<std::ptrdiff_t>(rest.inputs.size() / 2);
      again.push_back({{middle, rest.inputs.end()}, {}, {}, kUnknown, {}});
      rest.inputs.erase(middle, rest.inputs.end());
    }
    again.insert(again.end(), named.begin(), named.end());
    if (!rest.inputs.empty()) again.push_back(std::move(rest));
  }
  void part(Group group, std::vector<InputError> const& errors, std::vector<Group>& again) const {
    part(std::move(group), errors, again, varying_);
  }

  [[nodiscard]] Levels at(Group const& group, double share) const {
    Levels levels;
    for (std::size_t const input : group.inputs) levels.push_back({input, varying_.inputs()[input].value_at(share)});
    return levels;
  }

  [[nodiscard]] std::vector<double> changes(VariedFigures const& figures) const {
    std::vector<double> all;
    for (std::size_t q = 0; q < quantities_; ++q) {
      auto const before = quantity(stated_, q, 0), after = quantity(figures, q, 0);
      bool const is_seen = before && after;
      all.push_back(is_seen ? *after - *before : before.has_value() == after.has_value() ? 0 : kUnknown);
    }
    return all;
  }

  static double largest(std::vector<double> const& changes) {
    double most = 0;
    for (double const change : changes) most = std::max(most, std::abs(change));
    return most;
  }

  void finish() {
    for (Group const& group : open_) {
      screening_.unresolved.insert(screening_.unresolved.end(), group.inputs.begin(), group.inputs.end());
      if (group.effect != kUnknown) screening_.unresolved_effect = std::max(screening_.unresolved_effect, group.effect);
    }
    std::stable_sort(screening_.effective.begin(), screening_.effective.end(),
                     [](Screened const& a, Screened const& b) { return a.effect > b.effect; });
  }

  Varying& varying_;
  std::int64_t most_runs_;
  std::size_t quantities_;
  VariedFigures stated_;
  std::vector<Group> open_;  ///< They change something, or it is not known whether.
  Screening screening_;
};

}  // namespace

std::size_t quantities_of(Question const& question) { return std::max<std::size_t>(1, question.worlds.size() - 1); }

std::optional<double> quantity(VariedFigures const& figures, std::size_t quantity, std::size_t replication) {
  Measure const& base = figures.figures.front().at(replication);
  if (base.n == 0) return std::nullopt;
  if (figures.figures.size() == 1) return base.value;
  Measure const& other = figures.figures[quantity + 1].at(replication);
  return other.n == 0 ? std::nullopt : std::optional{other.value - base.value};
}

Screening screened(Varying& varying, std::int64_t most_runs) { return Screener{varying, most_runs}.run(); }

}  // namespace shudao::experiment
