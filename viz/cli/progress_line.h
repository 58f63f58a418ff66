#pragma once
#include <chrono>
#include <mutex>
#include <string>

#include "sim/experiment/study.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// How far a study has come, in one line.
std::string progress_text(experiment::StudyProgress const&, TimeZone const&, Language);

/// Says on stderr how far a study has come: one line that is written over on a terminal, otherwise a plain line about
/// every ten seconds. May be told from any thread.
class ProgressLine {
 public:
  ProgressLine(TimeZone zone, Language);
  ~ProgressLine();  ///< Clears the line.
  ProgressLine(ProgressLine const&) = delete;
  ProgressLine& operator=(ProgressLine const&) = delete;
  void tell(experiment::StudyProgress const&);
  void tell(std::string const& line);  ///< What is said in other words.
  void clear();                        ///< Before something else is said.

 private:
  template<class Line>
  void tell_if_due(Line const&);
  TimeZone zone_;
  Language language_;
  bool is_terminal_;
  std::chrono::steady_clock::time_point next_;
  std::mutex one_at_a_time_;
};

}  // namespace shudao::viz::cli
