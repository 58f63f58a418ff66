#pragma once
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// The shortest way over a sphere of the Earth's mean radius, 6371.0088 km (IUGG 1980, as in H. Moritz, "Geodetic
/// Reference System 1980", J. of Geodesy 74 (2000) 128–133). Degrees. Haversine formula: R. W. Sinnott, "Virtues of the
/// haversine", Sky and Telescope 68 (1984) 159. True distances over the ellipsoid differ by at most 0.6 %.
Distance great_circle(double from_lat, double from_lon, double to_lat, double to_lon);

enum class Severity { warning, error };

/// A stated distance that does not fit the positions of its ends.
struct DistanceFinding {
  EdgeId edge;
  Severity severity = Severity::warning;
  Distance stated, great_circle;
};

/// Error: shorter than 0.98 × the great circle. Warning: an overland edge longer than 3 × the great circle. Differences
/// of up to 2 km are let pass, since positions are often given to 0.01°. In order of edge names.
std::vector<DistanceFinding> distance_findings(Network const&);

/// "Chengdu–Łódź: 1,000 km stated, less than the great circle of 7,463 km (0.13 times)", without a full stop.
Wording words(Network const&, DistanceFinding const&);

}  // namespace shudao::network
