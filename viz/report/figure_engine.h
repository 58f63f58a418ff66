#pragma once
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

#include "viz/words/messages.h"

namespace shudao::viz::report {

/// A figure that could not be drawn: what the definition threw, or a limit that it broke.
class DrawingFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Draws figures with the definitions of viz/figures, in a JavaScript heap of its own: one per thread. Nothing but the
/// built-in definitions is ever run; figure data comes in as JSON.
class FigureEngine {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;  ///< Of the heap.
  static constexpr double kLongestS = 20;                           ///< Of one figure, loading included.

  /// Whether the definitions were there when the program was built.
  static bool is_built_in();

  FigureEngine();
  ~FigureEngine();
  FigureEngine(FigureEngine&&) noexcept;
  FigureEngine& operator=(FigureEngine&&) noexcept;

  /// The figure of this data (json_text of a FigureData) as SVG in one language, zh or en, for light paper.
  /// Throws DrawingFailed.
  std::string svg(std::string const& figure_json, Language);
  [[nodiscard]] std::size_t peak_bytes() const;

 private:
  class Heap;
  std::unique_ptr<Heap> heap_;
};

}  // namespace shudao::viz::report
