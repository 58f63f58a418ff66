#include "sim/kernel/observation_digest.h"

namespace shudao::kernel {

ObservationDigest::ObservationDigest(Model const& model, Sink* next) : next_{next} {
  for (std::size_t process = 0; process < model.process_count(); ++process)
    names_.push_back(name_hash(model.name(ProcessId{process})));
}

void ObservationDigest::take(Observation const& observation) {
  digest_.add(observation.key.time.ms());
  digest_.add(static_cast<std::uint64_t>(names_[ProcessId{observation.key.sender}]));
  digest_.add(std::uint64_t{observation.key.sequence} << 32 | observation.fact.kind);
  digest_.add_bytes(observation.fact.body.data(), observation.fact.body.size());
  ++count_;
  if (next_ != nullptr) next_->take(observation);
}

}  // namespace shudao::kernel
