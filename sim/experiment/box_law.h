#pragma once
#include <map>
#include <vector>

#include "sim/experiment/breaches.h"
#include "sim/experiment/fact_listener.h"

namespace shudao::experiment {

/// The law of boxes: for every kind and at every moment, TEU in the depots + under consignments + empty under way = the
/// fleet that the scenario began with. What is in the depots is their own count; what is under way is told by the
/// consignments when they get boxes and when they are delivered, and by the time that an empty box takes to come back.
/// Each consignment gives back what it got.
class BoxLaw : public FactListener {
 public:
  explicit BoxLaw(scenarios::Scenario const&);
  void generated(SimTime, freight::Generated const&) override;
  void boxed(SimTime, freight::Boxed const&) override;
  void box_stock(SimTime, freight::BoxStock const&) override;
  void delivered(SimTime, freight::LotEnd const&) override;
  void unfinished(SimTime, freight::LotEnd const&) override;
  /// To be asked once, after the last fact.
  Law verdict(SimTime end);

 private:
  struct Kind {
    std::int64_t fleet = 0, in_depots = 0, laden = 0, empty = 0;
    bool is_changed = true, is_broken = false;
  };
  struct Return {
    std::uint32_t kind = 0;
    std::int64_t teu = 0;
  };
  struct Carried {
    std::int64_t got = 0, at_end = 0;
  };
  void move_on(SimTime);
  void judge();
  [[nodiscard]] scenarios::Flow const& flow_of(freight::LotName const&) const;
  [[nodiscard]] std::string name_of(freight::LotName const&) const;
  void get(freight::LotName const&, std::int64_t teu, SimTime);

  scenarios::Scenario const& scenario_;
  std::vector<Kind> kinds_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> stocks_;  ///< By place and kind.
  std::multimap<SimTime, Return> returns_;                                  ///< Empty on their way back, by when due.
  std::map<freight::LotName, Carried> carried_;                             ///< By consignments under way.
  SimTime now_;
  Breaches breaches_;
};

}  // namespace shudao::experiment
