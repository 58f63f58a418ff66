#include "bench/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace shudao::bench {
namespace {

using namespace kernel::guests;

/// One time unit of the loops without an engine, which have real-valued times.
constexpr double kUnitMs = 1 << 20;

Duration units(double count) { return Duration::from_ms(static_cast<std::int64_t>(count * kUnitMs)); }

/// What is asked of any guest.
struct Common {
  HowToRun how;
  bool with_philox = false;
  bool observes = false;
  bool as_json = false;

  void add_to(CLI::App& app) {
    app.add_option("--threads", how.threads, "1: the sequential executor")->check(CLI::Range(1, 1024));
    app.add_flag("--parallel", how.is_parallel, "the parallel executor on one thread, too");
    app.add_flag("--philox", with_philox, "the random streams of the product, not xoroshiro128+ and libm");
    app.add_flag("--observe", observes, "make observations and drop them");
    app.add_flag("--digest", how.has_digest, "make observations and hash them");
    app.add_flag("--json", as_json, "print one JSON object");
  }
  template<class Shape>
  void fill(Shape& shape) const {
    shape.draws = with_philox ? DrawsFrom::philox : DrawsFrom::bare;
    shape.observes = observes || how.has_digest;
  }
  [[nodiscard]] Command time(Guest guest) const { return TimeGuest{std::move(guest), how, as_json}; }
};

void add_phold(CLI::App& app, std::optional<Command>& command) {
  struct Asked {
    Common common;
    PholdShape shape;
    double lookahead = 0.1, end = 10;
  };
  auto asked = std::make_shared<Asked>();
  auto* const phold_app = app.add_subcommand("phold", "PHOLD: delay = lookahead + Exp(1); remote: to any process");
  asked->shape.lps = 1000;
  asked->shape.start = 1;
  phold_app->add_option("--lps", asked->shape.lps, "processes")->check(CLI::PositiveNumber);
  phold_app->add_option("--start", asked->shape.start, "events pending per process")->check(CLI::PositiveNumber);
  phold_app->add_option("--remote", asked->shape.remote, "probability of a remote event")->check(CLI::Range(0.0, 1.0));
  phold_app->add_option("--lookahead", asked->lookahead, "in time units of 2^20 ms")->check(CLI::Range(1e-6, 1e6));
  phold_app->add_option("--end", asked->end, "in time units")->check(CLI::Range(0.0, 1e9));
  asked->common.add_to(*phold_app);
  phold_app->callback([asked, &command] {
    asked->common.fill(asked->shape);
    asked->shape.lookahead = units(asked->lookahead);
    asked->shape.mean = units(1);
    command = asked->common.time(phold(asked->shape, SimTime::from_ms(0) + units(asked->end)));
  });
}

void add_queue(CLI::App& app, std::optional<Command>& command) {
  struct Asked {
    Common common;
    std::string which = "mm1";
    std::uint64_t customers = 1'000'000;
  };
  auto asked = std::make_shared<Asked>();
  auto* const queue_app = app.add_subcommand("queue", "M/M/1 or ten stations in a row, load 0.8");
  queue_app->add_option("which", asked->which)->required()->check(CLI::IsMember({"mm1", "tandem"}));
  queue_app->add_option("--customers", asked->customers)->check(CLI::PositiveNumber);
  asked->common.add_to(*queue_app);
  queue_app->callback([asked, &command] {
    TandemShape shape;
    asked->common.fill(shape);
    shape.stations = asked->which == "mm1" ? 1 : 10;
    shape.customers = asked->customers;
    shape.mean_service = units(1);
    command = asked->common.time(tandem(shape, SimTime::max()));
  });
}

void add_national(CLI::App& app, std::optional<Command>& command) {
  struct Asked {
    Common common;
    NationalShape shape;
    int days = 30;
  };
  auto asked = std::make_shared<Asked>();
  auto* const national_app = app.add_subcommand("national", "a country of 2,000 places and 10,000 ways");
  national_app->add_option("--nodes", asked->shape.nodes)->check(CLI::Range(2, 100'000));
  national_app->add_option("--consignments", asked->shape.consignments_per_node, "per node");
  national_app->add_option("--days", asked->days)->check(CLI::Range(1, 10'000));
  asked->common.add_to(*national_app);
  national_app->callback([asked, &command] {
    asked->common.fill(asked->shape);
    command = asked->common.time(national(asked->shape, SimTime::from_ms(0) + Duration::from_days(asked->days)));
  });
}

void add_sample(CLI::App& app, std::optional<Command>& command) {
  struct Asked {
    Common common;
    std::string which;
    std::int64_t longer = 100;
  };
  auto asked = std::make_shared<Asked>();
  auto* const sample_app = app.add_subcommand("sample", "any guest as the tests run it (Philox, with observations)");
  sample_app->add_option("which", asked->which)->required()->check(CLI::IsMember(guest_sources()));
  sample_app->add_option("--longer", asked->longer, "times as long as in the tests")->check(CLI::Range(1, 1'000'000));
  asked->common.add_to(*sample_app);
  sample_app->callback([asked, &command] {
    auto const sources = guest_sources();
    auto const at = std::find(sources.begin(), sources.end(), asked->which) - sources.begin();
    Guest guest = all_guests()[static_cast<std::size_t>(at)];
    guest.end = SimTime::from_ms(guest.end.ms() * asked->longer);
    command = asked->common.time(guest);
  });
}

void add_parts(CLI::App& app, std::optional<Command>& command) {
  auto holds = std::make_shared<TimeHolds>();
  auto* const hold_app = app.add_subcommand("hold", "the pending-event set: ns to take an event and put it back");
  hold_app->add_option("--max", holds->most, "most events pending")->check(CLI::Range(100, 100'000'000));
  hold_app->add_flag("--json", holds->as_json);
  hold_app->callback([holds, &command] { command = *holds; });
  auto* const micro_app = app.add_subcommand("micro", "small parts; takes the options of Google Benchmark");
  micro_app->prefix_command();
  micro_app->callback([micro_app, &command] { command = TimeMicro{micro_app->remaining()}; });
}

}  // namespace

std::optional<Command> read_options(int argc, char const* const* argv, int& exit_code) {
  std::optional<Command> command;
  CLI::App app{"Times the engine on models of its own. docs/reference/performance.md", "shudao-bench"};
  app.require_subcommand(1);
  add_phold(app, command);
  add_queue(app, command);
  add_national(app, command);
  add_sample(app, command);
  add_parts(app, command);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    exit_code = app.exit(error);
    return std::nullopt;
  }
  return command;
}

}  // namespace shudao::bench
