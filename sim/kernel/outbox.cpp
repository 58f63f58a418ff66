#include "sim/kernel/handling.h"

namespace shudao::kernel {
namespace {

[[noreturn]] void broken(Handling const& in_hand, std::string const& what) {
  Event const& event = *in_hand.event;
  throw BrokenPromise{"process \"" + std::string{in_hand.parts.name(event.target)} + "\" at " +
                      moment_text(event.key.time) + ", handling " + in_hand.parts.kind_text(event.message.kind) + ": " +
                      what};
}

std::string sends(Handling const& in_hand, Message const& message) {
  return "sends " + in_hand.parts.kind_text(message.kind) + " ";
}

std::string after(Duration delay) { return " after " + std::to_string(delay.ms()) + " ms"; }

std::string quoted(Handling const& in_hand, ProcessId id) {
  if (id.index() >= in_hand.parts.processes.size()) return "a process that does not exist";
  return "\"" + std::string{in_hand.parts.name(id)} + "\"";
}

[[noreturn]] void broken_channel(Handling const& in_hand, ChannelId id, Duration delay, Message const& message) {
  ModelParts const& parts = in_hand.parts;
  if (id.index() >= parts.channels.size())
    broken(in_hand, sends(in_hand, message) + "over a channel that does not exist");
  Channel const& channel = parts.channels[id];
  std::string const way = "the channel from " + quoted(in_hand, channel.from) + " to " + quoted(in_hand, channel.to);
  if (channel.from != in_hand.event->target)
    broken(in_hand, sends(in_hand, message) + "over " + way + ", which starts at another process");
  broken(in_hand, sends(in_hand, message) + "over " + way + after(delay) + ", outside its lookahead of " +
                      std::to_string(channel.lookahead.ms()) + " ms");
}

[[noreturn]] void broken_near(Handling const& in_hand, ProcessId target, Duration delay, Message const& message) {
  std::string const what = sends(in_hand, message) + "to " + quoted(in_hand, target);
  if (target.index() < in_hand.parts.processes.size() &&
      in_hand.parts.share_neighbourhood(in_hand.event->target, target))
    broken(in_hand, what + after(delay) + ": a delay must not be negative or endless");
  broken(in_hand, what + ", which is not of its neighbourhood");
}

[[noreturn]] void broken_any(Handling const& in_hand, ProcessId target, Duration delay, Message const& message) {
  std::string const what = sends(in_hand, message) + "to " + quoted(in_hand, target);
  Duration const lookahead = in_hand.parts.open_lookahead;
  if (lookahead == Duration{}) broken(in_hand, what + ", but the model is not open to all");
  broken(in_hand, what + after(delay) + ", outside the open lookahead of " + std::to_string(lookahead.ms()) + " ms");
}

std::uint32_t next(Handling const& in_hand, std::uint32_t& serial, char const* of_what) {
  if (serial == UINT32_MAX) [[unlikely]]
    broken(in_hand, std::string{"its serial numbers of "} + of_what + " are used up");
  return serial++;
}

/// A neighbourhood that keeps sending without delay, be it one process or several in a circle, stops the clock. Counted
/// per neighbourhood and not per lane, so that every executor finds it at the same event.
void count_zero_delay(Handling const& in_hand) {
  ModelParts& parts = in_hand.parts;
  Process& counter = parts.processes[ProcessId{parts.neighbourhood[in_hand.event->target]}];
  auto const time = static_cast<std::uint32_t>(in_hand.event->key.time.ms());
  if (counter.zero_delay_time != time) {
    counter.zero_delay_time = time;
    counter.zero_delay_sends = 0;
  }
  if (++counter.zero_delay_sends > in_hand.zero_delay_limit) [[unlikely]]
    broken(in_hand, "more than " + std::to_string(in_hand.zero_delay_limit) +
                        " sends without delay at one time: the clock stands still");
}

void post(Handling& in_hand, ProcessId target, Duration delay, Message const& message) {
  std::uint32_t const sequence = next(in_hand, in_hand.process->next_sequence, "sends");
  in_hand.post(target, in_hand.event->key.time + delay, sequence, message);
}

bool is_between(Duration delay, Duration least) { return delay >= least && delay <= Duration::max(); }

}  // namespace

SimTime Outbox::now() const { return in_hand_.event->key.time; }

ProcessId Outbox::self() const { return in_hand_.event->target; }

void Outbox::send(ChannelId id, Duration delay, Message const& message) {
  auto const& channels = in_hand_.parts.channels;
  if (id.index() >= channels.size() || channels[id].from != self() || !is_between(delay, channels[id].lookahead))
      [[unlikely]]
    broken_channel(in_hand_, id, delay, message);
  post(in_hand_, channels[id].to, delay, message);
}

void Outbox::send_near(ProcessId target, Duration delay, Message const& message) {
  ModelParts const& parts = in_hand_.parts;
  if (target.index() >= parts.processes.size() || !parts.share_neighbourhood(self(), target) ||
      !is_between(delay, Duration{})) [[unlikely]]
    broken_near(in_hand_, target, delay, message);
  if (delay == Duration{}) count_zero_delay(in_hand_);
  post(in_hand_, target, delay, message);
}

void Outbox::send_any(ProcessId target, Duration delay, Message const& message) {
  ModelParts const& parts = in_hand_.parts;
  if (target.index() >= parts.processes.size() || parts.open_lookahead == Duration{} ||
      !is_between(delay, parts.open_lookahead)) [[unlikely]]
    broken_any(in_hand_, target, delay, message);
  post(in_hand_, target, delay, message);
}

void Outbox::observe(Message const& fact) {
  std::uint32_t const serial = next(in_hand_, in_hand_.process->next_observation, "observations");
  in_hand_.observed.push_back(Observation{{now(), self().index(), serial}, fact});
}

}  // namespace shudao::kernel
