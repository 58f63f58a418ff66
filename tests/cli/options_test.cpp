#include "viz/cli/options.h"

#include <catch2/catch.hpp>

#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;

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

TEST_CASE("run and compare take the corridors that are to be told in detail", "[cli]") {
  auto const run = std::get<Run>(command({"run", "world", "--corridors", "a,b, c", "--details"}));
  CHECK((run.detail.corridors == "a,b, c" && run.detail.is_full));
  auto const compare = std::get<Compare>(command({"compare", "a", "b"}));
  CHECK((compare.detail.corridors.empty() && !compare.detail.is_full));
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
  auto const said = [](char const* option, char const* value) {
    InputError const error = refusal({"run", "a", option, value});
    CHECK(error.nearest.empty());
    return error.expected;
  };
  CHECK(said("--replications", "0") == "--replications must be at least 1, found 0");
  CHECK(said("--replications", "many") == "--replications must be a whole number from 1, found many");
  CHECK(said("--threads", "-1") == "--threads must be a whole number from 1, found -1");
  CHECK(said("--threads", "2000") == "--threads must be at most 1024, found 2000");
  CHECK(said("--seed", "18446744073709551616") ==
        "--seed must be at most 18446744073709551615, found 18446744073709551616");
  CHECK(said("--executor", "quantum") == "--executor must be one of auto|parallel|sequential, found quantum");
}

TEST_CASE("what is missing or too much is said", "[cli]") {
  CHECK(refusal({"compare", "a"}).expected == "compare needs BASE ALTERNATIVE");
  CHECK(refusal({"run", "a", "--seed"}).expected == "--seed needs a value");
  CHECK(refusal({"run", "a", "b"}).expected == "run: one word too many, b");
}

TEST_CASE("the language of errors is known before the command line is understood", "[cli]") {
  char const* const apart[] = {"shudao", "rum", "--lang", "zh"};
  CHECK(wanted_language(4, apart) == Language::zh);
  char const* const joint[] = {"shudao", "--lang=en"};
  CHECK(wanted_language(2, joint) == Language::en);
  CHECK(wanted_language(1, apart) == Language::both);
}

TEST_CASE("nothing asked is an error, not silence", "[cli]") { CHECK_FALSE(refusal({}).expected.empty()); }
