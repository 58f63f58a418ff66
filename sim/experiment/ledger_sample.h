#pragma once
#include <map>
#include <utility>
#include <vector>

#include "sim/experiment/ledger_digest.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// Keeps the lives of the consignments of the cohort whose names hash to the smallest numbers: a sample that depends
/// on names only, so two scenarios sample the same consignments.
class LedgerSample : public LotListener {
 public:
  static constexpr std::size_t kSize = 200;
  explicit LedgerSample(scenarios::Scenario const& scenario) : scenario_{scenario}, hasher_{scenario} {}
  void lot_closed(ClosedLot const&) override;

  /// By name; `replication` is left to the caller.
  [[nodiscard]] std::vector<Life> lives() const;

 private:
  scenarios::Scenario const& scenario_;
  LedgerHasher hasher_;
  std::map<std::pair<NameHash, freight::LotName>, Life> lives_;
};

}  // namespace shudao::experiment
