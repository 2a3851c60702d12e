#include "io/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace gainsay::internal {
namespace {

Error FileError(ErrorCode code, const std::string& name, std::string what) {
  return {.code = code, .what = std::move(what), .file = name};
}

// Directories open as files on some systems and fail only when read.
Result<void> CheckIsReadable(const std::string& path) {
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (status.type() == std::filesystem::file_type::not_found) {
    return FileError(ErrorCode::kNotFound, path, "no such file");
  }
  if (failed) return FileError(ErrorCode::kIo, path, failed.message());
  if (status.type() == std::filesystem::file_type::directory) {
    return FileError(ErrorCode::kIo, path, "expected a file, got a directory");
  }
  return {};
}

std::string ErrnoMessage() {
  return std::error_code(errno, std::generic_category()).message();
}

}  // namespace

void Input::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

Result<Input> Input::Open(const std::string& path) {
  Input input;
  if (path == "-") {
    input.name_ = "<stdin>";
    input.file_.reset(stdin);
    return input;
  }
  if (auto readable = CheckIsReadable(path); !readable) return readable.error();
  input.name_ = path;
  input.file_.reset(std::fopen(path.c_str(), "rb"));
  if (!input.file_) return FileError(ErrorCode::kIo, path, ErrnoMessage());
  std::error_code not_regular;
  const auto size = std::filesystem::file_size(path, not_regular);
  if (!not_regular) input.expected_ = size;
  return input;
}

Input Input::OfMemory(std::string name, std::string bytes) {
  Input input;
  input.name_ = std::move(name);
  input.memory_ = std::move(bytes);
  return input;
}

Result<std::string_view> Input::Peek(std::size_t n) {
  if (file_ && memory_.empty()) {
    std::string head(n, '\0');
    head.resize(std::fread(head.data(), 1, n, file_.get()));
    if (std::ferror(file_.get())) {
      return FileError(ErrorCode::kIo, name_, ErrnoMessage());
    }
    memory_ = std::move(head);
  }
  return std::string_view(memory_).substr(0, n);
}

Result<std::size_t> Input::Read(std::span<char> buffer) {
  if (!file_ || at_ < memory_.size()) {
    const std::size_t n = std::min(buffer.size(), memory_.size() - at_);
    std::memcpy(buffer.data(), memory_.data() + at_, n);
    at_ += n;
    return n;
  }
  const std::size_t n =
      std::fread(buffer.data(), 1, buffer.size(), file_.get());
  if (n == 0 && std::ferror(file_.get())) {
    return FileError(ErrorCode::kIo, name_, ErrnoMessage());
  }
  return n;
}

Result<std::string> Input::ReadAll(std::uint64_t limit) {
  const auto too_large = [&] {
    return FileError(ErrorCode::kTooLarge, name_,
                     "expected at most " + std::to_string(limit) + " bytes");
  };
  if (expected_ > limit) return too_large();
  std::string bytes;
  std::size_t size = 0;
  // A byte more than expected shows the end without growing.
  std::size_t room = std::max<std::size_t>(expected_ + 1, std::size_t{1} << 16);
  for (;; room = std::max<std::size_t>(size / 2, std::size_t{1} << 16)) {
    if (bytes.size() < size + 1) bytes.resize(size + room);
    const Result<std::size_t> n = Read(std::span(bytes).subspan(size));
    if (!n) return n.error();
    size += *n;
    if (size > limit) return too_large();
    if (*n == 0) break;
  }
  bytes.resize(size);
  return bytes;
}

std::string_view FileName(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == path.npos ? path : path.substr(slash + 1);
}

std::string Extension(std::string_view path) {
  const std::string_view name = FileName(path);
  const std::size_t dot = name.find_last_of('.');
  if (dot == name.npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

}  // namespace gainsay::internal
