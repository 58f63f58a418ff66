#include "sim/base/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>

#include "sim/base/errors.h"

namespace shudao {
namespace {

Fingerprint from_xxh(XXH128_hash_t const& hash) { return {hash.high64, hash.low64}; }

void check(XXH_errorcode code) { ensure(code == XXH_OK, "the hash function refused its input"); }

int digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

}  // namespace

Fingerprint& Fingerprint::operator+=(Fingerprint const& other) {
  low += other.low;
  high += other.high + (low < other.low ? 1 : 0);
  return *this;
}

std::string text(Fingerprint const& fingerprint) {
  std::string result;
  for (std::uint64_t const word : {fingerprint.high, fingerprint.low}) {
    for (int shift = 60; shift >= 0; shift -= 4) result += "0123456789abcdef"[(word >> shift) & 15];
  }
  return result;
}

Fingerprint fingerprint_from_text(std::string const& digits) {
  ensure(digits.size() == 32, "a fingerprint has 32 hexadecimal digits");
  std::array<std::uint64_t, 2> words{};
  for (std::size_t i = 0; i < 32; ++i) {
    int const value = digit_value(digits[i]);
    ensure(value >= 0, "a fingerprint has 32 hexadecimal digits");
    words[i / 16] = words[i / 16] << 4 | static_cast<std::uint64_t>(value);
  }
  return {words[0], words[1]};
}

struct Digest::Hash {
  XXH3_state_t state;
};

Digest::Digest() : gathered_{new unsigned char[kGathered]}, hash_{new Hash} {
  check(XXH3_128bits_reset(&hash_->state));
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::flush() {
  check(XXH3_128bits_update(&hash_->state, gathered_.get(), size_));
  size_ = 0;
}

void Digest::add_many(void const* data, std::size_t size) {
  flush();
  if (size <= kGathered) return add_bytes(data, size);
  check(XXH3_128bits_update(&hash_->state, data, size));
}

Fingerprint Digest::value() const {
  Hash copy = *hash_;
  check(XXH3_128bits_update(&copy.state, gathered_.get(), size_));
  return from_xxh(XXH3_128bits_digest(&copy.state));
}

Fingerprint fingerprint(std::string_view bytes) { return from_xxh(XXH3_128bits(bytes.data(), bytes.size())); }

}  // namespace shudao
