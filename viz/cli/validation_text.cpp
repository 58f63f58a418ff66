#include "viz/cli/validation_text.h"

#include "viz/cli/fault_text.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::RowResult;
using experiment::ValidationResult;
using scenarios::OutcomeRow;
using scenarios::Validation;

std::string verdict_of(RowResult const& row, Language language) {
  if (row.simulated.n == 0) return label(Key::nothing_happened, language);
  return label(row.is_inside ? Key::inside : Key::outside, language);
}

std::string table_of(Validation const& validation, ValidationResult const& result, Language language) {
  TextTable table{{{label(Key::figure, language)},
                   {label(Key::role, language)},
                   {label(Key::grade, language)},
                   {label(Key::observed, language)},
                   {label(Key::simulated, language), Align::right},
                   {label(Key::error_percent, language), Align::right},
                   {label(Key::verdict, language)}}};
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    OutcomeRow const& row = validation.rows[i];
    RowResult const& one = result.rows[i];
    table.add({label(row.name, language, row.id) + "\n" + row.id,
               label(row.is_held_out ? Key::held_out : Key::calibrated, language), std::string{row.grade},
               observed_text(row), simulated_text(one.simulated),
               one.error_percent ? fmt::format("{:+.0f}", *one.error_percent) : "–", verdict_of(one, language)});
  }
  return table.text();
}

std::string share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string explanations(Validation const& validation, ValidationResult const& result, Language language) {
  std::string lines;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    if (result.rows[i].is_inside) continue;
    OutcomeRow const& row = validation.rows[i];
    auto const in = [&](Language one) {
      std::string const why = label(row.explanation, one, std::string{text(Key::not_explained, one)});
      return fmt::format(fmt::runtime(text(Key::outside_row, one)), row.id, label(row.name, one, ""), why) + "\n";
    };
    lines += language == Language::both ? in(Language::zh) + in(Language::en) : in(language);
  }
  return lines.empty() ? lines : label(Key::outside_head, language) + "\n" + lines;
}

/// The laws of the worlds in which one is broken.
std::string broken_laws(ValidationResult const& result, Language language) {
  std::string lines;
  for (experiment::WorldResult const& world : result.worlds) {
    for (experiment::Law const* law :
         {&world.laws.conservation, &world.laws.ledger, &world.laws.little, &world.laws.capacity}) {
      for (std::string const& breach : law->breaches)
        lines += label(Key::laws, language) + " " + label(Key::broken, language) + ": " + world.scenario + ": " +
                 breach + "\n";
    }
    if (world.unfinished > 0) lines += world.scenario + ": " + say(Key::unfinished, language, world.unfinished) + "\n";
  }
  return lines;
}

}  // namespace

std::string observed_text(OutcomeRow const& row) {
  return fmt::format("{:.6g} [{:.6g}, {:.6g}] {}{}", row.value, row.low, row.high, row.unit_name,
                     row.is_range_published && row.why_range.empty() ? "" : " *");
}

std::string simulated_text(experiment::Measure const& measure) { return measure.n == 0 ? "–" : number_text(measure); }

std::string validation_text(Validation const& validation, ValidationResult const& result, Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::validation_summary, one)), label(validation.title, one, validation.file),
                       result.worlds.size(), replications_text(result.replications, one), result.seed,
                       fmt::format("{:.1f}", result.wall_s)) +
           "\n";
  };
  std::string all = language == Language::both ? in(Language::zh) + in(Language::en) : in(language);
  all += "\n" + table_of(validation, result, language) + "\n";
  all += say(Key::validation_count, language, result.held_out, result.held_out_inside,
             share(result.held_out_inside, result.held_out), result.calibrated, result.calibrated_inside,
             share(result.calibrated_inside, result.calibrated)) +
         "\n";
  all += label(Key::own_range_note, language, "\n") + "\n";
  all += explanations(validation, result, language) + broken_laws(result, language);
  for (std::string const& note : validation.notes) all += label(Key::notes, language) + ": " + note + "\n";
  return all;
}

}  // namespace shudao::viz::cli
