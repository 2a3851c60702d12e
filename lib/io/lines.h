// Lines of a byte stream, with their numbers, whatever their ends and length.
#ifndef GAINSAY_LIB_IO_LINES_H_
#define GAINSAY_LIB_IO_LINES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gainsay/result.h"
#include "io/input.h"

namespace gainsay::internal {

struct Line {
  // For those who read several bytes at once: zeroes after a line.
  static constexpr std::size_t kPadding = 64;
  std::string_view text;     // without its end; valid until the next call
  std::uint64_t number = 0;  // 1-based
  std::uint64_t offset = 0;  // of its first byte in the stream
};

// Reads lines lazily. "\n" and "\r\n" end a line; a byte order mark at the very
// start is dropped. Holds one line and one buffer of 256 KiB.
class LineReader {
 public:
  explicit LineReader(Input input, std::uint64_t max_line = kMaxRecordBytes);

  // The next line; nothing at the end. Errors: kTooLarge (the line is skipped
  // and reading goes on with the next), kIo (nothing follows).
  std::optional<Result<Line>> Next();

  const std::string& name() const { return input_.name(); }

 private:
  bool Fill();
  // Moves what is left of the line into line_; true at its end.
  bool TakeChunk();

  Input input_;
  std::uint64_t max_line_;
  std::string buffer_, line_;
  std::size_t at_ = 0, size_ = 0;
  std::uint64_t number_ = 0, offset_ = 0, length_ = 0;
  bool done_ = false;
  std::optional<Error> failed_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_LINES_H_
