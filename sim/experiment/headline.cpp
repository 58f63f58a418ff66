#include "sim/experiment/headline.h"

#include <algorithm>
#include <array>

#include "sim/base/errors.h"

namespace shudao::experiment {
namespace {

using Corridor = CorridorResult;

std::array<Headline, 8> const kHeadlines{{
    {"transit_time_h.mean",
     Better::smaller,
     "faster",
     "slower",
     true,
     [](Corridor const& c) -> Measure const& { return c.transit_time_h.mean; },
     {"平均运输时间", "mean transit time"},
     1,
     {},
     {"提前到达", "faster"},
     {"推迟到达", "slower"}},
    {"transit_time_h.p50",
     Better::smaller,
     "faster",
     "slower",
     true,
     [](Corridor const& c) -> Measure const& { return c.transit_time_h.p50; },
     {"运输时间中位数", "median transit time"},
     1,
     {},
     {"缩短", "shorter"},
     {"延长", "longer"}},
    {"transit_time_h.p95",
     Better::smaller,
     "faster",
     "slower",
     true,
     [](Corridor const& c) -> Measure const& { return c.transit_time_h.p95; },
     {"运输时间第 95 百分位", "95th percentile of transit time"},
     1,
     {},
     {"缩短", "shorter"},
     {"延长", "longer"}},
    {"cost_cny_per_teu",
     Better::smaller,
     "cheaper",
     "dearer",
     true,
     [](Corridor const& c) -> Measure const& { return c.cost_cny_per_teu; },
     {"费用", "cost"},
     1,
     {"元/TEU", "CNY/TEU"},
     {"降低", "lower"},
     {"提高", "higher"}},
    {"co2e_kg_per_teu",
     Better::smaller,
     "cleaner",
     "dirtier",
     true,
     [](Corridor const& c) -> Measure const& { return c.co2e_kg_per_teu; },
     {"CO2e 排放", "CO2e emission"},
     1,
     {"kg/TEU", "kg/TEU"},
     {"减少", "lower"},
     {"增加", "higher"}},
    {"throughput_teu_per_year",
     Better::larger,
     "less",
     "more",
     false,
     [](Corridor const& c) -> Measure const& { return c.throughput_teu_per_year; },
     {"送达量", "throughput"},
     1,
     {"TEU/年", "TEU/yr"},
     {"减少", "lower"},
     {"增加", "higher"}},
    {"due_share",
     Better::larger,
     "less_punctual",
     "more_punctual",
     false,
     [](Corridor const& c) -> Measure const& { return c.due_share; },
     {"准时率", "share delivered when due"},
     0.01,
     {"个百分点", "percentage points"},
     {"下降", "lower"},
     {"提高", "higher"}},
    {"spoiled_share",
     Better::smaller,
     "fresher",
     "more_spoiled",
     true,
     [](Corridor const& c) -> Measure const& { return c.spoiled_share; },
     {"变质比例", "share of spoiled cargo"},
     0.01,
     {"个百分点", "percentage points"},
     {"下降", "lower"},
     {"提高", "higher"}},
}};

}  // namespace

std::span<Headline const> headlines() { return kHeadlines; }

Headline const& headline(std::string const& name) {
  auto const found =
      std::find_if(kHeadlines.begin(), kHeadlines.end(), [&](Headline const& one) { return one.name == name; });
  ensure(found != kHeadlines.end(), "a headline measure of an unknown name");
  return *found;
}

char const* name_of(Finding finding) {
  constexpr std::array kNames = {"lower",         "higher",     "no_proven_difference",
                                 "exactly_equal", "unobserved", "not_comparable"};
  return kNames.at(static_cast<std::size_t>(finding));
}

char const* verdict_on(MeasureComparison const& comparison) {
  if (comparison.finding == Finding::lower) return headline(comparison.measure).lower;
  if (comparison.finding == Finding::higher) return headline(comparison.measure).higher;
  return name_of(comparison.finding);
}

}  // namespace shudao::experiment
