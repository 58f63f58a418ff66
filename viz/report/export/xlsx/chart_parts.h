#pragma once
#include <optional>

#include "viz/report/export/xlsx/chart.h"

namespace shudao::viz::report {

/// Colours of viz/figures/src/theme.js.
inline constexpr std::uint32_t kColours[] = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9,
                                             0x7F7F7F, 0x8C6D31, 0x4B4E9E, 0xB8D8A8, 0x2F2F2F};
inline constexpr std::uint32_t kBlue = 0x0072B2, kOrange = 0xD55E00, kGreen = 0x009E73, kLight = 0x7FB8D8,
                               kLighter = 0xBFDCEC;

/// The number of a cell in the unit that people read; nothing where there is none.
std::optional<double> amount(Cell const&, Column const&, Language);
/// Ends of the interval in the same unit.
std::optional<std::pair<double, double>> interval(Cell const&, Column const&, Language);
/// "通过量（万TEU/年）", "throughput, k TEU/yr".
ChartAxis axis_of(Column const&, Language);
/// The column of this key; throws BrokenPromise where a figure has none.
std::size_t column_of(FigureData const&, char const* key);

void add(ChartColumn&, std::optional<double> number);

ChartSheet bars_of(FigureData const&, Language);
ChartSheet stack_of(FigureData const&, Language);
ChartSheet forest_of(FigureData const&, Language);
ChartSheet distribution_of(FigureData const&, Language);
ChartSheet time_distance_of(FigureData const&, Language);
ChartSheet timeline_of(FigureData const&, Language);
ChartSheet trains_of(FigureData const&, Language);
ChartSheet week_of(FigureData const&, Language);

}  // namespace shudao::viz::report
