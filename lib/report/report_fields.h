// Fields of a report's JSON, read leniently: unknown keys are passed over, and
// the first field that is not what is expected sticks as the error.
#ifndef GAINSAY_LIB_REPORT_REPORT_FIELDS_H_
#define GAINSAY_LIB_REPORT_REPORT_FIELDS_H_

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/result.h"

namespace gainsay::internal {

// Reads fields of one object; the first that is not what is expected sticks as
// the error.
class ReportFields {
 public:
  ReportFields(const boost::json::value& value, std::string path,
               std::optional<Error>& error)
      : object_(value.if_object()), path_(std::move(path)), error_(error) {
    if (object_ == nullptr) Fail("", "an object");
  }

  std::string String(std::string_view key, bool required = false) {
    const boost::json::value* value = Find(key, required);
    if (value == nullptr) return {};
    if (const boost::json::string* text = value->if_string())
      return std::string(text->data(), text->size());
    return Fail(key, "a string"), std::string();
  }

  std::optional<double> Number(std::string_view key) {
    const boost::json::value* value = Find(key, false);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) return value->to_number<double>();
    return Fail(key, "a number"), std::nullopt;
  }

  std::uint64_t Count(std::string_view key, std::uint64_t fallback = 0) {
    const boost::json::value* value = Find(key, false);
    if (value == nullptr) return fallback;
    if (const std::int64_t* number = value->if_int64();
        number != nullptr && *number >= 0)
      return static_cast<std::uint64_t>(*number);
    if (const std::uint64_t* number = value->if_uint64()) return *number;
    return Fail(key, "a count"), fallback;
  }

  std::uint32_t Small(std::string_view key, std::uint32_t fallback = 0) {
    const std::uint64_t number = Count(key, fallback);
    if (number <= 0xFFFF'FFFFU) return static_cast<std::uint32_t>(number);
    return Fail(key, "a number below 4294967296"), fallback;
  }

  bool Bool(std::string_view key, bool fallback) {
    const boost::json::value* value = Find(key, false);
    if (value == nullptr) return fallback;
    if (const bool* flag = value->if_bool()) return *flag;
    return Fail(key, "true or false"), fallback;
  }

  std::optional<ByteSpan> Span(std::string_view key) {
    const boost::json::value* value = Find(key, false);
    if (value == nullptr) return std::nullopt;
    const boost::json::array* pair = value->if_array();
    if (pair != nullptr && pair->size() == 2 && (*pair)[0].is_int64() &&
        (*pair)[1].is_int64()) {
      const std::int64_t begin = (*pair)[0].get_int64(),
                         end = (*pair)[1].get_int64();
      if (begin >= 0 && begin <= end && end <= 0xFFFF'FFFFLL)
        return ByteSpan{static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end)};
    }
    return Fail(key, "[begin, end] of bytes"), std::nullopt;
  }

  // Calls `take` with each element and its path.
  template <typename Take>
  void Each(std::string_view key, Take take, bool required = false) {
    const boost::json::value* value = Find(key, required);
    if (value == nullptr) return;
    const boost::json::array* array = value->if_array();
    if (array == nullptr) return Fail(key, "an array");
    for (std::size_t i = 0; i < array->size() && !error_; ++i)
      take((*array)[i],
           path_ + std::string(key) + "[" + std::to_string(i) + "]");
  }

  std::vector<std::string> Strings(std::string_view key) {
    std::vector<std::string> texts;
    Each(key, [&](const boost::json::value& value, const std::string&) {
      if (const boost::json::string* text = value.if_string())
        texts.emplace_back(text->data(), text->size());
      else
        Fail(key, "strings");
    });
    return texts;
  }

  // A nested object, or null.
  const boost::json::value* Find(std::string_view key, bool required) {
    if (object_ == nullptr || error_) return nullptr;
    const boost::json::value* value =
        object_->if_contains(boost::json::string_view(key.data(), key.size()));
    if (value == nullptr && required) Fail(key, "it to be there");
    return value;
  }

  void Fail(std::string_view key, std::string_view expected) {
    if (error_) return;
    std::string field = path_ + std::string(key);
    error_ = Error{ErrorCode::kBadRecord,
                   "expected " + std::string(expected),
                   {},
                   0,
                   std::move(field)};
  }

  const boost::json::object* object() const { return object_; }

 private:
  const boost::json::object* object_;
  std::string path_;
  std::optional<Error>& error_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_REPORT_FIELDS_H_
