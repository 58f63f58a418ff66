#include "viz/report/map/wrapped.h"

#include <utility>

namespace shudao::viz::report {

double width_of(std::string const& words, double size) {
  double wide = 0;
  for (char const c : words) wide += (c & 0x80) == 0 ? 0.56 * size : (c & 0xC0) == 0xC0 ? size : 0;
  return wide;
}

std::vector<std::string> wrapped(std::string const& words, double size, double most) {
  std::vector<std::string> lines;
  std::string line, piece;
  auto const take = [&] {
    if (!line.empty() && width_of(line + piece, size) > most) lines.push_back(std::exchange(line, ""));
    line += std::exchange(piece, "");
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    piece += words[i];
    if (words[i] == ' ' || words.compare(i >= 2 ? i - 2 : i, 3, "，") == 0 ||
        words.compare(i >= 2 ? i - 2 : i, 3, "；") == 0)
      take();
  }
  take();
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace shudao::viz::report
