#include "io/blocks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/spill.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void Reserve(Block& block, std::size_t size) {
  if (block.memory.size() >= size + Block::kPadding) return;
  PageBlock larger(size + Block::kPadding);
  if (block.size != 0)
    std::memcpy(larger.data(), block.memory.data(), block.size);
  block.memory = std::move(larger);
}

}  // namespace

// Sums of a few bytes each, which the compiler makes vectors of.
std::uint64_t CountNewlines(const char* begin, const char* end) {
  constexpr std::ptrdiff_t kStep = 128;  // a byte can count so many
  std::uint64_t count = 0;
  while (begin != end) {
    const std::ptrdiff_t size = std::min(end - begin, kStep);
    std::uint8_t some = 0;
    for (std::ptrdiff_t i = 0; i < size; ++i) some += begin[i] == '\n' ? 1 : 0;
    count += some;
    begin += size;
  }
  return count;
}

BlockReader::BlockReader(std::string path, int fd, bool seekable,
                         BlockOptions options)
    : path_(std::move(path)), fd_(fd), seekable_(seekable), options_(options) {}

BlockReader::~BlockReader() {
  if (fd_ > STDIN_FILENO) close(fd_);
  if (copy_ >= 0) close(copy_);
}

Error BlockReader::Fail(ErrorCode code, std::string what) const {
  return {.code = code, .what = std::move(what), .file = path_};
}

Result<std::unique_ptr<BlockReader>> BlockReader::Open(const std::string& path,
                                                       BlockOptions options) {
  const auto fail = [&path](ErrorCode code) {
    return Error{.code = code,
                 .what = std::generic_category().message(errno),
                 .file = path};
  };
  const int fd =
      path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo);
  struct stat info {};
  const bool known = fstat(fd, &info) == 0;
  const bool seekable =
      known && S_ISREG(info.st_mode) && lseek(fd, 0, SEEK_CUR) == 0;
  auto reader = std::unique_ptr<BlockReader>(
      new BlockReader(path, fd, seekable, options));
  if (known && S_ISDIR(info.st_mode)) {
    return Error{.code = ErrorCode::kNotFound,
                 .what = "expected a file, got a folder",
                 .file = path};
  }
  if (!seekable) {
    const Result<int> copy = OpenTemporary();
    if (!copy) return copy.error();
    reader->copy_ = *copy;
  }
  return reader;
}

std::unique_ptr<BlockReader> BlockReader::OfMemory(std::string name,
                                                   std::string_view bytes) {
  auto reader = std::unique_ptr<BlockReader>(
      new BlockReader(std::move(name), -1, false, BlockOptions()));
  reader->memory_ = bytes;
  return reader;
}

Result<std::size_t> BlockReader::Read(char* to, std::size_t size) {
  if (fd_ < 0) {
    const std::size_t n = memory_.copy(to, size);
    memory_.remove_prefix(n);
    return n;
  }
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = read(fd_, to + got, size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      return Fail(ErrorCode::kIo, std::generic_category().message(errno));
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  if (copy_ >= 0) {
    if (const auto copied = WriteAll(copy_, {to, got}, path_); !copied)
      return copied.error();
  }
  return got;
}

std::size_t BlockReader::RecordEnd(const char* data, std::size_t from,
                                   std::size_t size, bool& in_quotes,
                                   bool& quotes) const {
  const char* const begin = data + from;
  quotes |= std::memchr(begin, '"', size - from) != nullptr;
  if (!options_.quoted_newlines || !quotes) {
    const void* const newline = memrchr(begin, '\n', size - from);
    return newline == nullptr ? 0
                              : static_cast<std::size_t>(
                                    static_cast<const char*>(newline) - data) +
                                    1;
  }
  std::size_t end = 0;
  for (std::size_t i = from; i < size; ++i) {
    in_quotes ^= data[i] == '"';
    if (data[i] == '\n' && !in_quotes) end = i + 1;
  }
  return end;
}

Result<bool> BlockReader::Fill(Block& block) {
  std::size_t want = options_.block_size, scanned = 0, end = 0;
  bool in_quotes = false;
  for (;;) {
    want = std::max(want, block.size + options_.block_size / 2);
    Reserve(block, want + 1);
    char* const data = reinterpret_cast<char*>(block.memory.data());
    const Result<std::size_t> got = Read(data + block.size, want - block.size);
    if (!got) return got.error();
    end_ = *got < want - block.size;
    block.size += *got;
    added_ = end_ && block.size != 0 && data[block.size - 1] != '\n';
    if (added_) data[block.size++] = '\n';
    end = RecordEnd(data, scanned, block.size, in_quotes, block.quotes);
    if (end_)
      end = block.size;  // an open quote at the end: the parser reports it
    if (end != 0 || block.size == 0) break;
    scanned = block.size;
    if (block.size > options_.max_record) {
      return Fail(ErrorCode::kTooLarge,
                  "a record of more than " +
                      std::to_string(options_.max_record) +
                      " bytes (an open quote?) begins at byte " +
                      std::to_string(offset_));
    }
    want = block.size * 2;
  }
  const char* const data = block.data();
  rest_.assign(data + end, data + block.size);
  block.size = end;
  return end != 0;
}

Result<bool> BlockReader::Next(Block& block) {
  const std::lock_guard lock(mutex_);
  block.size = 0;
  block.quotes = false;
  if (end_) return false;
  Reserve(block, std::max(options_.block_size, rest_.size()) + 1);
  std::copy(rest_.begin(), rest_.end(),
            reinterpret_cast<char*>(block.memory.data()));
  block.size = rest_.size();
  block.file_offset = offset_;
  const Result<bool> filled = Fill(block);
  if (!filled || !*filled) return filled;
  block.number = blocks_++;
  block.stored = block.size - (added_ ? 1 : 0);
  offset_ += block.size;
  std::memset(block.memory.data() + block.size, 0, Block::kPadding);
  if (block.number == 0 &&
      std::string_view(block.data(), block.size).starts_with(kByteOrderMark)) {
    char* const data = reinterpret_cast<char*>(block.memory.data());
    block.size -= kByteOrderMark.size();
    block.stored -= std::min(block.stored, kByteOrderMark.size());
    std::memmove(data, data + kByteOrderMark.size(),
                 block.size + Block::kPadding - kByteOrderMark.size());
    block.file_offset = kByteOrderMark.size();
    return block.size != 0;
  }
  return true;
}

std::optional<std::uint64_t> BlockReader::size() const {
  struct stat info {};
  if (!seekable_ || fstat(fd_, &info) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(info.st_size);
}

Result<void> BlockReader::Reread(std::uint64_t offset, std::size_t size,
                                 char* to) const {
  return ReadAt(seekable_ ? fd_ : copy_, offset, {to, size}, path_);
}

}  // namespace gainsay::internal
