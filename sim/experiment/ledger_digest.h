#pragma once
#include <array>
#include <vector>

#include "sim/base/digest.h"
#include "sim/base/name_hash.h"
#include "sim/experiment/lots.h"

namespace shudao::experiment {

/// Hashes ledgers by the names of things, never by their ids. The sum of the fingerprints of all consignments of a
/// cohort says the same as a hash over them sorted by name would: each name enters its own fingerprint, and the sum
/// (modulo 2^128) does not depend on the order. So what is not part of any ledger cannot change it.
class LedgerHasher {
 public:
  explicit LedgerHasher(scenarios::Scenario const&);
  /// Of name, TEU, ready and closing time, and of each entry on the path: component, who is charged, times, TEU.
  [[nodiscard]] Fingerprint fingerprint_of(ClosedLot const&) const;
  /// What chance makes of the name alone, for samples.
  [[nodiscard]] NameHash name_of(freight::LotName const&) const;

 private:
  std::vector<NameHash> flows_;
  std::array<std::vector<NameHash>, 3> wheres_;  ///< By kind, then index.
};

}  // namespace shudao::experiment
