#include "viz/report/figure_data.h"

#include "sim/base/time.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::report {
namespace {

Column column(std::string key, Text name, char const* unit, Text shown, double per = 1) {
  Column made;
  made.key = std::move(key);
  made.name = std::move(name);
  made.unit = unit;
  made.shown = std::move(shown);
  made.per = per;
  return made;
}

/// A minus sign in place of a hyphen.
std::string with_minus(std::string number) {
  if (!number.empty() && number.front() == '-') number.replace(0, 1, "\u2212");
  return number;
}

}  // namespace

Text words(Key key) { return {std::string{text(key, Language::zh)}, std::string{text(key, Language::en)}}; }

Column word_column(std::string key, Key name) { return column(std::move(key), words(name), "", {}); }
Column days_column(std::string key, Text name) {
  return column(std::move(key), std::move(name), "h", words(Key::unit_days), kHoursPerDay);
}
Column hours_column(std::string key, Text name) {
  return column(std::move(key), std::move(name), "h", words(Key::unit_hours));
}
Column teu_column(std::string key, Text name) {
  return column(std::move(key), std::move(name), "TEU/a", words(Key::unit_teu_per_year));
}
Column cost_column(std::string key, Text name) {
  return column(std::move(key), std::move(name), "CNY/TEU", words(Key::unit_cny_per_teu));
}
Column co2e_column(std::string key, Text name) {
  return column(std::move(key), std::move(name), "kg/TEU", words(Key::unit_kg_per_teu));
}
Column share_column(std::string key, Text name) { return column(std::move(key), std::move(name), "share", {}); }
Column number_column(std::string key, Text name, std::string unit, Text shown) {
  return column(std::move(key), std::move(name), unit.c_str(), std::move(shown));
}
Column difference_of(Column column) {
  column.is_signed = true;
  return column;
}

double Column::divisor(Language language) const { return language == Language::en && per_en != 0 ? per_en : per; }

FigureData standing_alone(FigureData data) {
  std::string all;
  for (std::size_t i = 0; i < data.fingerprints.size(); ++i)
    all += (i == 0 ? "" : ", ") + data.scenarios[i] + ' ' + data.fingerprints[i].substr(0, kFingerprintDigits);
  if (all.empty()) return data;
  data.note.zh += say(Key::figure_note_fingerprints, Language::zh, all);
  data.note.en += say(Key::figure_note_fingerprints, Language::en, all);
  return data;
}

std::string shown_text(Cell const& cell, Column const& column, Language language) {
  if (auto const* said = std::get_if<Text>(&cell)) return label(*said, language, "");
  auto const* estimate = std::get_if<experiment::Measure>(&cell);
  auto const* number = std::get_if<double>(&cell);
  if (estimate == nullptr && number == nullptr) return "–";
  experiment::Measure const measure = estimate != nullptr ? *estimate : experiment::Measure{*number, {}, 1};
  if (measure.n == 0 && !measure.ci95 && estimate != nullptr) return "–";
  if (column.unit == "share") return with_minus(percent_text(measure));
  if (column.unit == "1") return with_minus(decimal_text(measure.value, 0));
  double const per = column.divisor(language);
  return with_minus(column.is_signed ? signed_text(measure, per) : number_text(measure, per));
}

}  // namespace shudao::viz::report
