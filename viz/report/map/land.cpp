#include "viz/report/map/land.h"

#include <sstream>
#include <string>

namespace shudao::viz::report {
namespace {

constexpr char kLand[] =
#include "viz/report/map/land.inc"
    ;

}  // namespace

std::vector<std::vector<std::pair<double, double>>> land() {
  constexpr double kPerDegree = 100.0;
  std::vector<std::vector<std::pair<double, double>>> rings;
  std::istringstream lines{kLand};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream steps{line};
    int x = 0, y = 0, dx = 0, dy = 0;
    char comma = ',';
    std::vector<std::pair<double, double>> ring;
    while (steps >> dx >> comma >> dy) {
      x += dx;
      y += dy;
      ring.emplace_back(x / kPerDegree, y / kPerDegree);
    }
    rings.push_back(std::move(ring));
  }
  return rings;
}

}  // namespace shudao::viz::report
