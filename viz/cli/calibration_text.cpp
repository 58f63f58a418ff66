#include "viz/cli/text_table.h"
#include "viz/cli/validation_text.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::CalibrationResult;
using experiment::FittedInput;

std::string inputs_of(CalibrationResult const& result, Language language) {
  TextTable table{{{label(Key::input, language)},
                   {label(Key::before, language), Align::right},
                   {label(Key::after, language), Align::right},
                   {label(Key::interval, language)},
                   {label(Key::allowed_range, language)}}};
  for (FittedInput const& input : result.inputs) {
    table.add({input.name + "\n" + input.pointer, fmt::format("{:.4g}", input.before),
               fmt::format("{:.4g} {}", input.after, input.unit),
               fmt::format("[{:.4g}, {:.4g}]", input.after_low, input.after_high),
               fmt::format("[{:.4g}, {:.4g}]", input.low, input.high)});
  }
  return table.text();
}

std::string rows_of(CalibrationResult const& result, Language language) {
  TextTable table{{{label(Key::figure, language)},
                   {label(Key::observed, language)},
                   {label(Key::before, language), Align::right},
                   {label(Key::after, language), Align::right},
                   {label(Key::verdict, language)}}};
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    scenarios::OutcomeRow const& row = result.fitted_to[i];
    experiment::FittedRow const& one = result.rows[i];
    table.add({label(row.name, language, row.id) + "\n" + row.id, observed_text(row),
               simulated_text(one.before.simulated), simulated_text(one.after.simulated),
               label(one.after.is_inside ? Key::inside : Key::outside, language)});
  }
  return table.text();
}

}  // namespace

std::string calibration_text(scenarios::Validation const& validation, CalibrationResult const& result,
                             Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::calibration_summary, one)), label(validation.title, one, validation.file),
                       result.inputs.size(), result.rows.size(), result.evaluations,
                       replications_text(result.replications, one), result.seed) +
           "\n";
  };
  std::string all = language == Language::both ? in(Language::zh) + in(Language::en) : in(language);
  all += say(Key::misfit, language, fmt::format("{:.4g}", result.misfit_before),
             fmt::format("{:.4g}", result.misfit_after)) +
         "\n\n";
  all += inputs_of(result, language) + "\n" + rows_of(result, language);
  if (result.inputs.size() > result.rows.size())
    all += say(Key::more_inputs_than_rows, language, result.inputs.size(), result.rows.size()) + "\n";
  for (FittedInput const& input : result.inputs) {
    if (input.is_at_bound) all += say(Key::at_bound, language, input.name) + "\n";
    if (!input.is_identified) all += say(Key::not_identified, language, input.name) + "\n";
  }
  return all;
}

}  // namespace shudao::viz::cli
