#pragma once
#include "sim/experiment/study.h"
#include "sim/kernel/kernel.h"

namespace shudao::experiment {

/// Stands between the model and those who listen, and plants one fault in the first fact that can carry it:
/// lost_teu: a delivery is one TEU short; double_charge: a ledger entry on the path is told twice (the second time
/// without TEU, so that only the ledger breaks); over_full: a vehicle leaves with one TEU more than its capacity;
/// lose_box: a consignment gets boxes for one TEU less than the depot gave it.
class FaultPlanter : public kernel::Sink {
 public:
  FaultPlanter(Fault fault, kernel::Sink& next) : fault_{fault}, next_{next} {}
  void take(kernel::Observation const&) override;

 private:
  void plant(kernel::Observation const&);

  Fault fault_;  ///< Still to be planted.
  kernel::Sink& next_;
};

}  // namespace shudao::experiment
