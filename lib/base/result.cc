#include "gainsay/result.h"

#include <cstdlib>

namespace gainsay::inline v0 {

const char* Name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::kInvalidArgument:
      return "invalid-argument";
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kInvalidUtf8:
      return "invalid-utf8";
    case ErrorCode::kSyntax:
      return "syntax";
    case ErrorCode::kBadRecord:
      return "bad-record";
    case ErrorCode::kOutOfRange:
      return "out-of-range";
    case ErrorCode::kTooLarge:
      return "too-large";
    case ErrorCode::kDuplicate:
      return "duplicate";
    case ErrorCode::kCancelled:
      return "cancelled";
  }
  std::abort();  // a value outside the enum
}

std::string Error::message() const {
  std::string text;
  if (!file.empty()) {
    text += file;
    if (line != 0) text += ":" + std::to_string(line);
    text += ": ";
  }
  if (!field.empty()) text += "\"" + field + "\": ";
  return text + what;
}

BadResultAccess::BadResultAccess(Error error)
    : error_(std::move(error)), message_(error_.message()) {}
BadResultAccess::~BadResultAccess() = default;

void ThrowBadResultAccess(Error error) {
  throw BadResultAccess(std::move(error));
}

}  // namespace gainsay::inline v0
