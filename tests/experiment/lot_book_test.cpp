#include "sim/experiment/lot_book.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

LotValues const kUsual{{0, 7}, 2, true, 5, {0, 2, 0, 3}, 12'345, 678, {1, 2}};

std::vector<LotValues> back(LotValues const& lot) {
  LotBook book;
  book.add(lot);
  return book.lots_of(scenarios::FlowId{lot.lot.flow});
}

TEST_CASE("a book tells every consignment as it was entered", "[experiment]") {
  CHECK(back(kUsual) == std::vector{kUsual});
}

TEST_CASE("a book keeps the smallest and the largest numbers", "[experiment]") {
  LotValues lot;
  lot.lot = {0, UINT32_MAX};
  lot.teu = INT32_MIN;
  lot.is_delivered = false;
  lot.transit_ms = -1;
  lot.component_ms = {-2, 1LL << 50, 0, 0, 0, 0, 0, 0, 0, 0, -(1LL << 50)};
  lot.cost_fen = INT64_MIN;
  lot.co2e_g = INT64_MAX;
  lot.ledger = {UINT64_MAX, 0};
  CHECK(back(lot) == std::vector{lot});
}

TEST_CASE("a book tells flow by flow, by ordinal", "[experiment]") {
  LotBook book;
  for (std::uint32_t const ordinal : {9U, 3U, 5U}) {
    LotValues lot = kUsual;
    lot.lot = {ordinal == 5 ? 0U : 2U, ordinal};
    book.add(lot);
  }
  REQUIRE(book.lots_of(scenarios::FlowId{2}).size() == 2);
  CHECK(book.lots_of(scenarios::FlowId{2})[0].lot.ordinal == 3);
  CHECK(book.lots_of(scenarios::FlowId{2})[1].lot.ordinal == 9);
  CHECK(book.lots_of(scenarios::FlowId{1}).empty());
  CHECK(book.lots_of(scenarios::FlowId{3}).empty());
}

}  // namespace
}  // namespace shudao::experiment
