#include "viz/cli/warm_up_text.h"

#include <algorithm>

#include "viz/cli/json_parts.h"
#include "viz/cli/names.h"
#include "viz/cli/result_json.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::WarmUpProposal;
using experiment::WarmUpWeek;
using scenarios::Scenario;

std::string table_of(WarmUpProposal const& proposal, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::warm_up_week, language, kBelow), Align::right},
                   {label(Key::warm_up_empty, language, kBelow), Align::right},
                   {label(Key::warm_up_loaded, language, kBelow), Align::right},
                   {label(Key::warm_up_largest, language, kBelow), Align::right},
                   {label(Key::warm_up_where, language, kBelow)},
                   {label(Key::warm_up_agrees, language, kBelow)}}};
  constexpr int kShownAfter = 4;  // Weeks that agree; all of them say the same.
  std::size_t const told =
      proposal.agreed_week ? static_cast<std::size_t>(*proposal.agreed_week + kShownAfter) : SIZE_MAX;
  for (std::size_t w = 0; w < std::min(told, proposal.weeks.size()); ++w) {
    WarmUpWeek const& week = proposal.weeks[w];
    table.add({std::to_string(w), number_text(week.empty_h), number_text(week.loaded_h), percent_text(week.difference),
               corridor_name(scenario, week.corridor, language),
               label(week.agrees ? Key::warm_up_yes : Key::warm_up_no, language)});
  }
  return table.text();
}

std::string mser_text(WarmUpProposal const& proposal, Language language) {
  if (proposal.has_profiles) return say(Key::warm_up_no_mser, language);
  return proposal.mser_weeks ? say(Key::warm_up_mser, language, *proposal.mser_weeks)
                             : say(Key::warm_up_mser_silent, language);
}

/// A sentence that names the slowest corridor.
std::string filled_text(WarmUpProposal const& proposal, Scenario const& scenario, Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::warm_up_filled, one)), corridor_name(scenario, proposal.slowest, one),
                       proposal.filled_weeks);
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n");
}

Json json_of(WarmUpWeek const& week) {
  return {{"consignments", week.consignments},           {"empty_h", measure_json(week.empty_h)},
          {"loaded_h", measure_json(week.loaded_h)},     {"corridor", week.corridor},
          {"difference", measure_json(week.difference)}, {"agrees", week.agrees}};
}

}  // namespace

std::string warm_up_text(WarmUpProposal const& proposal, Scenario const& scenario, Language language) {
  std::string all = table_of(proposal, scenario, language) + "\n";
  if (proposal.agreed_week)
    all += say(Key::warm_up_agreed, language, *proposal.agreed_week, proposal.held_back_days, proposal.replications) +
           "\n";
  all += filled_text(proposal, scenario, language) + "\n" + mser_text(proposal, language) + "\n";
  return all +
         (proposal.proposed ? say(Key::warm_up_proposed, language, *proposal.proposed, proposal.own_weeks)
                            : say(Key::warm_up_none, language, proposal.weeks.size() + 3)) +
         "\n";
}

std::string warm_up_json(WarmUpProposal const& proposal, Scenario const& scenario) {
  Json json = {{"schema_version", kJsonVersion},
               {"scenario", scenario.id},
               {"replications", proposal.replications},
               {"own_weeks", proposal.own_weeks},
               {"proposed_weeks", or_null(proposal.proposed)},
               {"agreed_week", or_null(proposal.agreed_week)},
               {"filled_weeks", proposal.filled_weeks},
               {"slowest_corridor", proposal.slowest},
               {"held_back_days", proposal.held_back_days},
               {"has_profiles", proposal.has_profiles},
               {"mser_weeks", or_null(proposal.mser_weeks)},
               {"weeks", Json::array()}};
  for (WarmUpWeek const& week : proposal.weeks) json["weeks"].push_back(json_of(week));
  return dumped(json);
}

}  // namespace shudao::viz::cli
