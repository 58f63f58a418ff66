#include "viz/cli/study_text.h"

#include <algorithm>
#include <array>

#include "sim/experiment/study_sentences.h"
#include "viz/cli/guard_rails_text.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Finding;
using experiment::StudyComparison;
using experiment::WorldAnswer;
using scenarios::Expectation;
using scenarios::StudyMeasure;
using scenarios::Text;

Key key_of(Finding finding) {
  constexpr std::array kKeys = {Key::finding_lower, Key::finding_higher,     Key::finding_not_proven,
                                Key::finding_equal, Key::finding_unobserved, Key::finding_not_comparable};
  return kKeys.at(static_cast<std::size_t>(finding));
}

Key key_of(Expectation expectation) {
  constexpr std::array kKeys = {Key::expect_any, Key::finding_lower, Key::finding_higher, Key::finding_equal};
  return kKeys.at(static_cast<std::size_t>(expectation));
}

/// Expected and not found, which is no proof of the contrary.
bool is_not_shown(StudyComparison const& c) {
  return c.as_expected && !*c.as_expected &&
         (c.finding == Finding::not_proven || c.finding == Finding::unobserved || c.finding == Finding::not_comparable);
}

std::string in_words(Text const& words, Language language, std::string const& between = "\n") {
  return in_language(words.zh, words.en, language, between);
}

/// What one measure is shown in; the same for all rows of a table.
experiment::SpokenUnit unit_of(StudyMeasure const& measure, std::vector<WorldAnswer> const& worlds, std::size_t index) {
  auto const known = std::find_if(measure.selectors.begin(), measure.selectors.end(), [](auto const& s) { return s; });
  scenarios::Dimension const dimension = scenarios::dimension_of(**known);
  double size = 0;
  for (WorldAnswer const& world : worlds)
    if (!world.comparisons.empty()) size = std::max(size, std::abs(world.comparisons[index].test.base.value));
  experiment::SpokenUnit unit = experiment::spoken_unit(**known, size);
  if (dimension == scenarios::Dimension::share) unit.name = {"%", "%"};
  return unit;
}

std::string figure(experiment::Measure const& measure, double unit, std::int64_t unfinished) {
  return measure.n == 0 ? "–" : at_least(unfinished) + number_text(measure, unit);
}

std::string expectation_text(StudyComparison const& c, Language language) {
  if (c.expected == Expectation::any) return "–";
  return label(key_of(c.expected), language);
}

std::string verdict_text(StudyComparison const& c, Language language) {
  std::string const found = label(key_of(c.finding), language);
  if (!c.as_expected || *c.as_expected || is_not_shown(c)) return found;
  return found + "\n" + label(Key::not_as_expected, language);
}

/// What changed, and what was expected to; the table tells the rest.
bool is_worth_saying(StudyComparison const& c) {
  return c.finding != Finding::equal || (c.as_expected && !*c.as_expected);
}

std::string difference_text(StudyComparison const& c, double unit) {
  if (c.test.difference.n == 0 || c.finding == Finding::not_comparable) return "–";
  return c.finding == Finding::equal ? "0" : signed_text(c.test.difference, unit);
}

class StudyText {
 public:
  StudyText(Asked const& asked, Language language)
      : study_{asked.study}, answer_{asked.answer}, is_preview_{asked.is_preview}, language_{language} {}

  [[nodiscard]] std::string text() const {
    std::string all = head();
    if (answer_.replications == 0) return all;
    return all + "\n" + table() + "\n" + sentences() + notes();
  }

 private:
  [[nodiscard]] std::string head() const {
    scenarios::Scenario const& base = study_.worlds.front().scenario;
    std::string all = study_.id + "  " + in_words(study_.title, language_, "  ") + "\n";
    all += label(Key::study_question, language_) + ": " + in_words(study_.question, language_, "\n  ") + "\n";
    if (is_preview_) all += say(Key::study_preview, language_) + "\n";
    auto const in = [&](Language one) {
      return fmt::format(fmt::runtime(viz::text(Key::study_summary, one)), study_.worlds.size() - 1,
                         study_.measures.size(), replications_text(answer_.replications, one), answer_.seed,
                         fmt::format("{:.1f}", answer_.wall_s)) +
             fmt::format(fmt::runtime(one == Language::zh ? "；{}\n" : "; {}\n"),
                         say(Key::study_weeks, one, weeks(base.warm_up), weeks(base.window)));
    };
    all += language_ == Language::both ? in(Language::zh) + in(Language::en) : in(language_);
    if (!study_.kept_flows.empty())
      all += say(Key::study_kept_flows, language_, study_.kept_flows.size(), study_.flows_left_out) + "\n";
    return all;
  }

  static std::int64_t weeks(Duration span) { return span.ms() / Duration::from_days(7).ms(); }

  [[nodiscard]] std::string table() const {
    TextTable table{{{label(Key::figure_compared, language_)},
                     {label(Key::alternative, language_)},
                     {label(Key::base, language_), Align::right},
                     {label(Key::value, language_), Align::right},
                     {label(Key::difference, language_), Align::right},
                     {label(Key::plain_expected, language_)},
                     {label(Key::found_in_study, language_)}}};
    for (std::size_t m = 0; m < study_.measures.size(); ++m) {
      StudyMeasure const& measure = study_.measures[m];
      auto const unit = unit_of(measure, answer_.worlds, m);
      if (m > 0) table.add_rule();
      for (std::size_t i = 1; i < answer_.worlds.size(); ++i) {
        StudyComparison const& c = answer_.worlds[i].comparisons[m];
        std::string const title = in_words(measure.title, language_) + ", " + in_words(unit.name, language_, " ");
        table.add({i == 1 ? title : "", in_words(study_.worlds[i].title, language_),
                   figure(c.test.base, unit.per_unit, c.base_unfinished),
                   figure(c.test.alternative, unit.per_unit, c.unfinished), difference_text(c, unit.per_unit),
                   expectation_text(c, language_), verdict_text(c, language_)});
      }
    }
    return table.text();
  }

  [[nodiscard]] std::string sentences() const {
    std::string all;
    for (std::size_t i = 1; i < answer_.worlds.size(); ++i) {
      for (StudyComparison const& c : answer_.worlds[i].comparisons)
        if (is_worth_saying(c)) all += in_words(c.sentence, language_) + "\n";
    }
    return all;
  }

  [[nodiscard]] std::string notes() const {
    std::string all;
    for (std::size_t i = 0; i < answer_.worlds.size(); ++i) {
      WorldAnswer const& world = answer_.worlds[i];
      if (world.is_as_base)
        all += say(Key::study_changes_nothing, language_, in_words(study_.worlds[i].title, language_, " / ")) + "\n";
      if (!world.other_demand.empty()) all += world.id + ": " + demand_text(world.other_demand);
      if (!world.laws.hold()) all += world.id + ": " + laws_text(world.laws, language_);
      all += world.id + ": " + guard_rails_text(world.guard_rails, false, language_);
      if (world.unfinished > 0) all += world.id + ": " + say(Key::unfinished, language_, world.unfinished) + "\n";
    }
    for (std::string const& note : study_.notes) all += label(Key::notes, language_) + ": " + note + "\n";
    if (answer_.replications > 0) all += say(Key::study_digest, language_, shudao::text(answer_.study_digest)) + "\n";
    return all.empty() ? all : "\n" + all;
  }

  /// The first of the reasons, and how many there are.
  [[nodiscard]] std::string demand_text(std::vector<std::string> const& reasons) const {
    return say(Key::study_other_demand, language_, reasons.front(), reasons.size()) + "\n";
  }

  scenarios::Study const& study_;
  experiment::StudyAnswer const& answer_;
  bool is_preview_;
  Language language_;
};

/// How a study's expectations fared.
struct Score {
  int met = 0, contrary = 0, not_shown = 0, open = 0;
};

Score score_of(Asked const& asked) {
  Score score;
  for (WorldAnswer const& world : asked.answer.worlds) {
    for (StudyComparison const& c : world.comparisons) {
      int& count = !c.as_expected    ? score.open
                   : *c.as_expected  ? score.met
                   : is_not_shown(c) ? score.not_shown
                                     : score.contrary;
      ++count;
    }
  }
  return score;
}

std::string unexpected(Asked const& asked, Language language) {
  std::string all;
  for (WorldAnswer const& world : asked.answer.worlds) {
    for (StudyComparison const& c : world.comparisons) {
      if (!c.as_expected || *c.as_expected) continue;
      all += asked.study.id + "  " + in_words(c.sentence, language, "\n     ") + " [" +
             label(Key::plain_expected, language) + ": " + label(key_of(c.expected), language) + "]\n";
    }
  }
  return all;
}

}  // namespace

std::string study_text(Asked const& asked, Language language) { return StudyText{asked, language}.text(); }

std::string studies_text(std::vector<Asked> const& all, Language language) {
  TextTable table{{{label(Key::study, language)},
                   {""},
                   {label(Key::as_expected, language), Align::right},
                   {label(Key::not_as_expected, language), Align::right},
                   {label(Key::not_shown, language), Align::right},
                   {label(Key::expect_any, language), Align::right}}};
  std::string rest, missing;
  bool is_preview = false;
  for (Asked const& asked : all) {
    is_preview = is_preview || asked.is_preview;
    if (!asked.errors.empty() || asked.answer.replications == 0) {
      missing += say(Key::study_without_answer, language, asked.study.id) + "\n";
      continue;
    }
    Score const score = score_of(asked);
    table.add({asked.study.id, in_words(asked.study.title, language), std::to_string(score.met),
               std::to_string(score.contrary), std::to_string(score.not_shown), std::to_string(score.open)});
    rest += unexpected(asked, language);
  }
  std::string text = label(Key::studies_head, language) + "\n" + table.text();
  if (is_preview) text += say(Key::study_preview, language) + "\n";
  if (!rest.empty()) text += "\n" + label(Key::unexpected_head, language) + "\n" + rest;
  return text + missing;
}

}  // namespace shudao::viz::cli
