/// The parallel executor: lanes of neighbourhoods advance in windows, each as far as the others allow.
///
/// Let next(q) be the time of lane q's earliest pending event, those under way to it included, and distance(q, p) the
/// least sum of lookaheads over all ways from q to p (p to p: over at least one other lane). Whatever p still receives
/// goes back along such a way to an event that is pending now, so it comes no earlier than
///     horizon(p) = min over q of next(q) + distance(q, p),
/// and p may handle all its events before that (Chandy & Misra 1979; Lubachevsky 1989 for the distances). The lane with
/// the earliest event always has some room, because all distances are above 0, so the run ends. Inside a lane, and so
/// inside each neighbourhood, the order is the sequential executor's; see there why that is enough.
#include <algorithm>

#include "sim/kernel/lane.h"
#include "sim/kernel/observation_merge.h"
#include "sim/kernel/pace.h"
#include "sim/kernel/team.h"

namespace shudao::kernel {
namespace {

constexpr std::uint64_t kWindowBudget = 32768;  // Events of a lane: bounds observations in memory and time to cancel.
constexpr std::uint64_t kWorthHelp = 64;  // Events of a window, below which waking helpers costs more than it brings.

class Parallel : public Executor {
 public:
  Parallel(Model& model, Sink& sink, RunOptions const& options, Partition partition)
      : parts_{model.parts()},
        sink_{sink},
        options_{options},
        pace_{options},
        partition_{std::move(partition)},
        next_(partition_.lanes, SimTime::max()),
        merge_{partition_.lanes},
        team_{options.threads, partition_.lanes + 1, [this](std::size_t item) { work(item); }, options.shuffle_seed} {
    for (std::size_t lane = 0; lane < partition_.lanes; ++lane)
      lanes_.emplace_back(static_cast<std::uint32_t>(lane), partition_, parts_, options);
    parts_.start([this](Event const& first) { lanes_[partition_.lane_of[first.target]].add(first); });
  }

  RunReport run_until(SimTime end) override {
    report_.cancelled = false;
    end_ = end;
    team_.gather([this] { drive(); });
    if (!sink_failure_) release_observations();
    if (sink_failure_) std::rethrow_exception(sink_failure_);
    if (Lane const* failed = first_failure()) std::rethrow_exception(failed->failure());
    return report_;
  }

 private:
  void drive() {
    while (look_around() && !sink_failure_) {
      if (pace_.look(report_.events, safe_)) {
        report_.cancelled = true;
        return;
      }
      window();
    }
  }

  /// Between windows: where every lane stands. False if no lane has anything left to do before the end.
  bool look_around() {
    std::uint64_t events = 0;
    std::uint64_t most = 0;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
      next_[lane] = lanes_[lane].next_time();
      // A failed run goes on just far enough to see whether another lane fails earlier.
      if (lanes_[lane].failure()) end_ = std::min(end_, next_[lane] + Duration::from_ms(1));
      events += lanes_[lane].events();
      most = std::max(most, lanes_[lane].events());
      merge_.collect(lane, lanes_[lane].observed());
    }
    recent_ = (recent_ + events - report_.events) / 2;
    report_.events = events;
    if (events > options_.event_limit) pace_.too_many_events(parts_, last_event());
    report_.largest_partition_share = events == 0 ? 1.0 : static_cast<double>(most) / static_cast<double>(events);
    safe_ = std::min(end_, *std::min_element(next_.begin(), next_.end()));
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
      if (next_[lane] < end_ && !lanes_[lane].failure()) return true;
    return false;
  }

  void window() {
    for (Lane& lane : lanes_) lane.open_window();
    if (recent_ < kWorthHelp && options_.shuffle_seed == 0)
      team_.round_alone();
    else
      team_.round();
    ++report_.windows;
  }

  /// One item of a window: a lane, or, last, the observations that the window before made safe.
  void work(std::size_t item) {
    if (item == lanes_.size()) return release_observations();
    SimTime horizon = end_;
    for (std::size_t from = 0; from < lanes_.size(); ++from)
      horizon = std::min(horizon, next_[from] + partition_.distance[from * lanes_.size() + item]);
    std::uint64_t const left = options_.event_limit - report_.events;
    lanes_[item].advance(lanes_, report_.windows, horizon,
                         std::min(kWindowBudget, left == UINT64_MAX ? left : left + 1));
  }

  void release_observations() noexcept {
    try {
      merge_.release(safe_, sink_);
    } catch (...) {
      sink_failure_ = std::current_exception();
    }
  }

  /// The failure that the sequential executor would have met, if any lane failed.
  [[nodiscard]] Lane const* first_failure() const {
    Lane const* first = nullptr;
    for (Lane const& lane : lanes_)
      if (lane.failure() && (first == nullptr || lane.greatest_key() < first->greatest_key())) first = &lane;
    return first;
  }

  [[nodiscard]] Event const& last_event() const {
    auto const earlier = [](Lane const& a, Lane const& b) { return a.greatest_key() < b.greatest_key(); };
    return std::max_element(lanes_.begin(), lanes_.end(), earlier)->last_event();
  }

  ModelParts& parts_;
  Sink& sink_;
  RunOptions const options_;
  Pace pace_;
  Partition const partition_;
  Lanes lanes_;
  std::vector<SimTime> next_;
  ObservationMerge merge_;
  std::exception_ptr sink_failure_;
  SimTime end_;
  SimTime safe_ = SimTime::from_ms(INT64_MIN);  ///< Nothing happens before this any more.
  std::uint64_t recent_ = 0;                    ///< Events of a window, smoothed.
  RunReport report_;
  Team team_;
};

}  // namespace

std::unique_ptr<Executor> make_parallel(Model& model, Sink& sink, RunOptions const& options) {
  Partition parts = partition(model.parts(), options.threads, options.shuffle_seed);
  if (parts.lanes == 1) return make_sequential(model, sink, options);
  return std::make_unique<Parallel>(model, sink, options, std::move(parts));
}

}  // namespace shudao::kernel
