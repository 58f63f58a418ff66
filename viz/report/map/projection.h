#pragma once

namespace shudao::viz::report {

struct Point {
  double x = 0, y = 0;
};

/// Albers' equal-area conic projection on the sphere (Snyder, "Map Projections: A Working Manual", USGS 1987, p. 100),
/// standard parallels 18° and 58° north, central meridian 66° east: Europe and China in one frame, no more stretched
/// than each other. Unit: the radius of the earth; y grows to the south.
Point projected(double lat, double lon);

/// A window of the projected plane, set into a rectangle of the paper as large as it goes.
class Window {
 public:
  /// Shows this box of degrees between these corners of the paper.
  Window(double south, double west, double north, double east, Point top_left, double width, double height);
  [[nodiscard]] Point at(double lat, double lon) const;
  [[nodiscard]] bool shows(Point const&) const;
  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double top() const { return top_; }
  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }

 private:
  double left_, top_, width_, height_;
  double scale_ = 1;
  Point middle_;  ///< Of the window, projected.
};

}  // namespace shudao::viz::report
