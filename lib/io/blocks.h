// A file of records as blocks of whole records, for parsers that work on many
// bytes at once and on several threads.
#ifndef GAINSAY_LIB_IO_BLOCKS_H_
#define GAINSAY_LIB_IO_BLOCKS_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pages.h"
#include "gainsay/result.h"

namespace gainsay::internal {

// Bytes [0, size) are whole records; kPadding readable bytes follow.
struct Block {
  static constexpr std::size_t kPadding = 64;
  PageBlock memory;
  std::size_t size = 0;
  std::size_t stored =
      0;  // of them in the file: one less where a last newline was added
  std::uint64_t file_offset = 0;  // of the first byte, byte order mark included
  std::uint32_t number = 0;       // 0, 1, 2 ... in the order of the file
  bool quotes = false;            // a '"' stands somewhere in it
  const char* data() const {
    return reinterpret_cast<const char*>(memory.data());
  }
};

struct BlockOptions {
  std::size_t block_size = std::size_t{1} << 20;
  std::size_t max_record = std::size_t{64}
                           << 20;  // a longer record is an error
  bool quoted_newlines = false;    // CSV: a newline inside "..." ends no record
};

// Newlines in [begin, end).
std::uint64_t CountNewlines(const char* begin, const char* end);

// Thread safety: Next and Reread may be called from several threads.
class BlockReader {
 public:
  // A path, or "-" for standard input. What can't be read twice (a pipe) is
  // copied to a temporary file as it is read. Errors: not found, a folder, not
  // readable.
  static Result<std::unique_ptr<BlockReader>> Open(const std::string& path,
                                                   BlockOptions options = {});
  // Bytes that are already here; they must outlive the reader.
  static std::unique_ptr<BlockReader> OfMemory(std::string name,
                                               std::string_view bytes);
  ~BlockReader();
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;

  // The next block, or false at the end. A last record without a newline gets
  // one. A UTF-8 byte order mark at the beginning of the file is left out.
  Result<bool> Next(Block& block);
  // Bytes [offset, offset + size) of the file as they were read, into `to`.
  // An error if the file has become shorter since.
  Result<void> Reread(std::uint64_t offset, std::size_t size, char* to) const;
  const std::string& path() const { return path_; }
  // Bytes of the file where that is known before reading.
  std::optional<std::uint64_t> size() const;

 private:
  BlockReader(std::string path, int fd, bool seekable, BlockOptions options);
  Result<std::size_t> Read(char* to, std::size_t size);
  Result<bool> Fill(Block& block);
  // End of the last whole record in [from, size), or 0. Updates `in_quotes`,
  // the state at `size`.
  std::size_t RecordEnd(const char* data, std::size_t from, std::size_t size,
                        bool& in_quotes, bool& quotes) const;
  Error Fail(ErrorCode code, std::string what) const;

  const std::string path_;
  const int fd_;
  const bool seekable_;
  const BlockOptions options_;
  int copy_ = -1;            // what a pipe gave, for Reread
  std::string_view memory_;  // what is left to read where fd_ is -1
  std::mutex mutex_;
  std::vector<char> rest_;    // begun record of the block before
  std::uint64_t offset_ = 0;  // in the file, of rest_
  std::uint32_t blocks_ = 0;
  bool end_ = false, added_ = false;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_BLOCKS_H_
