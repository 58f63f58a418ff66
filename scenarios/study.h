#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scenarios/validation.h"

namespace shudao::scenarios {

/// What the plans or the facts lead one to expect of a measure, said before the study is run.
enum class Expectation : std::uint8_t { any, lower, higher, equal };
char const* name_of(Expectation);

/// The base of a study or one of its alternatives.
struct StudyWorld {
  std::string id;  ///< Of the alternative; "base" for the base.
  Text title;
  std::vector<std::string> plans;  ///< Keys of the catalogue of plans that this alternative stands for.
  Scenario scenario;
};

/// One figure that is compared between the base and each alternative.
struct StudyMeasure {
  std::string id;
  Text title, why;
  std::vector<std::optional<Selector>> selectors;  ///< By world; none where the world has nothing of the kind.
  std::vector<Expectation> expected;               ///< By world; any for the base.
};

/// A question, the worlds that answer it and what is compared, everything in it checked.
struct Study {
  static constexpr int kReplications = 20;  ///< Unless the file says how many.
  std::string file, id;
  Text title, question;
  std::vector<std::string> plans;
  std::vector<std::string> kept_flows;  ///< Empty: all flows of the base are kept.
  std::size_t flows_left_out = 0;
  std::vector<StudyWorld> worlds;  ///< The base, then the alternatives by id.
  std::vector<StudyMeasure> measures;
  int replications = kReplications;
  std::vector<Source> sources;
  std::vector<InputFile> inputs;   ///< Every file it was read from, its own first.
  std::vector<std::string> notes;  ///< A patch without effect and the like, each naming its alternative.
};

/// Throws InputErrors with all that is wrong with the file and its worlds, FileError if it cannot be read.
Study read_study(std::string const& path);
/// Whether the file is one, by its members "alternatives" and "measures"; false for what is no JSON object.
bool is_study(std::string const& path);
/// The published JSON Schema, generated from the reader.
std::string study_schema();

/// The same study over fewer weeks. Days that a measure names may then lie outside the window: nothing is observed.
Study shortened(Study const&, int warm_up_weeks, int window_weeks);

}  // namespace shudao::scenarios
