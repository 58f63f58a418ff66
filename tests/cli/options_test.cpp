#include "viz/cli/options.h"

#include <catch2/catch.hpp>

#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::cli;

namespace {

Command command(std::vector<char const*> words) {
  words.insert(words.begin(), "shudao");
  return read_options(static_cast<int>(words.size()), words.data()).value();
}

InputError refusal(std::vector<char const*> words) {
  try {
    command(std::move(words));
  } catch (InputErrors const& refused) {
    return refused.errors().front();
  }
  FAIL("was accepted");
  return {};
}

}  // namespace

TEST_CASE("run takes its options from the command line", "[cli]") {
  auto const run = std::get<Run>(
      command({"run", "world", "--replications", "5", "--seed", "18446744073709551615", "--threads", "2", "--executor",
               "sequential", "--results", "r.db", "--json", "--lang", "zh", "--fault", "double-charge", "--quiet"}));
  CHECK(run.scenario == "world");
  CHECK(run.options.replications == 5);
  CHECK(run.options.seed == 18446744073709551615ULL);
  CHECK(run.options.threads == 2);
  CHECK(run.options.executor == experiment::ExecutorKind::sequential);
  CHECK(run.options.store == "r.db");
  CHECK(run.options.fault == experiment::Fault::double_charge);
  CHECK((run.manner.json && run.manner.is_quiet && run.manner.language == Language::zh));
}

TEST_CASE("what is not said is left to the scenario and the machine", "[cli]") {
  auto const compare = std::get<Compare>(command({"compare", "a", "b"}));
  CHECK(compare.options.replications == 0);
  CHECK_FALSE(compare.options.seed.has_value());
  CHECK(compare.options.threads == 0);
  CHECK(compare.options.store.empty());
}

TEST_CASE("routes takes two names, or a scenario and two names", "[cli]") {
  auto const two = std::get<Routes>(command({"routes", "青白江", "罗兹"}));
  CHECK((two.scenario == "scenarios/sichuan" && two.from == "青白江" && two.to == "罗兹"));
  auto const three = std::get<Routes>(command({"routes", "world", "a", "b", "-k", "7"}));
  CHECK((three.scenario == "world" && three.from == "a" && three.to == "b" && three.count == 7));
}

TEST_CASE("check takes any number of scenarios", "[cli]") {
  CHECK(std::get<Check>(command({"check", "a", "b", "c"})).scenarios.size() == 3);
}

TEST_CASE("a mistyped command is refused with the nearest one", "[cli]") {
  CHECK(refusal({"comapre", "a", "b"}).nearest == "compare");
}

TEST_CASE("a mistyped option is refused with the nearest one", "[cli]") {
  CHECK(refusal({"run", "a", "--replicatons", "3"}).nearest == "--replications");
}

TEST_CASE("a number that makes no sense is refused", "[cli]") {
  CHECK_FALSE(refusal({"run", "a", "--replications", "0"}).expected.empty());
  CHECK_FALSE(refusal({"run", "a", "--replications", "many"}).expected.empty());
  CHECK_FALSE(refusal({"run", "a", "--threads", "-1"}).expected.empty());
  CHECK_FALSE(refusal({"run", "a", "--seed", "-1"}).expected.empty());
  CHECK_FALSE(refusal({"run", "a", "--executor", "quantum"}).expected.empty());
}

TEST_CASE("nothing asked is an error, not silence", "[cli]") { CHECK_FALSE(refusal({}).expected.empty()); }
