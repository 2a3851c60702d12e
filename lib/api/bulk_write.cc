#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>

#include "api/bulk_check.h"
#include "base/workers.h"
#include "io/spill.h"

namespace gainsay::internal {
namespace {

void Append(std::uint64_t number, std::string& text) {
  std::array<char, 24> digits;
  char* const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  *end = ',';
  text.append(digits.data(), end + 1);
}

// The newline that ends a record: the first that no quotes hold. In a plain
// block quotes hold none.
const char* RecordEnd(const char* begin, const char* end, bool plain) {
  bool inside = false;
  for (const char* at = begin;;) {
    const void* const found =
        std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    const char* const newline =
        found == nullptr ? end : static_cast<const char*>(found);
    inside ^= !plain && std::count(at, newline, '"') % 2 != 0;
    if (!inside || newline == end) return newline;
    at = newline + 1;
  }
}

// Renders block after block, several at a time, and writes them in order.
class ConflictWriter {
 public:
  ConflictWriter(const BlockReader& reader, const BulkResult& result, int fd)
      : reader_(reader), result_(result), fd_(fd) {
    std::size_t at = 0;
    for (std::uint32_t block = 0; block < result.blocks.size(); ++block) {
      first_.push_back(at);
      while (at < result.conflicts.size() &&
             result.conflicts[at].place.block == block)
        ++at;
    }
    first_.push_back(at);
  }

  Result<void> Run(std::uint32_t jobs) {
    RunWorkers(jobs, [&](std::uint32_t) {
      std::string bytes, text;
      for (std::size_t i; (i = next_++) < result_.blocks.size();) {
        text.clear();
        Result<void> done = Render(i, bytes, text);
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return written_ == i; });
        if (done && !failure_) done = WriteAll(fd_, text, "output");
        if (!done && !failure_) failure_ = done.error();
        ++written_;
        turn_.notify_all();
      }
    });
    return failure_ ? Result<void>(*failure_) : Result<void>();
  }

 private:
  Result<void> Render(std::size_t index, std::string& bytes,
                      std::string& text) const {
    if (first_[index] == first_[index + 1]) return {};
    const BulkBlock& block = result_.blocks[index];
    bytes.resize(block.size);
    if (auto done =
            reader_.Reread(block.file_offset, bytes.size(), bytes.data());
        !done)
      return done;
    const char *at = bytes.data(), *const end = at + bytes.size();
    std::uint64_t line = block.first_line;
    for (std::size_t i = first_[index]; i < first_[index + 1]; ++i) {
      const BulkConflict& conflict = result_.conflicts[i];
      const char* const record =
          bytes.data() +
          std::min<std::size_t>(conflict.place.byte, bytes.size());
      line += CountNewlines(at, record);
      at = record;
      Append(conflict.group, text);
      Append(conflict.side, text);
      Append(line, text);
      text.append(record, RecordEnd(record, end, block.plain));
      text.push_back('\n');
    }
    return {};
  }

  const BlockReader& reader_;
  const BulkResult& result_;
  const int fd_;
  std::vector<std::size_t> first_;  // of the conflicts of each block
  std::atomic<std::size_t> next_ = 0;
  std::size_t written_ = 0;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::optional<Error> failure_;
};

}  // namespace

Result<void> WriteBulkConflicts(const BlockReader& reader,
                                const BulkResult& result, std::uint32_t jobs,
                                int fd) {
  return ConflictWriter(reader, result, fd).Run(jobs);
}

Result<std::vector<Error>> ListErrors(const BlockReader& reader,
                                      const BulkResult& result) {
  std::vector<Error> errors;
  std::string bytes;
  std::uint32_t read = UINT32_MAX;
  for (const BulkError& error : result.errors.listed) {
    const BulkBlock& block = result.blocks[error.place.block];
    if (read != error.place.block) {
      bytes.resize(block.size);
      if (const auto done =
              reader.Reread(block.file_offset, bytes.size(), bytes.data());
          !done)
        return done.error();
      read = error.place.block;
    }
    const std::size_t at =
        std::min<std::size_t>(error.place.byte, bytes.size());
    errors.push_back({.code = ErrorCode::kBadRecord,
                      .what = error.what,
                      .file = reader.path(),
                      .line = block.first_line +
                              CountNewlines(bytes.data(), bytes.data() + at),
                      .field = error.field});
  }
  return errors;
}

}  // namespace gainsay::internal
