#pragma once
#include <map>

#include "sim/base/time.h"
#include "sim/freight/outlook.h"

namespace shudao::freight {

/// What the shippers of one flow know of the times of one route: a mean of what was heard, in which news fade and which
/// begins as the outlook. Consignments of which nothing was heard count with the hours that they have surely been under
/// way, once these are more than the mean. Unused, it returns to the outlook.
class Knowledge {
 public:
  /// Mean and standard deviation, hours.
  struct Times {
    double mean_h = 0, sd_h = 0;
  };

  Knowledge(Outlook const&, scenarios::Choice const&, SimTime start);
  /// A consignment takes the route. What the first one after a pause finds counts as much as the outlook at least.
  void set_out(std::uint32_t ordinal, SimTime now);
  void hear(std::uint32_t ordinal, Duration transit, SimTime now);
  [[nodiscard]] Times times(SimTime now) const;

 private:
  [[nodiscard]] double faded(Duration since) const;
  void begin_with(double weight, Times const&, SimTime now);

  Times start_;
  Duration delay_, memory_;
  double start_lots_;
  double weight_ = 0, sum_h_ = 0, squares_h2_ = 0;
  SimTime heard_;       ///< The last news: the sums are as of then.
  SimTime idle_since_;  ///< Since when nothing is under way, if nothing is.
  std::map<std::uint32_t, SimTime>
      under_way_;  ///< Ready times of what nothing was heard of, by ordinal and so by time.
};

}  // namespace shudao::freight
