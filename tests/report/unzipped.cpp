#include "tests/report/unzipped.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <cstdint>

namespace shudao::viz::report {
namespace {

std::uint32_t number_at(std::string const& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

std::string inflated(std::string const& packed, std::size_t size) {
  std::string content(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -15) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(content.data());
  stream.avail_out = static_cast<uInt>(content.size());
  int const end = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  REQUIRE(end == Z_STREAM_END);
  return content;
}

}  // namespace

std::map<std::string, std::string> unzipped(std::string const& archive) {
  constexpr std::size_t kHeader = 30;
  std::map<std::string, std::string> files;
  for (std::size_t at = 0; archive.compare(at, 4, "PK\x03\x04") == 0;) {
    std::size_t const packed = number_at(archive, at + 18, 4), size = number_at(archive, at + 22, 4),
                      name = number_at(archive, at + 26, 2), extra = number_at(archive, at + 28, 2);
    std::string const content = inflated(archive.substr(at + kHeader + name + extra, packed), size);
    CHECK(crc32(0, reinterpret_cast<Bytef const*>(content.data()), static_cast<uInt>(size)) ==
          number_at(archive, at + 14, 4));
    files[archive.substr(at + kHeader, name)] = content;
    at += kHeader + name + extra + packed;
  }
  return files;
}

}  // namespace shudao::viz::report
