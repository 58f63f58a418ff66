#pragma once
#include <atomic>

#include "sim/experiment/crew.h"

namespace shudao::viz::mpi {

/// The ranks of an MPI job: rank 0 keeps, hands out runs one at a time and makes some itself, the others make runs. MPI
/// is called by the main thread only, runs are made in a second one.
class Ranks : public experiment::Crew {
 public:
  explicit Ranks(std::atomic<bool> const& cancel);
  [[nodiscard]] bool is_keeper() const override { return rank_ == 0; }
  void work(std::vector<std::uint64_t> const& runs, Make const&, Keep const&) override;

 private:
  void hand_out(std::vector<std::uint64_t> const& runs, Make const&, Keep const&);
  void serve(Make const&) const;

  std::atomic<bool> const& cancel_;
  int rank_ = 0, ranks_ = 1;
};

}  // namespace shudao::viz::mpi
