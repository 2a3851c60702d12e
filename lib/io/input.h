// Where bytes come from: a file, standard input, or memory.
//
//   Result<Input> input = Input::Open("wire.jsonl");
//   if (!input) return input.error();     // missing, a directory, not readable
//   LineReader lines(std::move(*input));
#ifndef GAINSAY_LIB_IO_INPUT_H_
#define GAINSAY_LIB_IO_INPUT_H_

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gainsay/result.h"

namespace gainsay::internal {

// A record (a line, a CSV record) is at most this long; a longer one is an
// error, and is skipped without being held in memory.
inline constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{1} << 28;
// Spans are 32-bit byte offsets.
inline constexpr std::uint64_t kMaxDocumentBytes = (std::uint64_t{1} << 32) - 1;

// A stream of bytes with a name for messages. Move-only; closes what it opened.
class Input {
 public:
  // Opens a file; "-" is standard input. Errors: kNotFound, kIo (also a
  // directory).
  static Result<Input> Open(const std::string& path);
  // Bytes that are already here.
  static Input OfMemory(std::string name, std::string bytes);

  // As messages cite it: the path as given, or "<stdin>".
  const std::string& name() const { return name_; }
  // Bytes in all, as far as that is known when it is opened; 0: unknown.
  std::uint64_t size() const { return file_ ? expected_ : memory_.size(); }
  // Up to `n` bytes of the start, before anything was read; valid until the
  // next call.
  Result<std::string_view> Peek(std::size_t n);
  // Fills the front of `buffer`; the number of bytes, 0 at the end.
  Result<std::size_t> Read(std::span<char> buffer);
  // All bytes that are left. Error kTooLarge if they are more than `limit`.
  Result<std::string> ReadAll(std::uint64_t limit = kMaxDocumentBytes);

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  Input() = default;

  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string memory_;
  std::uint64_t expected_ =
      0;  // bytes of a regular file, as it said when opened
  std::size_t at_ = 0;
};

// The last part of a path: "wire.txt" of "in/wire.txt".
std::string_view FileName(std::string_view path);
// The extension in lower case without its dot: "txt"; empty if there is none.
std::string Extension(std::string_view path);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_INPUT_H_
