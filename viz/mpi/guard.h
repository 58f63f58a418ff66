#pragma once
#include <functional>

namespace shudao::viz::mpi {

/// Does `work` in a child process and returns its exit code. A child that a signal ends (a node without memory, kill
/// -9) is told on stderr, and 3 is returned: mpirun then ends all ranks with this code instead of the signal's.
int guarded(std::function<int()> const& work);

}  // namespace shudao::viz::mpi
