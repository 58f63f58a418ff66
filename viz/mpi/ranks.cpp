#include "viz/mpi/ranks.h"

#include <mpi.h>

#include <chrono>
#include <deque>
#include <future>

#include "sim/base/errors.h"

namespace shudao::viz::mpi {
namespace {

using experiment::Crew;

// From a worker: ready (nothing), made (a run and its bytes), failed (why). From the keeper: make (a run), stop
// (nothing).
enum Tag : int { kReady = 1, kMade, kFailed, kMake, kStop };
constexpr std::chrono::milliseconds kBetweenLooks{2};

struct Message {
  int from = 0, tag = 0;
  std::string bytes;
};

void send(int to, Tag tag, std::string const& bytes) {
  MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_CHAR, to, tag, MPI_COMM_WORLD);
}

/// What has come in by now, if anything.
std::optional<Message> received() {
  int has_come = 0, size = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &has_come, &status);
  if (has_come == 0) return std::nullopt;
  MPI_Get_count(&status, MPI_CHAR, &size);
  Message message{status.MPI_SOURCE, status.MPI_TAG, std::string(static_cast<std::size_t>(size), '\0')};
  MPI_Recv(message.bytes.data(), size, MPI_CHAR, message.from, message.tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return message;
}

std::string text_of(std::uint64_t run) { return std::to_string(run) + "\n"; }

/// The run and where its bytes begin.
std::pair<std::uint64_t, std::size_t> run_in(std::string const& bytes) {
  return {std::stoull(bytes), bytes.find('\n') + 1};
}

bool is_ready(std::future<std::optional<std::string>> const& made) {
  return made.valid() && made.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

/// Hands the runs of one study out and takes them in.
class Foreman {
 public:
  Foreman(std::vector<std::uint64_t> const& runs, int ranks, std::atomic<bool> const& cancel, Crew::Make const& make,
          Crew::Keep const& keep)
      : left_{runs.begin(), runs.end()}, ranks_{ranks}, cancel_{cancel}, make_{make}, keep_{keep} {}

  void work() {
    while (!is_over()) {
      bool const is_busy = look() || look_here();
      if (!is_busy) std::this_thread::sleep_for(kBetweenLooks);
    }
  }

 private:
  [[nodiscard]] bool has_more() const { return !left_.empty() && !cancel_; }
  /// When nothing is under way and every worker knows that there is nothing more.
  [[nodiscard]] bool is_over() const { return !has_more() && !here_.valid() && stopped_ == ranks_ - 1; }

  std::uint64_t next() {
    std::uint64_t const run = left_.front();
    left_.pop_front();
    return run;
  }

  bool look() {
    auto const message = received();
    if (!message) return false;
    if (message->tag == kFailed)
      throw FileError{"rank " + std::to_string(message->from) + " failed: " + message->bytes};
    if (message->tag == kMade) {
      auto const [run, at] = run_in(message->bytes);
      keep_(run, message->bytes.substr(at));
    }
    // Whoever is ready or has made one wants the next.
    if (has_more()) {
      send(message->from, kMake, text_of(next()));
    } else {
      send(message->from, kStop, "");
      ++stopped_;
    }
    return true;
  }

  /// The keeper makes runs, too.
  bool look_here() {
    if (!here_.valid() && has_more()) {
      run_here_ = next();
      here_ = std::async(std::launch::async, [this] { return make_(run_here_); });
      return true;
    }
    if (!is_ready(here_)) return false;
    if (auto const bytes = here_.get()) keep_(run_here_, *bytes);
    return true;
  }

  std::deque<std::uint64_t> left_;
  int ranks_, stopped_ = 0;
  std::atomic<bool> const& cancel_;
  Crew::Make const& make_;
  Crew::Keep const& keep_;
  std::uint64_t run_here_ = 0;
  std::future<std::optional<std::string>> here_;
};

/// Waits for the keeper's word without using the processor up.
Message awaited() {
  for (;;) {
    if (auto message = received()) return *message;
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

}  // namespace

Ranks::Ranks(std::atomic<bool> const& cancel) : cancel_{cancel} {
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
}

void Ranks::work(std::vector<std::uint64_t> const& runs, Make const& make, Keep const& keep) {
  if (is_keeper()) {
    hand_out(runs, make, keep);
  } else {
    serve(make);
  }
}

void Ranks::hand_out(std::vector<std::uint64_t> const& runs, Make const& make, Keep const& keep) {
  Foreman{runs, ranks_, cancel_, make, keep}.work();
}

void Ranks::serve(Make const& make) const {
  send(0, kReady, "");
  for (Message message = awaited(); message.tag == kMake; message = awaited()) {
    std::uint64_t const run = run_in(message.bytes).first;
    try {
      auto const bytes = make(run);
      if (bytes) send(0, kMade, text_of(run) + *bytes);
      if (!bytes) send(0, kReady, "");
    } catch (std::exception const& failure) {
      send(0, kFailed, failure.what());
    }
  }
}

}  // namespace shudao::viz::mpi
