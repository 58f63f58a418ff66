#include "viz/report/export/docx/zip.h"

#include <zlib.h>

#include "sim/base/errors.h"

namespace shudao::viz::report {
namespace {

/// The bytes without header or checksum.
std::string deflated(std::string const& content) {
  z_stream stream{};
  constexpr int kRaw = -15, kMemory = 8;
  bool const is_ready =
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRaw, kMemory, Z_DEFAULT_STRATEGY) == Z_OK;
  ensure(is_ready, "zlib can begin");
  std::string packed(deflateBound(&stream, content.size()), '\0');
  // zlib reads from it only, but declares it without const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  int const end = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  ensure(end == Z_STREAM_END, "zlib packs everything at once");
  return packed;
}

void add_number(std::string& bytes, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
}

/// What the header of a file and its entry in the directory have in common.
std::string description_of(ExportFile const& file, std::string const& packed) {
  constexpr std::uint64_t kVersion = 20, kUtf8 = 0x800, kDeflated = 8, kMidnight = 0, kFirstDay = 0x21;
  std::string bytes;
  for (std::uint64_t const two : {kVersion, kUtf8, kDeflated, kMidnight, kFirstDay}) add_number(bytes, two, 2);
  auto const* const content = reinterpret_cast<Bytef const*>(file.content.data());
  add_number(bytes, crc32(0, content, static_cast<uInt>(file.content.size())), 4);
  add_number(bytes, packed.size(), 4);
  add_number(bytes, file.content.size(), 4);
  add_number(bytes, file.path.size(), 2);
  add_number(bytes, 0, 2);  // No extra field.
  return bytes;
}

}  // namespace

std::string zipped(std::vector<ExportFile> const& files) {
  constexpr std::uint64_t kFile = 0x04034b50, kEntry = 0x02014b50, kEnd = 0x06054b50, kMadeBy = 20;
  std::string archive, directory;
  for (ExportFile const& file : files) {
    std::string const packed = deflated(file.content), description = description_of(file, packed);
    add_number(directory, kEntry, 4);
    add_number(directory, kMadeBy, 2);
    directory += description;
    add_number(directory, 0, 10);  // No comment, first disk, no attributes (2 + 2 + 2 + 4 bytes).
    add_number(directory, archive.size(), 4);
    directory += file.path;
    add_number(archive, kFile, 4);
    archive += description + file.path + packed;
  }
  std::size_t const begin = archive.size();
  archive += directory;
  add_number(archive, kEnd, 4);
  add_number(archive, 0, 4);  // One disk.
  add_number(archive, files.size(), 2);
  add_number(archive, files.size(), 2);
  add_number(archive, directory.size(), 4);
  add_number(archive, begin, 4);
  add_number(archive, 0, 2);  // No comment.
  return archive;
}

}  // namespace shudao::viz::report
