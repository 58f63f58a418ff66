#include "sim/base/errors.h"

#include <algorithm>
#include <cstdint>

namespace shudao {
namespace {

std::string text(std::vector<InputError> const& errors) {
  std::string result;
  for (InputError const& error : errors) {
    if (!result.empty()) result += '\n';
    result += shudao::text(error);
  }
  return result;
}

std::size_t length_of_sequence(unsigned char lead) {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/// One number per UTF-8 sequence: its bytes, side by side. Bytes that are no UTF-8 still give some number.
std::vector<std::uint32_t> code_points(std::string_view bytes) {
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < bytes.size();) {
    std::uint32_t point = 0;
    std::size_t const end = std::min(bytes.size(), i + length_of_sequence(static_cast<unsigned char>(bytes[i])));
    for (; i < end; ++i) point = point << 8 | static_cast<unsigned char>(bytes[i]);
    result.push_back(point);
  }
  return result;
}

/// Insertions, deletions, substitutions and swaps of neighbours; each place is edited once (Damerau 1964).
std::size_t edit_distance(std::vector<std::uint32_t> const& a, std::vector<std::uint32_t> const& b) {
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string text(InputError const& error) {
  std::string result = error.file;
  if (error.line > 0) result += (result.empty() ? "line " : ":") + std::to_string(error.line);
  if (!result.empty()) result += ": ";
  if (!error.pointer.empty()) result += error.pointer + ": ";
  if (!error.expected.empty()) result += "expected " + error.expected;
  if (!error.found.empty()) result += (error.expected.empty() ? "" : ", found ") + error.found;
  if (!error.nearest.empty()) result += " (did you mean " + error.nearest + "?)";
  return result;
}

InputErrors::InputErrors(std::vector<InputError> errors)
    : std::runtime_error{text(errors)}, errors_{std::move(errors)} {}

std::string nearest_name(std::string_view wanted, std::vector<std::string> const& names) {
  constexpr std::size_t kLongest = 256;  // longer texts are no names, and distance costs the product of the lengths
  if (wanted.size() > kLongest) return {};
  auto const points = code_points(wanted);
  std::size_t const limit = std::max<std::size_t>(2, points.size() / 3);
  std::string const* best = nullptr;
  std::size_t best_distance = limit + 1;
  for (std::string const& name : names) {
    if (name.size() > kLongest) continue;
    auto const candidate = code_points(name);
    std::size_t const distance = edit_distance(points, candidate);
    if (distance > limit || distance >= std::max(points.size(), candidate.size())) continue;
    if (distance > best_distance || (distance == best_distance && best != nullptr && *best <= name)) continue;
    best = &name;
    best_distance = distance;
  }
  return best == nullptr ? std::string{} : *best;
}

}  // namespace shudao
