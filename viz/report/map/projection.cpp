#include "viz/report/map/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shudao::viz::report {
namespace {

constexpr double kRadian = std::numbers::pi / 180.0;

}  // namespace

Point projected(double lat, double lon) {
  static double const south = std::sin(18.0 * kRadian), north = std::sin(58.0 * kRadian);
  static double const n = (south + north) / 2, c = 1 - south * south + 2 * n * south;
  double const rho = std::sqrt(std::max(0.0, c - 2 * n * std::sin(lat * kRadian))) / n;
  double const theta = n * (lon - 66.0) * kRadian;
  return {rho * std::sin(theta), rho * std::cos(theta)};
}

Window::Window(double south, double west, double north, double east, Point top_left, double width, double height)
    : left_{top_left.x}, top_{top_left.y}, width_{width}, height_{height} {
  constexpr int kSteps = 24;
  double least_x = 1e9, most_x = -1e9, least_y = 1e9, most_y = -1e9;
  for (int i = 0; i <= kSteps; ++i)
    for (int k = 0; k <= kSteps; ++k) {
      Point const p = projected(south + (north - south) * i / kSteps, west + (east - west) * k / kSteps);
      least_x = std::min(least_x, p.x);
      most_x = std::max(most_x, p.x);
      least_y = std::min(least_y, p.y);
      most_y = std::max(most_y, p.y);
    }
  scale_ = std::min(width / (most_x - least_x), height / (most_y - least_y));
  middle_ = {(least_x + most_x) / 2, (least_y + most_y) / 2};
}

Point Window::at(double lat, double lon) const {
  Point const p = projected(lat, lon);
  return {left_ + width_ / 2 + (p.x - middle_.x) * scale_, top_ + height_ / 2 + (p.y - middle_.y) * scale_};
}

bool Window::shows(Point const& p) const {
  return p.x >= left_ && p.x <= left_ + width_ && p.y >= top_ && p.y <= top_ + height_;
}

}  // namespace shudao::viz::report
