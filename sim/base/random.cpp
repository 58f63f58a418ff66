#include "sim/base/random.h"

#include <Random123/philox.h>

#include <limits>

#include "sim/base/errors.h"

namespace shudao {
namespace {

constexpr std::uint32_t kPurposes = 1U << 10;
constexpr std::uint32_t kReplications = 1U << 22;

std::uint32_t low_word(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
std::uint32_t high_word(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

}  // namespace

RandomStream::RandomStream(RandomSeed seed, Purpose purpose, NameHash of, std::uint32_t index) {
  auto const kind = static_cast<std::uint32_t>(purpose);
  ensure(kind < kPurposes && seed.replication < kReplications, "purpose < 2^10 and replication < 2^22");
  auto const name = static_cast<std::uint64_t>(index == 0 ? of : name_hash(of, index));
  counter_ = {low_word(name), high_word(name), seed.replication * kPurposes + kind, 0};
  key_ = {low_word(seed.seed), high_word(seed.seed)};
}

void RandomStream::refill() {
  ensure(counter_[3] != std::numeric_limits<std::uint32_t>::max(), "a random stream has 2^34 words");
  r123::Philox4x32::ctr_type const counter{{counter_[0], counter_[1], counter_[2], counter_[3]}};
  r123::Philox4x32::key_type const key{{key_[0], key_[1]}};
  auto const block = r123::Philox4x32{}(counter, key);
  for (unsigned i = 0; i < 4; ++i) block_[i] = block[i];
  ++counter_[3];
  used_ = 0;
}

std::uint32_t RandomStream::bits32() {
  if (used_ == 4) refill();
  return block_[used_++];
}

std::uint64_t RandomStream::bits64() {
  std::uint64_t const low = bits32();
  std::uint64_t const high = bits32();
  return high << 32 | low;
}

double RandomStream::uniform() { return (static_cast<double>(bits64() >> 12) + 0.5) * 0x1p-52; }

/// Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
std::uint32_t RandomStream::below(std::uint32_t n) {
  ensure(n > 0, "below(n) needs n > 0");
  std::uint32_t const unfair = (0U - n) % n;
  for (;;) {
    std::uint64_t const product = std::uint64_t{bits32()} * n;
    if (low_word(product) >= unfair) return high_word(product);
  }
}

}  // namespace shudao
