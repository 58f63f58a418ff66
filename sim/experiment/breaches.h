#pragma once
#include <string>
#include <utility>

#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Gathers what breaks one law: the first ten in words, all of them in `holds`.
class Breaches {
 public:
  static constexpr std::size_t kMost = 10;
  void add(std::string breach) {
    law_.holds = false;
    if (law_.breaches.size() < kMost) law_.breaches.push_back(std::move(breach));
  }
  [[nodiscard]] bool is_full() const { return law_.breaches.size() == kMost; }
  [[nodiscard]] Law const& law() const { return law_; }

 private:
  Law law_;
};

}  // namespace shudao::experiment
