// Result<T>: a value, or the error that a caller could not have prevented.
//
// A subset of std::expected<T, Error>, so that the alias can replace it once
// C++23 is everywhere. Bad input is an Error; a bug of gainsay is an assert; a
// contradiction between sources is neither, it is a finding of a Report.
//
//   gainsay::Result<gainsay::Date> date = gainsay::Date::Parse("2025-01-14");
//   if (!date) std::cerr << date.error().message() << '\n';
//
// Only value() on an error throws (BadResultAccess); compiled without
// exceptions in the caller, it still can be called. Thread safety: as T.
#ifndef GAINSAY_RESULT_H_
#define GAINSAY_RESULT_H_

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "gainsay/export.h"

namespace gainsay::inline v0 {

enum class ErrorCode : std::uint8_t {
  kInvalidArgument,  // an option or argument out of its range
  kNotFound,         // no such file, or not a file
  kIo,               // the file system said no
  kInvalidUtf8,      // bytes that are not UTF-8
  kSyntax,           // not JSON, CSV, EDTF ... at all
  kBadRecord,        // well formed, but not what was expected
  kOutOfRange,       // a date or number beyond what is supported
  kTooLarge,         // a limit of Options or of the format
  kDuplicate,        // an id that is taken
  kCancelled,        // a stop token or a budget ended the work
};

// The name of a code, as docs/formats.md lists it: "invalid-utf8" and so on.
GAINSAY_EXPORT const char* Name(ErrorCode code) noexcept;

// What went wrong, where, and what was expected instead. The place is given
// by file, 1-based line (0: none) and field, as far as they are known.
struct GAINSAY_EXPORT Error {
  ErrorCode code = ErrorCode::kInvalidArgument;
  std::string what{};  // "expected an ISO 8601 duration, got \"three days\""
  std::string file{};  // as the caller named it
  std::uint64_t line = 0;
  std::string field{};  // a JSON key or CSV column

  // "wire.jsonl:3: \"value\": expected ...": one line, without a newline.
  std::string message() const;

  friend bool operator==(const Error&, const Error&) = default;
};

// Thrown by Result::value() when there is none.
class GAINSAY_EXPORT BadResultAccess : public std::exception {
 public:
  explicit BadResultAccess(Error error);
  ~BadResultAccess() override;
  const char* what() const noexcept override { return message_.c_str(); }
  const Error& error() const noexcept { return error_; }

 private:
  Error error_;
  std::string message_;
};

// Throws BadResultAccess; ends the program where exceptions are off.
[[noreturn]] GAINSAY_EXPORT void ThrowBadResultAccess(Error error);

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  using error_type = Error;

  Result(T value)
      : rep_(std::in_place_index<0>, std::move(value)) {
  }  // NOLINT: as std::expected
  Result(Error error)
      : rep_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool has_value() const noexcept { return rep_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  T& value() & { return Checked(), *std::get_if<0>(&rep_); }
  const T& value() const& { return Checked(), *std::get_if<0>(&rep_); }
  T&& value() && { return Checked(), std::move(*std::get_if<0>(&rep_)); }

  // Undefined without a value, as in std::expected.
  T& operator*() & noexcept { return *std::get_if<0>(&rep_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&rep_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&rep_)); }
  T* operator->() noexcept { return std::get_if<0>(&rep_); }
  const T* operator->() const noexcept { return std::get_if<0>(&rep_); }

  // Undefined with a value.
  Error& error() & noexcept { return *std::get_if<1>(&rep_); }
  const Error& error() const& noexcept { return *std::get_if<1>(&rep_); }
  Error&& error() && noexcept { return std::move(*std::get_if<1>(&rep_)); }

  template <typename U>
  T value_or(U&& other) const& {
    return has_value() ? **this : static_cast<T>(std::forward<U>(other));
  }

 private:
  void Checked() const {
    if (!has_value()) ThrowBadResultAccess(*std::get_if<1>(&rep_));
  }
  std::variant<T, Error> rep_;
};

// Success without a value, or an error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error)
      : rep_(std::in_place_index<1>, std::move(error)) {}  // NOLINT
  bool has_value() const noexcept { return rep_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  void value() const {
    if (!has_value()) ThrowBadResultAccess(*std::get_if<1>(&rep_));
  }
  const Error& error() const noexcept { return *std::get_if<1>(&rep_); }

 private:
  std::variant<std::monostate, Error> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_RESULT_H_
