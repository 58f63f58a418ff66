#include "viz/cli/sensitivity_text.h"

#include <algorithm>

#include "sim/experiment/study_sentences.h"
#include "viz/cli/guard_rails_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Doubt;
using experiment::Input;
using experiment::Question;
using experiment::Sensitivity;

constexpr std::size_t kMostRefused = 5;

/// A sentence in the wanted languages, each on lines of its own.
std::string told(scenarios::Text const& said, Language language) {
  std::string all;
  auto const add = [&](std::string const& sentence) {
    for (std::string const& line : wrapped(sentence, kWidestTable)) all += line + "\n";
  };
  if (language != Language::en) add(said.zh);
  if (language != Language::zh) add(said.en);
  return all;
}

std::string percent_with_range(experiment::Measure const& share) {
  if (!share.ci95) return "–";
  auto const of = [](double x) { return fmt::format("{:.0f}", 100 * std::clamp(x, 0.0, 1.0)); };
  return of(share.value) + " (" + of((*share.ci95)[0]) + " … " + of((*share.ci95)[1]) + ")";
}

class SensitivityText {
 public:
  SensitivityText(Sensitivity const& found, Question const& question, Language language)
      : found_{found}, question_{question}, language_{language} {}

  [[nodiscard]] std::string text() const {
    std::string all = label(Key::figure_compared, language_) + ": " +
                      in_language(question_.title.zh, question_.title.en, language_, " ") + "\n" + conclusions();
    for (std::size_t q = 0; q < found_.uncertainty.doubts.size(); ++q) all += doubt(q);
    return all + "\n" + limits();
  }

 private:
  [[nodiscard]] std::string conclusions() const {
    std::string all;
    for (auto const& flip : found_.fragility.flips)
      all += told(experiment::sentence_on(flip, found_, question_), language_);
    for (std::size_t c = 0; c < found_.fragility.conclusions.size(); ++c) {
      auto const& flips = found_.fragility.flips;
      bool const is_flipped =
          std::any_of(flips.begin(), flips.end(), [&](experiment::Flip const& flip) { return flip.conclusion == c; });
      if (!is_flipped)
        all += told(experiment::sentence_on_standing(found_.fragility.conclusions[c], found_, question_), language_);
    }
    return all;
  }

  [[nodiscard]] std::string doubt(std::size_t q) const {
    Doubt const& doubt = found_.uncertainty.doubts[q];
    std::string const said = "\n" + told(experiment::sentence_on(doubt, question_, q), language_);
    if (!doubt.is_known) return doubt.factors.empty() ? "" : said;
    std::string shares;
    for (auto const& share : doubt.shares) {
      std::string const name = share.of == "noise"  ? label(Key::sensitivity_noise, language_)
                               : share.of == "none" ? label(Key::sensitivity_no_grade, language_)
                                                    : share.of;
      shares += (shares.empty() ? "" : ", ") + name + " " + fmt::format("{:.1f} %", share.percent);
    }
    return said + label(Key::sensitivity_shares, language_) + ": " + shares + "\n" + table(doubt);
  }

  [[nodiscard]] std::string table(Doubt const& doubt) const {
    double size = 0;
    for (auto const& one : doubt.morris) size = std::max(size, std::abs(one.effect.absolute.value));
    auto unit = experiment::spoken_unit(question_.selectors.front(), size);
    if (scenarios::dimension_of(question_.selectors.front()) == scenarios::Dimension::share) unit.name = {"%", "%"};
    TextTable table{{{label(Key::number, language_, "\n")},
                     {label(Key::range, language_, "\n")},
                     {label(Key::grade, language_, "\n")},
                     {label(Key::sensitivity_effect, language_, "\n") + ", " +
                          in_language(unit.name.zh, unit.name.en, language_, " "),
                      Align::right},
                     {label(Key::sensitivity_first, language_, "\n"), Align::right},
                     {label(Key::sensitivity_total, language_, "\n"), Align::right}}};
    for (auto const& factor : doubt.factors) {
      std::string const grade = factor.grade == ' ' ? "–" : std::string{factor.grade};
      std::string const first = percent_with_range(factor.index.first), total = percent_with_range(factor.index.total);
      if (factor.is_rest) {
        table.add({say(Key::sensitivity_rest, language_, factor.inputs.size()), "", grade, "", first, total});
        continue;
      }
      Input const& input = found_.inputs[factor.inputs.front()];
      table.add({broken(input.number.pointer), range(input), grade, effect(doubt, factor.inputs.front(), unit.per_unit),
                 first, total});
    }
    return table.text();
  }

  static std::string effect(Doubt const& doubt, std::size_t input, double unit) {
    for (auto const& one : doubt.morris)
      if (one.input == input) return signed_text(one.effect.mean, unit);
    return "–";
  }

  static std::string range(Input const& input) {
    return fmt::format("{:.4g} … {:.4g}\n{}", *input.number.low, *input.number.high, input.number.unit);
  }

  /// A pointer over several lines, broken before a slash.
  static std::string broken(std::string const& pointer) {
    constexpr std::size_t kWidest = 40;
    std::string all, line;
    for (std::size_t at = 0, next = 0; at < pointer.size(); at = next) {
      next = std::min(pointer.find('/', at + 1), pointer.size());
      if (!line.empty() && line.size() + next - at > kWidest) {
        all += line + "\n";
        line = "  ";
      }
      line += pointer.substr(at, next - at);
    }
    return all + line;
  }

  [[nodiscard]] std::string limits() const {
    auto const& screening = found_.screening;
    auto const& fragility = found_.fragility;
    auto const& doubt = found_.uncertainty;
    std::string all = say(Key::sensitivity_summary, language_, found_.inputs.size(), screening.effective.size(),
                          screening.without_effect, found_.runs, found_.seed, fmt::format("{:.0f}", found_.wall_s)) +
                      "\n";
    if (!screening.unresolved.empty()) {
      auto const unit = experiment::spoken_unit(question_.selectors.front(), screening.unresolved_effect);
      all += say(Key::sensitivity_unresolved, language_, screening.unresolved.size(),
                 fmt::format("{:.3g} {}", screening.unresolved_effect / unit.per_unit,
                             language_ == Language::zh ? unit.name.zh : unit.name.en)) +
             "\n";
    }
    if (!fragility.conclusions.empty())
      all += say(Key::sensitivity_tried, language_, fragility.tried, fragility.replications, fragility.too_weak,
                 fragility.left_out) +
             "\n";
    if (doubt.rows > 0)
      all += say(Key::sensitivity_design, language_, doubt.trajectories, doubt.rows, doubt.varied, doubt.held,
                 doubt.rows_lost) +
             "\n";
    for (std::size_t i = 0; i < std::min(kMostRefused, screening.refused.size()); ++i)
      all += say(Key::not_tried, language_, found_.inputs[screening.refused[i].input].number.pointer,
                 screening.refused[i].why) +
             "\n";
    if (screening.refused.size() > kMostRefused)
      all += say(Key::sensitivity_more_refused, language_, screening.refused.size() - kMostRefused) + "\n";
    all += guard_rails_text(found_.guard_rails, question_, language_);
    for (std::string const& note : question_.notes) all += label(Key::notes, language_) + ": " + note + "\n";
    for (std::string const& breach : found_.breaches)
      all += label(Key::asked_law_broken, language_) + ": " + breach + "\n";
    return all;
  }

  Sensitivity const& found_;
  Question const& question_;
  Language language_;
};

}  // namespace

std::string sensitivity_text(Sensitivity const& found, Question const& question, bool is_preview, Language language) {
  std::string all;
  if (is_preview) all += say(Key::study_preview, language) + "\n";
  if (found.cancelled) all += say(Key::sensitivity_cut, language, found.runs) + "\n";
  if (!found.not_comparable.en.empty())
    all += in_language(found.not_comparable.zh, found.not_comparable.en, language, "\n") + "\n";
  return all + SensitivityText{found, question, language}.text();
}

}  // namespace shudao::viz::cli
