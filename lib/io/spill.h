// Temporary files that vanish by themselves.
#ifndef GAINSAY_LIB_IO_SPILL_H_
#define GAINSAY_LIB_IO_SPILL_H_

#include <cstdint>
#include <span>
#include <string>

#include "gainsay/result.h"

namespace gainsay::internal {

// Opens a new file that has no name (or loses it at once), in the folder for
// temporary files; it goes away when its descriptor is closed, whatever becomes
// of the program.
Result<int> OpenTemporary();

// An append-only temporary file that is read back in pieces. Appends are
// gathered in a buffer of the caller's choice. Thread safety: as std::vector.
class SpillFile {
 public:
  static Result<SpillFile> Create(std::size_t buffer_size);
  SpillFile(SpillFile&& other) noexcept;
  SpillFile& operator=(SpillFile&&) = delete;
  ~SpillFile();

  Result<void> Append(std::span<const char> bytes);
  Result<void> Flush();
  // Bytes [offset, offset + to.size()), which must have been flushed.
  Result<void> Read(std::uint64_t offset, std::span<char> to) const;
  std::uint64_t size() const { return size_; }

 private:
  SpillFile(int fd, std::size_t buffer_size) : fd_(fd), limit_(buffer_size) {}
  int fd_;
  std::size_t limit_;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

// Whole writes and reads at an offset; errors name `what` they were about.
Result<void> WriteAll(int fd, std::span<const char> bytes,
                      const std::string& what);
Result<void> ReadAt(int fd, std::uint64_t offset, std::span<char> to,
                    const std::string& what);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_SPILL_H_
