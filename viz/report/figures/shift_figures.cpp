#include <algorithm>
#include <array>
#include <map>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/route_modes.h"

namespace shudao::viz::report {
namespace {

using experiment::Measure;
using scenarios::Flow;

/// A route in one of two worlds or in both.
struct Option {
  Text label;
  std::array<Measure, 2> share{};  ///< In the base, in the alternative; 0 where it is not offered.
  [[nodiscard]] double gain() const {
    auto const half = [](Measure const& m) { return m.ci95 ? ((*m.ci95)[1] - (*m.ci95)[0]) / 2 : 0; };
    double const change = share[1].value - share[0].value;
    return std::abs(change) > std::max(half(share[0]), half(share[1])) ? change : 0;
  }
};
using Options = std::map<std::string, Option>;  ///< By name of the route.

Flow const* flow_of(World const& world, std::string const& id) {
  auto const& flows = world.scenario.flows;
  auto const at = std::find_if(flows.begin(), flows.end(), [&](Flow const& flow) { return flow.id == id; });
  return at == flows.end() ? nullptr : &*at;
}

/// The simulated share of a route; all of it where there is no other.
Measure share_of(World const& world, Flow const& flow, scenarios::Route const& route) {
  if (!flow.choice) return {1, {}, 1};
  for (auto const& result : world.result->flows)
    if (result.id == flow.id)
      for (auto const& one : result.routes)
        if (one.id == route.name) return one.share;
  return {};
}

bool has_two_alike(World const& world, Flow const& flow, Text const& modes) {
  return std::count_if(flow.routes.begin(), flow.routes.end(),
                       [&](auto const& route) { return modes_of(world.scenario, route).zh == modes.zh; }) > 1;
}

/// The routes of one world, added to those of both; false if nothing went there.
bool add_options(Options& options, World const& world, Flow const& flow, std::size_t side) {
  bool is_used = false;
  for (auto const& route : flow.routes) {
    Text label = modes_of(world.scenario, route);
    if (has_two_alike(world, flow, label))
      label = {label.zh + "（" + route.name + "）", label.en + " (" + route.name + ")"};
    Option& option = options[route.name];
    option.label = label;
    option.share[side] = share_of(world, flow, route);
    is_used = is_used || option.share[side].n > 0;
  }
  return is_used;
}

/// TEU a year by route in the base and route in the alternative, by their Chinese labels.
class Shifts {
 public:
  /// What each route of a flow loses goes to those that win, in proportion; who went where is not asked.
  void add_flow(World const& base, World const& other, std::string const& id) {
    Flow const *before = flow_of(base, id), *after = flow_of(other, id);
    if (before == nullptr || after == nullptr || (!before->choice && !after->choice)) return;
    Options options;
    bool const was = add_options(options, base, *before, 0), is = add_options(options, other, *after, 1);
    if (!was || !is) return;
    double gained = 0, lost = 0;
    for (auto const& [name, option] : options) {
      gained += std::max(0.0, option.gain());
      lost += std::max(0.0, -option.gain());
    }
    double const moved = std::min(gained, lost);
    for (auto const& [name, from] : options) {
      double const out = moved > 0 ? moved * std::max(0.0, -from.gain()) / lost : 0;
      add(from.label, from.label, (from.share[0].value - out) * before->teu_per_year);
      for (auto const& [other_name, to] : options)
        if (out > 0) add(from.label, to.label, out * std::max(0.0, to.gain()) / gained * before->teu_per_year);
    }
  }
  [[nodiscard]] bool has_any() const {
    return std::any_of(teu_.begin(), teu_.end(), [](auto const& one) { return one.first[0] != one.first[1]; });
  }
  void tell(FigureData& data) const {
    for (auto const& [labels, teu] : teu_)
      data.rows.push_back({labels_.at(labels[0]), labels_.at(labels[1]), 0.0, teu});
  }

 private:
  void add(Text const& from, Text const& to, double teu) {
    constexpr double kLeast = 1e-6;
    if (teu < kLeast) return;
    labels_[from.zh] = from;
    labels_[to.zh] = to;
    teu_[{from.zh, to.zh}] += teu;
  }

  std::map<std::string, Text> labels_;
  std::map<std::array<std::string, 2>, double> teu_;
};

}  // namespace

std::vector<FigureData> shift_figures(StudyData const& study) {
  std::vector<FigureData> figures;
  for (World const& world : study.worlds()) {
    if (world.role == "base") continue;
    Shifts shifts;
    for (Flow const& flow : study.base().scenario.flows) shifts.add_flow(study.base(), world, flow.id);
    if (!shifts.has_any()) continue;
    Text const title = words(Key::title_shifts), side = study.short_title(world);
    FigureData data = figure_of(study, "shifts." + world.scenario.id, "sankey",
                                {title.zh + "：" + side.zh, title.en + ": " + side.en}, words(Key::caption_shifts));
    data.columns = {word_column("from", Key::route_in_base), word_column("to", Key::route_in_alternative),
                    number_column("level", words(Key::sankey_level), "1", {}),
                    teu_column("teu_per_year", words(Key::throughput_plain))};
    shifts.tell(data);
    figures.push_back(std::move(data));
  }
  return figures;
}

}  // namespace shudao::viz::report
