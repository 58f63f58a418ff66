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
#include <chrono>
#include <utility>

#include "sim/kernel/lane.h"
#include "sim/kernel/observation_merge.h"
#include "sim/kernel/pace.h"
#include "sim/kernel/team.h"
#include "sim/kernel/way_to_run.h"

namespace shudao::kernel {
namespace {

constexpr std::uint64_t kWindowBudget = 8192;  // Events of a lane: bounds observations in memory and time to cancel.
constexpr auto kPatience = std::chrono::milliseconds{2};  // With helpers that do not come, on a busy machine.
constexpr std::uint64_t kWorthHelp = 64;  // Events of a window, below which waking helpers costs more than it brings.

/// What the busiest lane of every arrangement of several lanes handled, out of all.
struct Shares {
  std::uint64_t busiest = 0;
  std::uint64_t all = 0;
  [[nodiscard]] Shares with(std::uint64_t most, std::uint64_t events, std::size_t lanes) const {
    return lanes == 1 ? *this : Shares{busiest + most, all + events};
  }
  [[nodiscard]] double of_busiest() const {
    return all == 0 ? 1.0 : static_cast<double>(busiest) / static_cast<double>(all);
  }
};

class Parallel : public Executor {
 public:
  Parallel(Model& model, Sink& sink, RunOptions const& options, Partition first)
      : parts_{model.parts()},
        sink_{sink},
        options_{options},
        pace_{options},
        team_{options.threads, most_lanes(options.threads) + 1, [this](std::size_t item) { work(item); },
              options.shuffle_seed} {
    arrange(std::move(first));
    parts_.start([this](Event const& event) { lanes_[partition_.lane_of[event.target]].add(event); });
  }

  RunReport run_until(SimTime end) override {
    if (have_met_ && is_turn_over()) rearrange();
    report_.cancelled = false;
    for (bool is_over = false; !is_over;) {
      auto const drive = [&] { is_over = run_turns(end); };
      is_alone() ? drive() : team_.gather(drive);
    }
    return report_;
  }

 private:
  using Clock = std::chrono::steady_clock;

  /// With or without helpers at hand; false if that is to change.
  bool run_turns(SimTime end) {
    for (bool const was_alone = is_alone(); was_alone == is_alone();) {
      end_ = end;
      run_turn();
      if (!sink_failure_) release_observations();
      if (sink_failure_) std::rethrow_exception(sink_failure_);
      if (Lane const* failed = first_failure()) std::rethrow_exception(failed->failure());
      have_met_ = !report_.cancelled;
      if (report_.cancelled || end_ == end) return true;
      rearrange();
    }
    return false;
  }

  /// One lane that stays: a shuffled one may be among others again soon.
  [[nodiscard]] bool is_alone() const { return lanes_.size() == 1 && options_.shuffle_seed == 0; }

  /// Until the end, or until the lanes are to be rearranged: then all of them stop at the same time, end_.
  void run_turn() {
    waited_ = {};
    Clock::time_point before = Clock::now();
    while (look_around() && !sink_failure_) {
      if (pace_.look(report_.events, safe_)) {
        report_.cancelled = true;
        return;
      }
      std::uint64_t const handled = events_of_lanes();
      window();
      if (is_turn_over()) end_ = std::min(end_, meeting_time());
      Clock::time_point const now = Clock::now();
      auto const time = now - std::exchange(before, now);
      if (is_alone() || team_.is_complete() || (waited_ += time) > kPatience)
        way_.add(events_of_lanes() - handled, time, pending());
    }
  }

  /// Between windows: where every lane stands. False if no lane has anything left to do before the end.
  bool look_around() {
    std::uint64_t most = 0;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
      next_[lane] = lanes_[lane].next_time();
      // A failed run goes on just far enough to see whether another lane fails earlier.
      if (lanes_[lane].failure()) end_ = std::min(end_, next_[lane] + Duration::from_ms(1));
      most = std::max(most, lanes_[lane].events());
      merge_.collect(lane, lanes_[lane].observed());
    }
    std::uint64_t const events = events_before_ + events_of_lanes();
    recent_ = (recent_ + events - report_.events) / 2;
    report_.events = events;
    if (events > options_.event_limit) pace_.too_many_events(parts_, last_event());
    report_.largest_partition_share = shares_.with(most, events - events_before_, lanes_.size()).of_busiest();
    safe_ = std::min(end_, *std::min_element(next_.begin(), next_.end()));
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
      if (next_[lane] < end_ && !lanes_[lane].failure()) return true;
    return false;
  }

  void window() {
    for (Lane& lane : lanes_) lane.open_window();
    bool const is_small = lanes_.size() == 1 || (recent_ < kWorthHelp && options_.shuffle_seed == 0);
    is_small ? team_.round_alone() : team_.round();
    ++report_.windows;
    ++windows_of_turn_;
  }

  /// One item of a window: a lane, or, last, the observations that the window before made safe.
  void work(std::size_t item) {
    if (item == lanes_.size()) return release_observations();
    SimTime horizon = end_;
    for (std::size_t from = 0; from < lanes_.size(); ++from)
      horizon = std::min(horizon, next_[from] + partition_.distance[from * lanes_.size() + item]);
    std::uint64_t const left = options_.event_limit - report_.events;
    std::uint64_t const budget = std::min(kWindowBudget, left == UINT64_MAX ? left : left + 1);
    if (is_alone()) return lanes_[item].advance_alone(sink_, horizon, budget);
    lanes_[item].advance(lanes_, report_.windows, horizon, budget);
  }

  [[nodiscard]] bool is_turn_over() const {
    if (options_.shuffle_seed != 0) return windows_of_turn_ >= 3 + options_.shuffle_seed % 50;
    return way_.is_due();
  }

  [[nodiscard]] std::uint64_t pending() const {
    std::uint64_t pending = 0;
    for (Lane const& lane : lanes_) pending += lane.pending();
    return pending;
  }

  /// The earliest that no lane has gone beyond.
  [[nodiscard]] SimTime meeting_time() const {
    SimTime time = safe_;
    for (Lane const& lane : lanes_) time = std::max(time, lane.greatest_key().time);
    return time + Duration::from_ms(1);
  }

  /// All lanes have met: a new partition, made from what the processes did so far, or one lane for all.
  void rearrange() {
    if (options_.shuffle_seed != 0) {
      arrange(partition(parts_, options_.threads, options_.shuffle_seed + ++turns_));
    } else {
      way_.choose();
      arrange(way_.is_together() ? partition(parts_, options_.threads, 0) : whole(parts_));
    }
  }

  void arrange(Partition next) {
    std::uint64_t most = 0;
    for (Lane const& lane : lanes_) most = std::max(most, lane.events());
    shares_ = shares_.with(most, events_of_lanes(), lanes_.size());
    Lanes lanes;
    partition_ = std::move(next);
    for (std::size_t lane = 0; lane < partition_.lanes; ++lane)
      lanes.emplace_back(static_cast<std::uint32_t>(lane), partition_, parts_, options_);
    for (Lane& lane : lanes_) lane.move_to(lanes, partition_);
    lanes_ = std::move(lanes);
    events_before_ = report_.events;
    next_.assign(partition_.lanes, SimTime::max());
    merge_ = ObservationMerge{partition_.lanes};
    team_.set_items(partition_.lanes + 1);
    windows_of_turn_ = 0;
  }

  [[nodiscard]] std::uint64_t events_of_lanes() const {
    std::uint64_t events = 0;
    for (Lane const& lane : lanes_) events += lane.events();
    return events;
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
  Partition partition_;
  Lanes lanes_;
  std::vector<SimTime> next_;
  ObservationMerge merge_{1};
  std::exception_ptr sink_failure_;
  SimTime end_;
  SimTime safe_ = SimTime::from_ms(INT64_MIN);  ///< Nothing happens before this any more.
  std::uint64_t recent_ = 0;                    ///< Events of a window, smoothed.
  RunReport report_;
  WayToRun way_;
  Clock::duration waited_{};         ///< For helpers, in this turn: their way of running cannot be judged without them.
  Shares shares_;                    ///< Of the arrangements before this one.
  std::uint64_t events_before_ = 0;  ///< This arrangement.
  std::uint64_t windows_of_turn_ = 0;
  std::uint64_t turns_ = 0;
  bool have_met_ = true;  ///< All lanes stand at the same time.
  Team team_;
};

}  // namespace

std::unique_ptr<Executor> make_parallel(Model& model, Sink& sink, RunOptions const& options) {
  Partition parts = partition(model.parts(), options.threads, options.shuffle_seed);
  if (parts.lanes == 1) return make_sequential(model, sink, options);
  return std::make_unique<Parallel>(model, sink, options, std::move(parts));
}

}  // namespace shudao::kernel
