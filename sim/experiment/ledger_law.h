#pragma once
#include <optional>

#include "sim/experiment/breaches.h"
#include "sim/experiment/lots.h"

namespace shudao::experiment {

/// The law of the ledger: the entries on the path of a delivered consignment follow each other without gap or overlap
/// from ready to delivered, none is negative, and so their sum is the door-to-door time, to the millisecond. Of what is
/// still under way at the end the same holds up to the end of the run; parts that were cut off have no path of their
/// own yet and are told after what is left of their consignment, which has.
class LedgerLaw : public LotListener {
 public:
  explicit LedgerLaw(scenarios::Scenario const& scenario) : scenario_{scenario} {}
  void lot_closed(ClosedLot const&) override;
  [[nodiscard]] Law const& verdict() const { return breaches_.law(); }

 private:
  [[nodiscard]] std::string fault_of(ClosedLot const&) const;
  [[nodiscard]] std::string words(freight::LedgerEntry const&) const;

  scenarios::Scenario const& scenario_;
  Breaches breaches_;
  std::optional<freight::LotName> last_with_path_;
};

}  // namespace shudao::experiment
