#include "network/great_circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "sim/base/portable_math.h"

namespace shudao::network {
namespace {

constexpr double kEarthRadiusKm = 6371.0088;
constexpr double kLeastRatio = 0.98;
constexpr double kMostOverlandRatio = 3;
constexpr Distance kLetPass = distance_from_km(2);

/// Arcsine for 0 ≤ s ≤ 1, to < 1e-15, by Newton's iteration on the portable sine. Where the
/// sine grows flat the cosine is used instead; elsewhere the start is off by < 0.13 and each step squares the error.
double portable_arcsine(double s) {
  if (s > 0.8) return std::numbers::pi / 2 - portable_arcsine(std::sqrt(std::max(0.0, (1 - s) * (1 + s))));
  double x = s;
  for (int step = 0; step < 5; ++step) x -= (portable_sin(x) - s) / portable_cos(x);
  return x;
}

std::optional<DistanceFinding> finding_of(Network const& network, EdgeId id) {
  Edge const& edge = network.edge(id);
  Node const& from = network.node(edge.from);
  Node const& to = network.node(edge.to);
  Distance const straight = great_circle(from.lat, from.lon, to.lat, to.lon);
  auto const stated_m = static_cast<double>(edge.distance.count());
  auto const straight_m = static_cast<double>(straight.count());
  if (stated_m < kLeastRatio * straight_m && straight - edge.distance > kLetPass)
    return DistanceFinding{id, Severity::error, edge.distance, straight};
  if (edge.is_overland && stated_m > kMostOverlandRatio * straight_m && edge.distance - straight > kLetPass)
    return DistanceFinding{id, Severity::warning, edge.distance, straight};
  return std::nullopt;
}

std::string whole_km(Distance d) { return grouped(to_nearest(to_km(d))); }

/// Two places after the point.
std::string hundredths(double ratio) {
  std::int64_t const n = to_nearest(ratio * 100);
  std::string const cents = std::to_string(n % 100);
  return grouped(n / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

}  // namespace

Distance great_circle(double from_lat, double from_lon, double to_lat, double to_lon) {
  constexpr double kRadians = std::numbers::pi / 180;
  double const lat = portable_sin((to_lat - from_lat) * kRadians / 2);
  double const lon = portable_sin((to_lon - from_lon) * kRadians / 2);
  double const haversine = lat * lat + portable_cos(from_lat * kRadians) * portable_cos(to_lat * kRadians) * lon * lon;
  return distance_from_km(2 * kEarthRadiusKm * portable_arcsine(std::sqrt(std::clamp(haversine, 0.0, 1.0))));
}

std::vector<DistanceFinding> distance_findings(Network const& network) {
  std::vector<DistanceFinding> findings;
  for (EdgeId const id : network.edges_by_name())
    if (auto const finding = finding_of(network, id)) findings.push_back(*finding);
  return findings;
}

Wording words(Network const& network, DistanceFinding const& finding) {
  Wording const label = label_of(network.edge(finding.edge));
  std::string const stated = whole_km(finding.stated), straight = whole_km(finding.great_circle);
  bool const is_short = finding.severity == Severity::error;
  std::string zh =
      label.zh + "：所写里程 " + stated + " 公里，" + (is_short ? "短于" : "远长于") + "大圆距离 " + straight + " 公里";
  std::string en = label.en + ": " + stated + " km stated, " + (is_short ? "less" : "far more") +
                   " than the great circle of " + straight + " km";
  if (finding.great_circle.count() > 0) {
    std::string const ratio = hundredths(to_km(finding.stated) / to_km(finding.great_circle));
    zh += "（" + ratio + " 倍）";
    en += " (" + ratio + " times)";
  }
  return {std::move(zh), std::move(en)};
}

}  // namespace shudao::network
