#include "sim/experiment/lot_book.h"

#include <algorithm>
#include <numeric>

#include "sim/experiment/unreadable.h"

namespace shudao::experiment {
namespace {

void must(bool claim, char const* found) {
  if (!claim) throw Unreadable{std::string{"a book of consignments cannot be read: "} + found};
}

template<class Bytes>
class Writer {
 public:
  explicit Writer(Bytes& bytes) : bytes_{bytes} {}
  void number(std::uint64_t value) {
    using Byte = typename Bytes::value_type;
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<Byte>(static_cast<std::uint8_t>(value | 0x80)));
    bytes_.push_back(static_cast<Byte>(static_cast<std::uint8_t>(value)));
  }
  /// Small numbers of either sign are short: 0, -1, 1, -2 … become 0, 1, 2, 3 …
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }

 private:
  Bytes& bytes_;
};

template<class Bytes>
class Reader {
 public:
  explicit Reader(Bytes const& bytes) : at_{bytes.begin()}, end_{bytes.end()} {}
  [[nodiscard]] bool is_at_end() const { return at_ == end_; }
  [[nodiscard]] std::uint64_t left() const { return static_cast<std::uint64_t>(end_ - at_); }
  std::uint64_t number() {
    constexpr int kLastShift = 63;  // Ten bytes; of the tenth, one bit.
    std::uint64_t value = 0;
    for (int shift = 0; shift <= kLastShift; shift += 7) {
      must(!is_at_end(), "it ends in the middle of a number");
      auto const byte = static_cast<std::uint8_t>(*at_++);
      must(shift < kLastShift || byte <= 1, "a number of more than 64 bits");
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) break;
    }
    return value;
  }
  std::int64_t signed_number() {
    std::uint64_t const value = number();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
  }
  /// The next bytes as they are.
  std::deque<std::uint8_t> raw(std::uint64_t count) {
    must(count <= left(), "a part that is longer than the rest");
    auto const from = at_;
    at_ += static_cast<std::ptrdiff_t>(count);
    return {from, at_};
  }

 private:
  typename Bytes::const_iterator at_, end_;
};

std::int64_t sum_of(std::array<std::int64_t, scenarios::kComponentCount> const& component_ms) {
  return std::accumulate(component_ms.begin(), component_ms.end(), std::int64_t{0});
}

/// Which components are not zero, and in the lowest bit whether it was delivered.
std::uint64_t flags_of(LotValues const& lot) {
  std::uint64_t flags = lot.is_delivered ? 1 : 0;
  for (std::size_t c = 0; c < lot.component_ms.size(); ++c)
    if (lot.component_ms[c] != 0) flags |= std::uint64_t{2} << c;
  return flags;
}

}  // namespace

void LotBook::add(LotValues const& lot) {
  if (flows_.size() <= lot.lot.flow) flows_.resize(lot.lot.flow + 1);
  Writer writer{flows_[lot.lot.flow]};
  writer.number(lot.lot.ordinal);
  writer.signed_number(lot.teu);
  writer.number(lot.firm_class);
  writer.number(flags_of(lot));
  for (std::int64_t const ms : lot.component_ms)
    if (ms != 0) writer.signed_number(ms);
  writer.signed_number(lot.transit_ms - sum_of(lot.component_ms));  // 0 as long as the law of the ledger holds
  writer.signed_number(lot.cost_fen);
  writer.signed_number(lot.co2e_g);
  writer.number(lot.ledger.high);
  writer.number(lot.ledger.low);
}

std::string LotBook::bytes() const {
  std::string all;
  Writer writer{all};
  writer.number(flows_.size());
  for (auto const& flow : flows_) {
    writer.number(flow.size());
    all.append(flow.begin(), flow.end());
  }
  return all;
}

LotBook LotBook::from_bytes(std::string_view bytes) {
  LotBook book;
  Reader reader{bytes};
  std::uint64_t const flows = reader.number();
  must(flows <= reader.left(), "more flows than bytes");
  for (std::uint64_t flow = 0; flow < flows; ++flow) book.flows_.push_back(reader.raw(reader.number()));
  must(reader.is_at_end(), "something stands after its end");
  return book;
}

std::vector<LotValues> LotBook::lots_of(scenarios::FlowId flow) const {
  std::vector<LotValues> lots;
  if (flow.index() >= flows_.size()) return lots;
  for (Reader reader{flows_[flow.index()]}; !reader.is_at_end();) {
    LotValues& lot = lots.emplace_back();
    lot.lot = {static_cast<std::uint32_t>(flow.index()), static_cast<std::uint32_t>(reader.number())};
    lot.teu = static_cast<std::int32_t>(reader.signed_number());
    lot.firm_class = static_cast<std::uint32_t>(reader.number());
    std::uint64_t const flags = reader.number();
    lot.is_delivered = (flags & 1) != 0;
    for (std::size_t c = 0; c < lot.component_ms.size(); ++c)
      if ((flags & std::uint64_t{2} << c) != 0) lot.component_ms[c] = reader.signed_number();
    lot.transit_ms = sum_of(lot.component_ms) + reader.signed_number();
    lot.cost_fen = reader.signed_number();
    lot.co2e_g = reader.signed_number();
    lot.ledger.high = reader.number();
    lot.ledger.low = reader.number();
  }
  std::sort(lots.begin(), lots.end(), [](LotValues const& a, LotValues const& b) { return a.lot < b.lot; });
  return lots;
}

}  // namespace shudao::experiment
