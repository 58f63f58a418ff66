#include "sim/experiment/batch.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "sim/experiment/codec.h"
#include "sim/experiment/crew.h"
#include "sim/experiment/program.h"
#include "sim/experiment/progress.h"
#include "sim/experiment/run_shelf.h"

namespace shudao::experiment {
namespace {

/// What the runs of a batch are for.
Errand errand_of(Batch const& batch, StudyOptions const& options, std::string const& program) {
  Errand errand = options.errand;
  errand["program"] = program;
  errand["seed"] = std::to_string(batch.seed);
  errand["replications"] = std::to_string(batch.replications);
  errand["fault"] = std::to_string(static_cast<int>(options.fault));
  for (BatchSide const& side : batch.sides) {
    errand["scenario " + side.role] = side.scenario->id + " " + text(side.scenario->fingerprint);
    if (!side.asked.empty()) errand["measures of " + side.role] = side.asked;
  }
  return errand;
}

class Batching {
 public:
  Batching(Batch const& batch, StudyOptions const& options, RunShelf* shelf, BatchRuns earlier)
      : batch_{batch}, options_{options}, shelf_{shelf}, runs_{std::move(earlier.sides)} {
    runs_.resize(batch.sides.size());
    all_.reused = earlier.reused;
    for (auto const& [number, run] : runs_.front()) told_.insert(number);
    all_.key.program = this_program();
    all_.key.seed = batch.seed;
  }

  BatchRuns run() {
    begin_store();
    take_up();
    bool const is_idle = missing_.empty() && options_.crew == nullptr;
    int const units = std::max(1, static_cast<int>(missing_.size()));
    all_.team = options_.crew == nullptr ? team_for(options_, units) : team_for(one_thread_unless_asked(), 1);
    int const done = all_.asked - static_cast<int>(missing_.size());
    watch_ = std::make_unique<StudyWatch>(options_, all_.asked, done);
    if (options_.is_merging && !missing_.empty() && !is_cancelled()) refuse_missing();
    if (!is_idle) compute();
    tell_whole_ones();
    all_.missing = missing_.size() - computed_;
    all_.is_complete = !is_shard() && all_.missing == 0;
    all_.sides = std::move(runs_);
    return std::move(all_);
  }

 private:
  [[nodiscard]] std::size_t sides() const { return batch_.sides.size(); }
  [[nodiscard]] bool is_cancelled() const { return options_.cancel != nullptr && *options_.cancel; }
  [[nodiscard]] bool is_shard() const { return options_.shard.count > 1; }
  [[nodiscard]] RunKey key_of_run(std::uint64_t run) const {
    return key_of(batch_, options_, all_.key.program, run % sides(), static_cast<std::int64_t>(run / sides()));
  }
  [[nodiscard]] StudyOptions one_thread_unless_asked() const {
    StudyOptions options = options_;
    options.threads = std::max(1, options.threads);
    return options;
  }

  void begin_store() {
    if (shelf_ == nullptr) return;
    Errand const errand = errand_of(batch_, options_, all_.key.program);
    for (std::string const& part : options_.parts) {
      std::string const other = first_difference(errand_of_part(part), errand, "this study");
      if (!other.empty()) throw FileError{part + ": belongs to another study: " + other};
      shelf_->partial().take_over(part);
    }
    shelf_->partial().describe(errand);
  }

  /// Runs that an earlier call left; all others of this share are missing, and those that nobody looked for any more
  /// because somebody cancelled.
  void take_up() {
    std::uint64_t const count = static_cast<std::uint64_t>(batch_.replications) * sides();
    for (std::uint64_t run = 0; run < count; ++run) {
      bool const is_mine = !is_shard() || static_cast<int>(run % options_.shard.count) == options_.shard.number - 1;
      if (!is_mine) continue;
      ++all_.asked;
      if (runs_[run % sides()].contains(static_cast<std::int64_t>(run / sides()))) continue;
      auto found = shelf_ == nullptr || is_cancelled() ? std::nullopt : shelf_->find(key_of_run(run), batch_.keep_lots);
      if (found) {
        name(*found, *batch_.sides[run % sides()].scenario);
        runs_[run % sides()][static_cast<std::int64_t>(run / sides())] = std::move(*found);
        has_lots_aside_.insert(run);
        ++all_.reused;
      } else {
        missing_.push_back(run);
      }
    }
  }

  /// Runs are found by the fingerprint of a scenario, which leaves names aside.
  static void name(ReplicationRun& run, scenarios::Scenario const& scenario) {
    run.replication.result.scenario = scenario.id;
    run.replication.result.title = scenario.title;
    for (Life& life : run.replication.lives) life.scenario = scenario.id;
  }

  void refuse_missing() const {
    constexpr std::size_t kMostNamed = 20;
    std::string named;
    for (std::size_t i = 0; i < std::min(kMostNamed, missing_.size()); ++i) {
      BatchSide const& side = batch_.sides[missing_[i] % sides()];
      named += (i == 0 ? "" : ", ") + side.role + " " + std::to_string(missing_[i] / sides());
    }
    if (missing_.size() > kMostNamed) named += ", …";
    throw FileError{options_.store + ": " + std::to_string(missing_.size()) + " of " +
                    std::to_string(missing_.size() + static_cast<std::size_t>(all_.reused)) +
                    " replications are in none of the parts: " + named};
  }

  void compute() {
    if (options_.crew == nullptr) {
      run_side_by_side(all_.team, missing_.size(), options_.cancel, [this](std::size_t i) {
        if (auto run = made(missing_[i])) keep(missing_[i], std::move(*run));
      });
      return;
    }
    options_.crew->work(
        missing_,
        [this](std::uint64_t run) -> std::optional<std::string> {
          auto const one = made(run);
          return one ? std::optional{bytes_of(*one)} : std::nullopt;
        },
        [this](std::uint64_t run, std::string const& bytes) { keep(run, run_from_bytes(bytes)); });
  }

  std::optional<ReplicationRun> made(std::uint64_t run) {
    std::size_t const side = run % sides();
    int const place = static_cast<int>(run);
    RunKey const key = key_of_run(run);
    ReplicationOptions how;
    how.seed = key.seed;
    how.number = key.number;
    how.is_parallel = all_.team.is_parallel;
    how.threads = all_.team.threads_each;
    how.fault = key.fault;
    how.keep_lots = batch_.keep_lots;
    how.cancel = options_.cancel;
    how.on_progress = [this, place](kernel::Progress const& progress) { watch_->advance(place, progress); };
    watch_->begin(place, *batch_.sides[side].scenario);
    ReplicationRun one = batch_.run(side, how);
    if (one.cancelled) return std::nullopt;
    return one;
  }

  void keep(std::uint64_t run, ReplicationRun one) {
    std::unique_lock lock{mutex_};
    watch_->finish(static_cast<int>(run), one.replication.result.events);
    if (shelf_ != nullptr) shelf_->partial().keep(key_of_run(run), one, batch_.keep_lots);
    if (is_shard()) one.lots = {};
    auto const number = static_cast<std::int64_t>(run / sides());
    runs_[run % sides()][number] = std::move(one);
    ++computed_;
    if (!is_shard()) tell_if_whole(number);
  }

  /// Under the lock, or alone.
  void tell_if_whole(std::int64_t number) {
    std::vector<ReplicationRun const*> all;
    for (auto& side : runs_) {
      auto const found = side.find(number);
      if (found == side.end()) return;
      all.push_back(&found->second);
    }
    if (!told_.insert(number).second || batch_.keep_lots == KeepLots::no) return;
    for (std::size_t side = 0; side < sides(); ++side) {
      std::uint64_t const run = static_cast<std::uint64_t>(number) * sides() + side;
      if (has_lots_aside_.contains(run)) runs_[side][number].lots = shelf_->lots(key_of_run(run));
    }
    if (batch_.on_whole) batch_.on_whole(number, all);
    for (auto& side : runs_) side[number].lots = {};
  }

  void tell_whole_ones() {
    if (is_shard()) return;
    for (int number = 0; number < batch_.replications; ++number) tell_if_whole(number);
  }

  Batch const& batch_;
  StudyOptions const& options_;
  RunShelf* shelf_;
  BatchRuns all_;
  std::vector<std::map<std::int64_t, ReplicationRun>> runs_;
  std::vector<std::uint64_t> missing_;      ///< replication × sides + side.
  std::set<std::uint64_t> has_lots_aside_;  ///< Taken up, so their lots are on the shelf.
  std::set<std::int64_t> told_;
  std::size_t computed_ = 0;
  std::unique_ptr<StudyWatch> watch_;
  std::mutex mutex_;  ///< Of runs and shelf while runs are made.
};

}  // namespace

RunKey key_of(Batch const& batch, StudyOptions const& options, std::string const& program, std::size_t side,
              std::int64_t number) {
  BatchSide const& one = batch.sides[side];
  bool const is_faulty = number == 0 && side == 0;
  return {program,    text(one.scenario->fingerprint),         one.asked,
          batch.seed, is_faulty ? options.fault : Fault::none, number};
}

std::vector<std::int64_t> whole_replications(BatchRuns const& runs) {
  std::vector<std::int64_t> numbers;
  for (auto const& [number, unused] : runs.sides.front()) {
    bool const is_whole = std::all_of(runs.sides.begin(), runs.sides.end(),
                                      [number = number](auto const& side) { return side.contains(number); });
    if (is_whole) numbers.push_back(number);
  }
  return numbers;
}

std::string partial_path(StudyOptions const& options) {
  Shard const& shard = options.shard;
  std::string const share = std::to_string(shard.number) + "of" + std::to_string(shard.count);
  return options.store + (shard.count > 1 ? "." + share : "") + ".partial";
}

std::unique_ptr<RunShelf> shelf_for(StudyOptions const& options) {
  return options.store.empty() ? nullptr : std::make_unique<RunShelf>(partial_path(options), options.store);
}

BatchRuns run_batch(Batch const& batch, StudyOptions const& options, RunShelf* shelf, BatchRuns earlier) {
  return Batching{batch, options, shelf, std::move(earlier)}.run();
}

}  // namespace shudao::experiment
