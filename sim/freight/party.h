#pragma once
#include <algorithm>
#include <utility>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/name_hash.h"
#include "sim/freight/depot.h"
#include "sim/freight/facts.h"
#include "sim/freight/journal.h"

namespace shudao::freight {

/// How often a party has done a piece of work, by the work's home: the index of its next draw.
class Visits {
 public:
  std::uint32_t next(NameHash home) {
    for (auto& [known, count] : counts_) {
      if (known == home) return count++;
    }
    counts_.emplace_back(home, 1);
    return 0;
  }
  /// Takes the larger count of each home, when two parts become one again.
  void merge(Visits const& other) {
    for (auto const& [home, count] : other.counts_) {
      auto const mine =
          std::find_if(counts_.begin(), counts_.end(), [h = home](auto const& c) { return c.first == h; });
      if (mine == counts_.end())
        counts_.emplace_back(home, count);
      else
        mine->second = std::max(mine->second, count);
    }
  }

 private:
  std::vector<std::pair<NameHash, std::uint32_t>> counts_;
};

/// What goes through a process: a consignment or a vehicle.
struct Party {
  NameHash name{};
  scenarios::TokenSet tokens;
  Visits visits;
  int priority = 1;
  Teu teu;
  Money formalities;
  Journal branch;  ///< Of its last process: from the moment it entered to the moment it was done.
  /// What its time since the last charge goes to if the run ends now; inside a process its steps know better.
  scenarios::Component open_cause = scenarios::Component::waiting_departure;
  Where open_at;

  void waits(scenarios::Component cause, Where where) {
    open_cause = cause;
    open_at = where;
  }
};

/// TEU of a consignment that came into a yard together.
struct Stored {
  Teu teu;
  SimTime since;
};

/// One lot under one declaration, or a part of it that travels by itself.
struct Consignment : Party {
  LotName lot;
  scenarios::FlowId flow;
  std::uint32_t firm_class = 0;
  Teu total;               ///< Of the whole lot.
  std::uint32_t part = 0;  ///< 0: the whole lot, or what is left of it after parts were cut off.
  std::uint32_t parts_cut = 0;
  SimTime ready;
  SimTime born;             ///< When this part was cut off (`ready` for part 0).
  std::uint32_t route = 0;  ///< Index into the routes of its flow.
  std::uint32_t leg = 0;    ///< The leg of the route that it is on or waits for.
  std::uint32_t vehicle = kNoVehicle;
  SimTime awaits_since;      ///< Since when it has been ready for the vehicle of its next leg.
  bool is_unloaded = false;  ///< Off its vehicle, which waits until there is room for it.
  Where at;
  Duration late;  ///< How much later than promised its last vehicle was unloaded.
  Journal journal;
  std::vector<Stored> stored;  ///< What of it came into the yard when.
  Money tariff, handling, storage, subsidy;
  SimTime duty_paid = SimTime::max(), refunded = SimTime::max();  ///< Max: not yet.
  Emission emission;
  std::int64_t teu_m = 0;

  static constexpr std::uint32_t kNoVehicle = ~0U;
};

/// One run of a service: a train, ship or truck with its load, which inherits its journal.
struct Vehicle : Party {
  scenarios::ServiceId service;
  SimTime scheduled;
  std::uint32_t first_stop = 0;  ///< Where it was made up.
  std::uint32_t stop = 0;        ///< The stop it stands at, or left last.
  Where at;
  Journal journal;                  ///< Since it was made up.
  std::vector<std::uint32_t> load;  ///< Handles of consignments.
  std::uint32_t unplaced = 0;       ///< Unloaded consignments that still wait for room in the yard.
  std::uint32_t crane_jobs = 0;     ///< Orders of crane work that are not done yet.
  SimTime crane_began;              ///< When the first of them was begun.
  Duration driven;                  ///< At the wheel since the driver's last rest.
  std::int32_t left_behind_teu = 0;
  bool is_forming = false;  ///< Made up at its first stop, not yet gone.
};

using Lots = Depot<Consignment>;
using Vehicles = Depot<Vehicle>;

/// A handle that says which kind of party it names.
class PartyHandle {
 public:
  static PartyHandle lot(std::uint32_t handle) { return PartyHandle{handle << 1U}; }
  static PartyHandle vehicle(std::uint32_t handle) { return PartyHandle{handle << 1U | 1U}; }
  PartyHandle() = default;
  [[nodiscard]] bool is_vehicle() const { return code_ & 1U; }
  [[nodiscard]] std::uint32_t handle() const { return code_ >> 1U; }
  friend auto operator<=>(PartyHandle, PartyHandle) = default;

 private:
  explicit PartyHandle(std::uint32_t code) : code_{code} {}
  std::uint32_t code_ = 0;
};

}  // namespace shudao::freight
