#include "sim/experiment/sensitivity.h"

#include <chrono>

#include "sim/experiment/bounds.h"

namespace shudao::experiment {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

class Inquest {
 public:
  Inquest(Question const& question, SensitivityOptions const& how)
      : how_{how}, asking_{question, how.study, [this](std::int64_t runs) { tell(runs); }} {
    replications_ = how.study.replications > 0 ? how.study.replications : question.replications;
    result_.inputs = inputs_of(question);
  }

  Sensitivity run() {
    result_.not_comparable = why_not_comparable(asking_.question(), asking_.unfinished());
    result_.cancelled = asking_.is_cancelled();
    if (result_.not_comparable.en.empty() && !result_.cancelled) judge();
    if (!result_.cancelled) result_.guard_rails = asking_.guard_rails();
    result_.runs = asking_.runs();
    result_.seed = asking_.seed();
    result_.breaches = asking_.breaches();
    result_.wall_s = seconds_since(began_);
    return std::move(result_);
  }

 private:
  void judge() {
    Varying varying{asking_, result_.inputs};
    result_.screening = screened(varying, how_.budget * 2 / 5);
    result_.cancelled = result_.screening.cancelled;
    if (!result_.cancelled) ask(varying);
  }

  void ask(Varying& varying) {
    std::vector<std::size_t> effective;
    for (Screened const& one : result_.screening.effective) effective.push_back(one.input);
    varying.find_whole(effective);
    stage_ = SensitivityStage::fragility;
    result_.fragility = fragility(varying, result_.screening, replications_, asking_.runs() + how_.budget / 3);
    result_.cancelled = result_.fragility.cancelled;
    if (result_.cancelled) return;
    stage_ = SensitivityStage::uncertainty;
    result_.uncertainty = uncertainty(varying, result_.screening, how_.top, replications_, how_.budget);
    result_.cancelled = result_.uncertainty.cancelled;
  }

  void tell(std::int64_t runs) const {
    if (!how_.on_progress) return;
    double const each = seconds_since(began_) / static_cast<double>(runs);
    auto const left = static_cast<double>(std::max<std::int64_t>(0, how_.budget - runs));
    how_.on_progress({stage_, runs, how_.budget, each * left});
  }

  SensitivityOptions const& how_;
  Asking asking_;
  std::int64_t replications_ = 1;
  std::atomic<SensitivityStage> stage_{SensitivityStage::screening};
  Clock::time_point const began_ = Clock::now();
  Sensitivity result_;
};

}  // namespace

Sensitivity sensitivity(Question const& question, SensitivityOptions const& how) {
  return Inquest{question, how}.run();
}

}  // namespace shudao::experiment
