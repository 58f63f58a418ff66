#include <algorithm>

#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

using experiment::KeptStudy;

Key verdict_key(std::string const& verdict) {
  if (verdict == "lower") return Key::finding_lower;
  if (verdict == "higher") return Key::finding_higher;
  if (verdict == "not_comparable") return Key::finding_not_comparable;
  if (verdict == "exactly_equal") return Key::finding_equal;
  return verdict == "no_proven_difference" ? Key::finding_not_proven : Key::finding_unobserved;
}

Key expected_key(std::string const& expected) {
  if (expected == "lower") return Key::finding_lower;
  if (expected == "higher") return Key::finding_higher;
  return expected == "equal" ? Key::finding_equal : Key::expect_any;
}

Cell as_expected(KeptStudy::Found const& found) {
  if (!found.as_expected) return std::monostate{};
  return words(*found.as_expected ? Key::as_expected : Key::not_as_expected);
}

Text title_of(KeptStudy const& study, std::string const& role) {
  auto const at =
      std::find_if(study.worlds.begin(), study.worlds.end(), [&](auto const& one) { return one.role == role; });
  return at == study.worlds.end() ? Text{role, role} : at->title;
}

KeptStudy::Asked const* asked_of(KeptStudy const& study, std::string const& measure) {
  auto const at =
      std::find_if(study.measures.begin(), study.measures.end(), [&](auto const& one) { return one.id == measure; });
  return at == study.measures.end() ? nullptr : &*at;
}

Text with_unit(Text const& title, std::string const& unit) {
  if (unit.empty() || unit == "1") return title;
  return {title.zh + "（" + unit + "）", title.en + ", " + unit};
}

/// The difference as a share of the base.
Cell relative(KeptStudy::Found const& found) {
  double const base = std::abs(found.base.value);
  if (!(base > 0) || found.difference.n == 0) return std::monostate{};
  experiment::Measure share = found.difference;
  share.value /= base;
  if (share.ci95) share.ci95 = std::array{(*share.ci95)[0] / base, (*share.ci95)[1] / base};
  return share;
}

bool is_change_of_size(Cell const& cell) {
  constexpr double kMost = 3;  // Beyond, a share of the base says nothing: the base is next to nothing.
  auto const* share = std::get_if<experiment::Measure>(&cell);
  return share != nullptr && share->value != 0 && std::abs(share->value) <= kMost;
}

}  // namespace

FigureData study_table(StudyData const& study) {
  FigureData data = figure_of(study, "study", "table", {}, words(Key::caption_study));
  Text const in_unit = words(Key::in_unit_of_measure);
  data.columns = {word_column("measure", Key::figure_compared),
                  word_column("alternative", Key::alternative),
                  number_column("base", words(Key::base), "measure", in_unit),
                  number_column("value", words(Key::alternative), "measure", in_unit),
                  difference_of(number_column("difference", words(Key::difference_plain), "measure", in_unit)),
                  word_column("verdict", Key::verdict),
                  word_column("expected", Key::plain_expected),
                  word_column("as_expected", Key::found_in_study)};
  if (!study.kept_study()) return data;
  KeptStudy const& kept = *study.kept_study();
  for (KeptStudy::Found const& found : kept.found) {
    auto const* asked = asked_of(kept, found.measure);
    Text const title = asked == nullptr ? Text{found.measure, found.measure} : with_unit(asked->title, asked->unit);
    data.rows.push_back({title, title_of(kept, found.role), found.base, found.value, found.difference,
                         words(verdict_key(found.verdict)), words(expected_key(found.expected)), as_expected(found)});
  }
  return data;
}

FigureData study_forest(StudyData const& study) {
  FigureData data =
      figure_of(study, "study-forest", "forest", words(Key::title_study_forest), words(Key::caption_study_forest));
  data.columns = {word_column("measure", Key::figure_compared), word_column("alternative", Key::alternative),
                  difference_of(share_column("difference", words(Key::difference_of_base)))};
  if (!study.kept_study()) return data;
  KeptStudy const& kept = *study.kept_study();
  for (KeptStudy::Found const& found : kept.found) {
    auto const* asked = asked_of(kept, found.measure);
    Cell share = relative(found);
    if (asked == nullptr || !is_change_of_size(share)) continue;
    data.rows.push_back({asked->title, title_of(kept, found.role), std::move(share)});
  }
  return data;
}

}  // namespace shudao::viz::report
