/// The sequential executor, the specification of all others: always handle the pending event with the smallest key.
///
/// Why no partition of the processes can tell: call two processes near if they share a neighbourhood. A message between
/// processes that are not near takes more than no time. So among the events of one time t, those of one neighbourhood
/// are fixed by what was handled before t, plus what the neighbourhood itself sends without delay. This executor picks
/// the smallest pending key of all; whenever that is an event of neighbourhood N, it is also the smallest pending key
/// of N. The order inside N is therefore "smallest pending key of N first", which speaks of N alone, and states,
/// sequence numbers and observations of N follow from that order. Any executor that keeps this order inside each
/// neighbourhood, and delivers before it handles, gives the same observations.
#include "sim/kernel/handling.h"
#include "sim/kernel/pace.h"

namespace shudao::kernel {
namespace {

class Sequential : public Executor {
 public:
  Sequential(Model& model, Sink& sink, RunOptions const& options)
      : in_hand_{model.parts(), options}, sink_{sink}, pace_{options} {
    model.parts().start([this](Event const& first) { in_hand_.pending.add(first); });
  }

  RunReport run_until(SimTime end) override {
    report_.cancelled = false;
    while (Event const* event = in_hand_.pending.take_before(end)) {
      if (event->key.time != now_) close_time(event->key.time);
      if (report_.events == pace_.event_limit()) pace_.too_many_events(in_hand_.parts, *event);
      in_hand_.fetch_ahead();
      in_hand_.run(*event);
      ++report_.events;
      if (pace_.should_stop(report_.events, now_)) {
        report_.cancelled = true;
        return report_;
      }
    }
    close_time(end);
    return report_;
  }

 private:
  /// Nothing more can happen at the time that was: its observations are complete and leave in their order.
  void close_time(SimTime next) {
    now_ = next;
    in_hand_.release_observed(sink_);
  }

  Handling in_hand_;
  Sink& sink_;
  Pace pace_;
  SimTime now_ = SimTime::from_ms(INT64_MIN);
  RunReport report_;
};

}  // namespace

std::unique_ptr<Executor> make_sequential(Model& model, Sink& sink, RunOptions const& options) {
  return std::make_unique<Sequential>(model, sink, options);
}

}  // namespace shudao::kernel
