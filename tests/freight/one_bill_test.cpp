#include <catch2/catch.hpp>

#include "tests/freight/world_run.h"

// One bill of lading for all modes against a new document at the change of mode, where nobody waits for a vehicle or a
// clerk: C2 of the capabilities.

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

/// At b the documents are issued anew while the cargo is handled for so long, and both must be done.
std::string change_of_mode(std::string const& handling_h) {
  return R"({"places": {"b": {"processes": {"export": {"steps": {"declare": null,
      "reissue": {"after": ["report"], "component": "documents",
        "duration_h": {"truncated": {"of": {"lognormal": {"mean": 6, "cv": 0.6}}, "low": 1, "high": 18}}},
      "lift": {"after": ["report"], "component": "handling", "duration_h": )" +
         handling_h + R"(},
      "seal": {"after": ["reissue", "lift"], "needs": null, "duration_h": 0.1, "component": "border"}}}}}}})";
}

char const* const kOneBill = R"({"format": 1, "id": "one-bill", "title": {"zh": "一单制", "en": "one bill"},
  "rewrites": [{"set": "a/export/report", "grants": ["one-bill"]},
               {"skip_if": "b/export/reissue", "tokens": ["one-bill"]}]})";

std::int64_t documents_at_b(Life const& life) {
  std::int64_t ms = 0;
  for (LedgerEntry const& entry : life.path) {
    bool const is_it = entry.component == Component::documents && entry.at == Where{scenarios::PlaceId{1}};
    if (is_it) ms += entry.to_ms - entry.from_ms;
  }
  return ms - Duration::from_h(0.5).ms();  // the arrival report stays
}

/// What each delivered consignment gains, and what its documents at b took before.
struct Gain {
  std::int64_t gained_ms, documents_ms;
};
std::vector<Gain> gains(std::string const& handling_h) {
  std::string const patch = change_of_mode(handling_h);
  WorldRun const before = run(patched("two_step_rule", patch), {0, 1, false, 12});
  WorldRun const after = run(patched("two_step_rule", patch, {kOneBill}), {0, 1, false, 12});
  std::vector<Gain> all;
  for (auto const& [name, life] : before.lives) {
    if (!life.is_delivered) continue;
    all.push_back({life.door_to_door_ms() - after.lives.at(name).door_to_door_ms(), documents_at_b(life)});
  }
  return all;
}

}  // namespace

TEST_CASE("one bill saves each consignment its document time on the critical path, to the millisecond",
          "[freight][rules]") {
  auto const all = gains("0");
  REQUIRE(all.size() > 1'000);
  for (Gain const& gain : all) {
    REQUIRE(gain.documents_ms >= Duration::from_h(1).ms());
    REQUIRE(gain.gained_ms == gain.documents_ms);
  }
}

TEST_CASE("one bill saves nothing where the documents are ready before the cargo", "[freight][rules]") {
  auto const all = gains("20");
  REQUIRE(all.size() > 1'000);
  for (Gain const& gain : all) {
    REQUIRE(gain.documents_ms == 0);
    REQUIRE(gain.gained_ms == 0);
  }
}
