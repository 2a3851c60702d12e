#include "io/spill.h"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace gainsay::internal {
namespace {

Error IoError(const std::string& what, const char* did) {
  return {.code = ErrorCode::kIo,
          .what = what + ": " + did + ": " +
                  std::generic_category().message(errno)};
}

}  // namespace

Result<int> OpenTemporary() {
  std::error_code none;
  std::string name =
      (std::filesystem::temp_directory_path(none) / "gainsay-XXXXXX").string();
  if (none) name = "/tmp/gainsay-XXXXXX";
  const int fd = mkstemp(name.data());
  if (fd < 0) return IoError(name, "cannot create a temporary file");
  unlink(name.c_str());
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
}

Result<void> WriteAll(int fd, std::span<const char> bytes,
                      const std::string& what) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return IoError(what, "cannot write");
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return {};
}

Result<void> ReadAt(int fd, std::uint64_t offset, std::span<char> to,
                    const std::string& what) {
  while (!to.empty()) {
    const ssize_t n =
        pread(fd, to.data(), to.size(), static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return IoError(what, "cannot read");
    if (n == 0)
      return Error{.code = ErrorCode::kIo,
                   .what = what + ": shorter than when it was read first"};
    to = to.subspan(static_cast<std::size_t>(n));
    offset += static_cast<std::uint64_t>(n);
  }
  return {};
}

Result<SpillFile> SpillFile::Create(std::size_t buffer_size) {
  const Result<int> fd = OpenTemporary();
  if (!fd) return fd.error();
  return SpillFile(*fd, buffer_size);
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      limit_(other.limit_),
      buffer_(std::move(other.buffer_)),
      size_(other.size_) {}

SpillFile::~SpillFile() {
  if (fd_ >= 0) close(fd_);
}

Result<void> SpillFile::Append(std::span<const char> bytes) {
  buffer_.append(bytes.data(), bytes.size());
  size_ += bytes.size();
  return buffer_.size() < limit_ ? Result<void>() : Flush();
}

Result<void> SpillFile::Flush() {
  Result<void> done = WriteAll(fd_, buffer_, "temporary file");
  buffer_.clear();
  return done;
}

Result<void> SpillFile::Read(std::uint64_t offset, std::span<char> to) const {
  assert(offset + to.size() <= size_ - buffer_.size());
  return ReadAt(fd_, offset, to, "temporary file");
}

}  // namespace gainsay::internal
