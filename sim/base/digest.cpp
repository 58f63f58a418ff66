#include "sim/base/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstring>

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

/// Small pieces are gathered first: one call of the hash function for 1 KiB is cheaper than 128 calls for 8 bytes.
struct Digest::State {
  XXH3_state_t hash;
  std::array<unsigned char, 1024> gathered;
  std::size_t size = 0;

  void flush() {
    check(XXH3_128bits_update(&hash, gathered.data(), size));
    size = 0;
  }
};

Digest::Digest() : state_{new State} { check(XXH3_128bits_reset(&state_->hash)); }
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::uint64_t value) {
  State& state = *state_;
  if (state.size + 8 > state.gathered.size()) state.flush();
  unsigned char* const bytes = state.gathered.data() + state.size;
  for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<unsigned char>(value >> (8 * i));
  state.size += 8;
}

void Digest::add_bytes(void const* data, std::size_t size) {
  State& state = *state_;
  if (size == 0) return;
  if (state.size + size > state.gathered.size()) state.flush();
  if (size > state.gathered.size()) {
    check(XXH3_128bits_update(&state.hash, data, size));
  } else {
    std::memcpy(state.gathered.data() + state.size, data, size);
    state.size += size;
  }
}

Fingerprint Digest::value() const {
  State copy = *state_;
  copy.flush();
  return from_xxh(XXH3_128bits_digest(&copy.hash));
}

Fingerprint fingerprint(std::string_view bytes) { return from_xxh(XXH3_128bits(bytes.data(), bytes.size())); }

}  // namespace shudao
