#include "sim/experiment/figures/timelines.h"

#include <algorithm>

#include "sim/base/quantity.h"

namespace shudao::experiment {

double to_three_decimals(double value) { return static_cast<double>(to_nearest(value * 1000)) / 1000; }

namespace {

double mean_of(std::vector<double> const& sorted) {
  double sum = 0;
  for (double const value : sorted) sum += value;
  return sorted.front() == sorted.back() ? sorted.front() : sum / static_cast<double>(sorted.size());
}

double quantile_of(std::vector<double> const& sorted, std::size_t percent) {
  std::size_t const rank = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(1, rank) - 1];
}

DayCurve merged(std::vector<DayCurve const*> const& parts) {
  DayCurve curve;
  for (std::size_t day = 0; day < parts.front()->mean.size(); ++day) {
    std::vector<double> values;
    for (DayCurve const* part : parts) values.push_back(part->mean.at(day));
    std::sort(values.begin(), values.end());
    curve.mean.push_back(to_three_decimals(mean_of(values)));
    curve.p10.push_back(quantile_of(values, 10));
    curve.p90.push_back(quantile_of(values, 90));
  }
  return curve;
}

/// The same curve of all.
template<class Line>
DayCurve merged(std::vector<Line const*> const& parts, DayCurve Line::*which) {
  std::vector<DayCurve const*> curves;
  for (Line const* part : parts) curves.push_back(&(part->*which));
  return merged(curves);
}

template<class Line, class Value>
double mean_of(std::vector<Line const*> const& parts, Value const& value) {
  std::vector<double> values;
  for (Line const* part : parts) values.push_back(value(*part));
  std::sort(values.begin(), values.end());
  return to_three_decimals(mean_of(values));
}

ResourceTimeline merged(std::vector<ResourceTimeline const*> const& parts) {
  ResourceTimeline line{parts.front()->resource,
                        0,
                        merged(parts, &ResourceTimeline::queue),
                        merged(parts, &ResourceTimeline::utilisation),
                        {}};
  line.waiting_h = mean_of(parts, [](auto const& part) { return part.waiting_h; });
  for (std::size_t hour = 0; hour < parts.front()->week.size(); ++hour) {
    line.week.push_back(mean_of(parts, [&](auto const& part) { return part.week.at(hour); }));
  }
  return line;
}

YardTimeline merged(std::vector<YardTimeline const*> const& parts) {
  YardTimeline line{parts.front()->place, 0, merged(parts, &YardTimeline::teu)};
  line.teu_h = mean_of(parts, [](auto const& part) { return part.teu_h; });
  return line;
}

/// What all replications have kept, most hours first.
template<class Line>
std::vector<Line> merged_lines(std::vector<Timelines const*> const& parts, std::vector<Line> Timelines::*which,
                               std::string Line::*id, double Line::*hours) {
  std::vector<Line> lines;
  for (Line const& line : parts.front()->*which) {
    std::vector<Line const*> same;
    for (Timelines const* part : parts) {
      auto const& others = part->*which;
      auto const found =
          std::find_if(others.begin(), others.end(), [&](Line const& other) { return other.*id == line.*id; });
      if (found != others.end()) same.push_back(&*found);
    }
    if (same.size() == parts.size()) lines.push_back(merged(same));
  }
  std::sort(lines.begin(), lines.end(),
            [&](Line const& a, Line const& b) { return a.*hours != b.*hours ? a.*hours > b.*hours : a.*id < b.*id; });
  return lines;
}

}  // namespace

Timelines merged(std::vector<Timelines const*> const& parts) {
  return {merged_lines(parts, &Timelines::resources, &ResourceTimeline::resource, &ResourceTimeline::waiting_h),
          merged_lines(parts, &Timelines::yards, &YardTimeline::place, &YardTimeline::teu_h)};
}

}  // namespace shudao::experiment
