#include "sim/experiment/warm_up_tally.h"

namespace shudao::experiment {

double WarmUpTally::Sum::mean_h() const {
  return lots > 0 ? static_cast<double>(ms) / static_cast<double>(lots) / 3'600'000.0 : 0.0;
}

WarmUpTally::WarmUpTally(scenarios::Scenario const& scenario, int weeks)
    : scenario_{scenario},
      weeks_{weeks},
      corridors_(scenario.flows.size()),
      by_week_(scenario.corridors.size(), std::vector<Sum>(static_cast<std::size_t>(weeks))),
      minutes_(scenario.corridors.size()),
      by_day_(static_cast<std::size_t>(7 * weeks)) {
  for (std::size_t i = 0; i < scenario.corridors.size(); ++i)
    for (scenarios::FlowId const flow : scenario.corridors[scenarios::CorridorId{i}].flows)
      corridors_[flow.index()].push_back(i);
}

void WarmUpTally::add(SimTime at, freight::LotEnd const& end) {
  std::int64_t const day = (SimTime::from_ms(end.ready_ms) - scenario_.start).ms() / Duration::from_days(1).ms();
  auto const& corridors = corridors_[end.lot.flow];
  if (day >= 7 * weeks_ || corridors.empty() || scenario_.flows[scenarios::FlowId{end.lot.flow}].is_empties) return;
  Duration const transit = at - SimTime::from_ms(end.ready_ms);
  Sum& today = by_day_[static_cast<std::size_t>(day)];
  ++today.lots;
  today.ms += transit.ms();
  for (std::size_t const corridor : corridors) {
    Sum& sum = by_week_[corridor][static_cast<std::size_t>(day / 7)];
    ++sum.lots;
    sum.ms += transit.ms();
    minutes_[corridor].add(transit);
  }
}

std::vector<double> WarmUpTally::daily_means_h() const {
  std::vector<double> means;
  for (Sum const& day : by_day_)
    if (day.lots > 0) means.push_back(day.mean_h());
  return means;
}

WarmUpTally::Sum WarmUpTally::total(std::size_t corridor) const {
  Sum total;
  for (Sum const& week : by_week_[corridor]) {
    total.lots += week.lots;
    total.ms += week.ms;
  }
  return total;
}

}  // namespace shudao::experiment
