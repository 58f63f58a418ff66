#pragma once
/// What a guest is: a model that uses the kernel only, as if written outside of it. Tests run every guest under every
/// executor; `shudao-bench` times some of them.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "sim/kernel/kernel.h"

namespace shudao::kernel::guests {

/// A model with the states of its processes.
struct World {
  virtual ~World() = default;
  /// Of the states, in an order that no executor can change; 0 if the guest has none.
  [[nodiscard]] virtual std::uint64_t checksum() const { return 0; }
  Model model;
};

struct Guest {
  std::string name;
  SimTime end;
  std::function<std::unique_ptr<World>()> make;  ///< A fresh one for every run.
};

/// Where a guest's luck comes from: the streams of the product, or the cheapest good generator with the logarithm of
/// libm. Bytes of the second may differ between machines: it is for timings against loops that draw the same way.
enum class DrawsFrom { philox, bare };

std::string padded_name(char const* prefix, std::size_t number);  ///< "prefix0000042": order of names = of numbers.

/// Remembers all that a process saw, in its order, so that any other order shows.
struct Memory {
  std::uint64_t seen = 0;
  void add(Event const& event) {
    for (std::uint64_t const part : {static_cast<std::uint64_t>(event.key.time.ms()), std::uint64_t{event.key.sender},
                                     std::uint64_t{event.key.sequence}, std::uint64_t{event.message.kind}})
      seen = (seen ^ part) * 0x100000001B3u;
  }
};

}  // namespace shudao::kernel::guests
