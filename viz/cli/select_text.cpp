#include "viz/cli/select_text.h"

#include <algorithm>
#include <numeric>

#include "sim/experiment/study_sentences.h"
#include "viz/cli/guard_rails_json.h"
#include "viz/cli/guard_rails_text.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::OptionResult;
using experiment::Question;
using experiment::Selection;

/// The best first, then those that stayed longest, then by figure.
std::vector<std::size_t> ranked(Selection const& selection, Question const& question) {
  std::vector<std::size_t> order(selection.options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  double const sign = question.better == experiment::Better::larger ? -1 : 1;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    OptionResult const &one = selection.options[a], &other = selection.options[b];
    if ((a == selection.best) != (b == selection.best)) return a == selection.best;
    return sign * one.behind.value < sign * other.behind.value;
  });
  return order;
}

std::string state_text(Selection const& selection, std::size_t option, Language language) {
  OptionResult const& one = selection.options[option];
  if (one.unfinished > 0) return label(Key::select_bound, language);
  if (!selection.not_comparable.en.empty()) return label(Key::select_open, language);
  if (option == selection.best) return label(selection.is_decided ? Key::select_best : Key::select_leads, language);
  if (one.is_as_best) return label(Key::select_equal, language);
  return label(one.is_contender ? Key::select_open : Key::select_out, language);
}

/// The best itself, and all where nothing was judged.
bool has_no_distance(Selection const& selection, std::size_t option) {
  return option == selection.best || !selection.not_comparable.en.empty();
}

std::string table(Selection const& selection, Question const& question, Language language) {
  double size = 0;
  for (OptionResult const& one : selection.options) size = std::max(size, std::abs(one.value.value));
  auto unit = experiment::spoken_unit(question.selectors.front(), size);
  bool const is_share = scenarios::dimension_of(question.selectors.front()) == scenarios::Dimension::share;
  if (is_share) unit.name = {"%", "%"};
  TextTable table{{{label(Key::alternative, language)},
                   {in_language(question.title.zh, question.title.en, language, "\n") + ", " +
                        in_language(unit.name.zh, unit.name.en, language, " "),
                    Align::right},
                   {label(Key::select_behind, language), Align::right},
                   {label(Key::select_replications, language), Align::right},
                   {""}}};
  for (std::size_t const i : ranked(selection, question)) {
    OptionResult const& one = selection.options[i];
    scenarios::Text const& title = question.worlds[i].title;
    table.add({in_language(title.zh, title.en, language, "\n"),
               at_least(one.unfinished) + number_text(one.value, unit.per_unit),
               has_no_distance(selection, i) ? "–" : signed_text(one.behind, unit.per_unit),
               count_text(one.replications), state_text(selection, i, language)});
  }
  return table.text();
}

Json option_json(Selection const& selection, Question const& question, std::size_t i) {
  OptionResult const& one = selection.options[i];
  return {{"id", question.worlds[i].id},      {"title", words_json(question.worlds[i].title)},
          {"value", measure_json(one.value)}, {"behind", measure_json(one.behind)},
          {"replications", one.replications}, {"is_contender", one.is_contender},
          {"is_as_best", one.is_as_best},     {"unfinished", one.unfinished}};
}

}  // namespace

std::string selection_text(Selection const& selection, Question const& question, bool is_preview, Language language) {
  std::string all;
  if (is_preview) all += say(Key::study_preview, language) + "\n";
  auto const add = [&](std::string const& sentence) {
    for (std::string const& line : wrapped(sentence, kWidestTable)) all += line + "\n";
  };
  if (language != Language::en) add(selection.sentence.zh);
  if (language != Language::zh) add(selection.sentence.en);
  if (selection.replications > 0) all += "\n" + table(selection, question, language);
  auto const in = [&](Language one) {
    return fmt::format(
        fmt::runtime(text(Key::select_summary, one)), selection.runs, selection.seed,
        fmt::format("{:.1f}", selection.wall_s),
        text(question.better == experiment::Better::larger ? Key::higher_is_better : Key::lower_is_better, one));
  };
  all += in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
  if (selection.is_indifference_chosen && selection.replications > 0)
    all += say(Key::select_indifference, language) + "\n";
  if (selection.unobserved > 0) all += say(Key::select_unobserved, language, selection.unobserved) + "\n";
  all += guard_rails_text(selection.guard_rails, question, language);
  for (std::string const& note : question.notes) all += label(Key::notes, language) + ": " + note + "\n";
  for (std::string const& breach : selection.breaches)
    all += label(Key::asked_law_broken, language) + ": " + breach + "\n";
  return all;
}

std::string json_text(Selection const& selection, Question const& question, bool is_preview) {
  Json options = Json::array(), order = Json::array();
  for (std::size_t i = 0; i < selection.options.size(); ++i) options.push_back(option_json(selection, question, i));
  bool const is_comparable = selection.not_comparable.en.empty();
  for (std::size_t const i : ranked(selection, question))
    if (is_comparable) order.push_back(question.worlds[i].id);
  return dumped({{"schema_version", kJsonVersion},
                 {"preview", is_preview},
                 {"cancelled", selection.cancelled},
                 {"measure", question.measure},
                 {"title", words_json(question.title)},
                 {"unit", experiment::unit_of(question)},
                 {"better", question.better == experiment::Better::larger ? "higher" : "lower"},
                 {"confidence", selection.confidence},
                 {"indifference", selection.indifference},
                 {"is_indifference_chosen", selection.is_indifference_chosen},
                 {"seed", selection.seed},
                 {"replications", selection.replications},
                 {"unobserved_replications", selection.unobserved},
                 {"runs", selection.runs},
                 {"wall_s", selection.wall_s},
                 {"is_decided", selection.is_decided},
                 {"is_comparable", is_comparable},
                 {"best", is_comparable ? Json(question.worlds[selection.best].id) : Json(nullptr)},
                 {"ranking", order},
                 {"options", options},
                 {"law_breaches", selection.breaches},
                 {"guard_rails", guard_rails_json(selection.guard_rails, question)},
                 {"notes", question.notes},
                 {"sentence_en", selection.sentence.en},
                 {"sentence_zh", selection.sentence.zh}});
}

}  // namespace shudao::viz::cli
