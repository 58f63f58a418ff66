#pragma once
/// The run digest: a hash of all observations in their order, with processes by name, so that it does not depend on
/// executor, threads, partition or the numbers of processes.
/// A fact enters with its kind and its bytes: facts must have no padding and no addresses.
#include "sim/base/digest.h"
#include "sim/base/name_hash.h"
#include "sim/kernel/kernel.h"

namespace shudao::kernel {

class ObservationDigest : public Sink {
 public:
  /// Passes every observation on to `next`, if there is one. The model must outlive the construction only.
  explicit ObservationDigest(Model const&, Sink* next = nullptr);
  void take(Observation const&) override;
  [[nodiscard]] Fingerprint value() const { return digest_.value(); }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  IdVector<ProcessId, NameHash> names_;
  Sink* next_;
  Digest digest_;
  std::uint64_t count_ = 0;
};

}  // namespace shudao::kernel
