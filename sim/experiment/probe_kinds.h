#pragma once
#include "sim/experiment/probe.h"

namespace shudao::experiment {

/// From the closed ledgers of consignments: transit_time, journey_time, stay, hours, speed, cost, co2e, spoilage.
std::unique_ptr<Probe> lot_probe(scenarios::Scenario const&, scenarios::Selector const&);
/// From the comings and goings of vehicles: vehicle_time, vehicle_speed.
std::unique_ptr<Probe> vehicle_probe(scenarios::Scenario const&, scenarios::Selector const&);
/// From the ends of steps and processes: process_time, repeats.
std::unique_ptr<Probe> process_probe(scenarios::Scenario const&, scenarios::Selector const&);
/// From the tokens that consignments get: time_to.
std::unique_ptr<Probe> token_probe(scenarios::Scenario const&, scenarios::Selector const&);
/// From the work of a resource: wait, queue, utilisation.
std::unique_ptr<Probe> resource_probe(scenarios::Scenario const&, scenarios::Selector const&);
/// From counts: throughput, load_factor, teu_present.
std::unique_ptr<Probe> count_probe(scenarios::Scenario const&, scenarios::Selector const&);

}  // namespace shudao::experiment
