#pragma once
#include <map>
#include <vector>

#include "sim/experiment/breaches.h"
#include "sim/experiment/fact_listener.h"
#include "sim/experiment/places.h"

namespace shudao::experiment {

/// The law of conservation: whatever TEU a flow generates is delivered or still under way at the end of the run, flow
/// by flow and consignment by consignment, through splits and merges; and no place ever holds less than nothing.
class Conservation : public FactListener {
 public:
  explicit Conservation(scenarios::Scenario const&);
  void generated(SimTime, freight::Generated const&) override;
  void delivered(SimTime, freight::LotEnd const&) override;
  void unfinished(SimTime, freight::LotEnd const&) override;
  /// To be asked once, after the last fact.
  Law verdict(PlaceTally const&);

 private:
  struct Amounts {
    std::int64_t generated = 0, delivered = 0, under_way = 0;
    [[nodiscard]] std::int64_t missing() const { return generated - delivered - under_way; }
  };
  void judge_consignment(freight::LotName const&, Amounts const&);
  void judge_places(PlaceTally const&);
  [[nodiscard]] std::string name_of(freight::LotName const&) const;

  scenarios::Scenario const& scenario_;
  std::vector<Amounts> flows_;
  std::map<freight::LotName, Amounts> open_;  ///< Consignments not yet delivered.
  Breaches breaches_;
};

}  // namespace shudao::experiment
