#pragma once
/// Merges the ordered observations of several lanes into one ordered stream.
#include <cstddef>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

class ObservationMerge {
 public:
  explicit ObservationMerge(std::size_t lanes) : waiting_(lanes) {}

  /// Takes over what a lane observed, in order and later than all it gave before; leaves `observed` empty.
  void collect(std::size_t lane, std::vector<Observation>& observed);
  /// Hands all observations before `time` to the sink, in order. No lane may add an earlier one after that.
  void release(SimTime time, Sink&);

 private:
  struct Waiting {
    std::vector<Observation> list;
    std::size_t next = 0;
    [[nodiscard]] bool has_before(SimTime time) const { return next < list.size() && list[next].key.time < time; }
    [[nodiscard]] EventKey const& key() const { return list[next].key; }
  };
  /// Hands over from one lane until another lane's `limit` comes first.
  static void release_run(Waiting&, SimTime time, EventKey const* limit, Sink&);

  std::vector<Waiting> waiting_;
  std::vector<Waiting*> heap_;  ///< Smallest next key at the front.
};

}  // namespace shudao::kernel
