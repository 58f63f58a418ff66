#pragma once
#include "scenarios/study.h"
#include "scenarios/validation_readers.h"

namespace shudao::scenarios {

inline constexpr char kStudyBase[] = "base";  ///< The id of a study's base among its worlds.

/// Makes the worlds of a study, whose titles and ids are read already, from its file.
class StudyWorlds {
 public:
  StudyWorlds(Study& study, Json const& json, Problems& problems) : study_{study}, json_{json}, problems_{problems} {}

  /// `f` is the study, `base` what it says of its base.
  void build(Fields const& f, std::string const& base);

  std::vector<KnownWorld> known;      ///< By world; one that could not be read is not judged by.
  std::vector<std::string> left_out;  ///< Flows that keep_flows does not name.
  bool has_bad_flows = false;         ///< Among those that it names.
  std::vector<InputError> errors;     ///< What is wrong inside the worlds.

 private:
  /// The base as its file says it; nothing if there is no such document.
  std::optional<Json> document_of_base(Fields const& f, std::string const& base);
  /// Only what happens in the same time can be compared.
  void check_window(Fields const& f, std::size_t at) const;
  void add_alternative(Json& document, StudyWorld const& world, std::vector<std::string>& notes);
  void name_world(Json& document, StudyWorld const& world) const;
  /// The numbers of a study may name the study's own sources.
  void add_sources(Json& document);
  /// A flow that is left out brings nothing but keeps its name, which rules and corridors may use.
  void keep_flows(Fields const& f, Json& document);
  void note_left_out(Json const& holder, std::string const& alternative);
  void read_world_of(std::size_t at, Json const& document, std::vector<std::string> const& notes);

  Study& study_;
  Json const& json_;
  Problems& problems_;
  std::vector<bool> is_read_;
};

}  // namespace shudao::scenarios
