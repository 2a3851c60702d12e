#include "schema/json_values.h"

#include <algorithm>
#include <cmath>

#include "calendar/cuts.h"
#include "calendar/duration.h"
#include "io/json.h"

namespace gainsay::internal {

void JsonValues::Fail(std::string_view where, std::string_view key,
                      std::string what) {
  if (error_) return;
  std::string field = where.empty()
                          ? std::string(key)
                          : std::string(where) + "." + std::string(key);
  error_ = Error{ErrorCode::kBadRecord, std::move(what), std::string(file_), 0,
                 std::move(field)};
}

void JsonValues::Expected(std::string_view where, std::string_view key,
                          std::string_view expected, const Value& got) {
  if (!error_)
    Fail(where, key,
         "expected " + std::string(expected) + ", got " + Describe(got));
}

std::string JsonValues::Text(const Value& value, std::string_view where,
                             std::string_view key) {
  if (const boost::json::string* text = value.if_string();
      text != nullptr && !text->empty()) {
    return std::string(JsonView(*text));
  }
  Expected(where, key, "a non-empty string", value);
  return {};
}

bool JsonValues::Bool(const Value& value, std::string_view where,
                      std::string_view key) {
  if (const bool* truth = value.if_bool()) return *truth;
  Expected(where, key, "true or false", value);
  return false;
}

double JsonValues::Number(const Value& value, std::string_view where,
                          std::string_view key) {
  boost::json::error_code failed;
  const double number = value.is_number() ? value.to_number<double>(failed) : 0;
  if (value.is_number() && !failed && std::isfinite(number)) return number;
  Expected(where, key, "a number", value);
  return 0;
}

std::vector<std::string> JsonValues::Texts(const Value& value,
                                           std::string_view where,
                                           std::string_view key) {
  std::vector<std::string> out;
  const boost::json::array* const list = value.if_array();
  if (list == nullptr) {
    Expected(where, key, "a list of strings", value);
    return out;
  }
  for (const Value& item : *list) out.push_back(Text(item, where, key));
  return out;
}

Day JsonValues::Days(const Value& value, bool most, std::string_view where,
                     std::string_view key) {
  constexpr double kMostDays = 2e7;
  if (const boost::json::string* text = value.if_string()) {
    if (const Result<Count> count = ParseDuration(JsonView(*text))) {
      Count exact = *count;
      exact.modifier = most ? Modifier::kAtMost : Modifier::kAtLeast;
      const DayInterval days = CountDays(exact, Cut::kHull, true);
      return most ? days.hi : days.lo;
    }
    Expected(where, key, "days or an ISO 8601 duration", value);
    return 0;
  }
  const double days = Number(value, where, key);
  if (std::abs(days) > kMostDays)
    Expected(where, key, "at most 20000000 days", value);
  return error_ ? 0 : static_cast<Day>(days);
}

const JsonValues::Object* JsonValues::ObjectOf(const Value& value,
                                               std::string_view where,
                                               std::string_view key) {
  if (const Object* object = value.if_object()) return object;
  Expected(where, key, "an object", value);
  return nullptr;
}

void JsonValues::OnlyKeys(const Object& object, std::string_view where,
                          std::initializer_list<std::string_view> known) {
  for (const auto& member : object) {
    const std::string_view key = JsonView(member.key());
    if (std::ranges::find(known, key) == known.end())
      Fail(where, key, "no such key here; see docs/schema.md");
  }
}

const JsonValues::Value* JsonValues::Need(const Object& object,
                                          std::string_view where,
                                          std::string_view key) {
  const Value* const value = object.if_contains({key.data(), key.size()});
  if (value == nullptr) Fail(where, key, "expected a value, got nothing");
  return value;
}

std::string JsonValues::NeedText(const Object& object, std::string_view where,
                                 std::string_view key) {
  const Value* const value = Need(object, where, key);
  return value == nullptr ? std::string() : Text(*value, where, key);
}

std::string JsonValues::TextOf(const Object& object, std::string_view where,
                               std::string_view key) {
  const Value* const value = object.if_contains({key.data(), key.size()});
  return value == nullptr ? std::string() : Text(*value, where, key);
}

}  // namespace gainsay::internal
