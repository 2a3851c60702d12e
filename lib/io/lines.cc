#include "io/lines.h"

#include <cstring>
#include <utility>

#include "base/utf8.h"

namespace gainsay::internal {

LineReader::LineReader(Input input, std::uint64_t max_line)
    : input_(std::move(input)),
      max_line_(max_line),
      buffer_(std::size_t{1} << 18, '\0') {}

bool LineReader::Fill() {
  if (done_) return false;
  const Result<std::size_t> n = input_.Read(buffer_);
  if (!n) failed_ = n.error();
  at_ = 0;
  size_ = n ? *n : 0;
  done_ = size_ == 0;
  return !done_;
}

bool LineReader::TakeChunk() {
  const char* const begin = buffer_.data() + at_;
  const void* const found = std::memchr(begin, '\n', size_ - at_);
  const std::size_t n =
      found ? static_cast<std::size_t>(static_cast<const char*>(found) - begin)
            : size_ - at_;
  length_ += n + (found ? 1 : 0);
  at_ += n + (found ? 1 : 0);
  // What is over the limit is counted, not kept.
  if (line_.size() + n <= max_line_ + 1)
    line_.append(begin, n);
  else
    line_.resize(max_line_ + 1);
  return found != nullptr;
}

std::optional<Result<Line>> LineReader::Next() {
  line_.clear();
  offset_ += length_;
  length_ = 0;
  while (at_ < size_ || Fill()) {
    if (TakeChunk()) break;
  }
  if (failed_) {
    Error error = *std::exchange(failed_, std::nullopt);
    error.line = number_ + 1;
    return error;
  }
  if (length_ == 0) return std::nullopt;
  ++number_;
  if (line_.size() > max_line_) {
    return Error{.code = ErrorCode::kTooLarge,
                 .what = "expected a line of at most " +
                         std::to_string(max_line_) + " bytes",
                 .file = name(),
                 .line = number_};
  }
  const std::size_t size = line_.size();
  line_.append(Line::kPadding, '\0');
  std::string_view text(line_.data(), size);
  std::uint64_t offset = offset_;
  if (number_ == 1 && text.starts_with(kUtf8Bom)) {
    text.remove_prefix(kUtf8Bom.size());
    offset += kUtf8Bom.size();
  }
  if (text.ends_with('\r')) text.remove_suffix(1);
  return Line{text, number_, offset};
}

}  // namespace gainsay::internal
