// JSON objects read strictly: duplicate keys, deep nesting, lone surrogates and
// bytes that are not UTF-8 are errors that say where. The parser is
// Boost.JSON's.
#ifndef GAINSAY_LIB_IO_JSON_H_
#define GAINSAY_LIB_IO_JSON_H_

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gainsay/result.h"

namespace gainsay::internal {

struct JsonLimits {
  std::size_t max_depth = 32;  // of arrays and objects within each other
};

// Parses one JSON text after another into the same memory. Keep one for a file.
class JsonParser {
 public:
  explicit JsonParser(JsonLimits limits = {});
  ~JsonParser();
  JsonParser(JsonParser&&) noexcept;
  JsonParser& operator=(JsonParser&&) noexcept;

  // The object that `text` holds, and nothing else but white space; valid until
  // the next call. Linear in the length. Errors name `file` and `line`:
  // kInvalidUtf8, kSyntax, kTooLarge (depth), kBadRecord (no object),
  // kDuplicate (a key).
  Result<const boost::json::object*> ParseObject(std::string_view text,
                                                 std::string_view file,
                                                 std::uint64_t line);
  // Likewise any JSON value.
  Result<const boost::json::value*> Parse(std::string_view text,
                                          std::string_view file,
                                          std::uint64_t line);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// Reads the fields of one record and words what is wrong with them. `prefix`
// names the object where it is not the record itself: "object." gives
// "object.value".
class JsonFields {
 public:
  JsonFields(const boost::json::object& object, std::string_view file,
             std::uint64_t line, std::string_view prefix = {})
      : object_(object), file_(file), prefix_(prefix), line_(line) {}

  // A string that must be there; non-empty unless said otherwise.
  Result<std::string_view> String(std::string_view key) const;
  // Empty if the key is absent or null.
  Result<std::string_view> OptionalString(std::string_view key) const;
  Result<std::optional<double>> OptionalNumber(std::string_view key) const;
  Result<const boost::json::object*> Object(std::string_view key) const;
  // Null if the key is absent or null.
  const boost::json::value* Find(std::string_view key) const;

  // "FILE:LINE: "KEY": expected EXPECTED, got ...", where ... is the value
  // itself.
  Error Expected(std::string_view key, std::string_view expected) const;
  // An error of this record with words of one's own.
  Error Bad(ErrorCode code, std::string_view key, std::string what) const;

 private:
  const boost::json::object& object_;
  std::string_view file_, prefix_;
  std::uint64_t line_;
};

// A value as messages cite it: "a number", or a string in quotes, cut at 40
// bytes.
std::string Describe(const boost::json::value& value);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_JSON_H_
