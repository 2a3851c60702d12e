// Reads the values of a schema file and words what is wrong with them: the
// first thing wrong ends the reading.
#ifndef GAINSAY_LIB_SCHEMA_JSON_VALUES_H_
#define GAINSAY_LIB_SCHEMA_JSON_VALUES_H_

#include <boost/json.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/result.h"

namespace gainsay::internal {

// `where` is the path of the object that a key stands in: "predicates.depth".
// After an error the readers give empty values; see error().
class JsonValues {
 public:
  using Value = boost::json::value;
  using Object = boost::json::object;

  explicit JsonValues(std::string_view file) : file_(file) {}

  const std::optional<Error>& error() const { return error_; }
  void Fail(std::string_view where, std::string_view key, std::string what);
  void Expected(std::string_view where, std::string_view key,
                std::string_view expected, const Value& got);

  std::string Text(const Value& value, std::string_view where,
                   std::string_view key);
  bool Bool(const Value& value, std::string_view where, std::string_view key);
  double Number(const Value& value, std::string_view where,
                std::string_view key);
  std::vector<std::string> Texts(const Value& value, std::string_view where,
                                 std::string_view key);
  // Days as a number, or as an ISO 8601 duration: its least or most days.
  Day Days(const Value& value, bool most, std::string_view where,
           std::string_view key);
  const Object* ObjectOf(const Value& value, std::string_view where,
                         std::string_view key);

  void OnlyKeys(const Object& object, std::string_view where,
                std::initializer_list<std::string_view> known);
  const Value* Need(const Object& object, std::string_view where,
                    std::string_view key);
  std::string NeedText(const Object& object, std::string_view where,
                       std::string_view key);
  // Empty if the key is absent.
  std::string TextOf(const Object& object, std::string_view where,
                     std::string_view key);

  // Calls `read(object, where)` with each object of a list.
  template <typename Read>
  void ForEach(const Value& value, std::string_view section, Read read) {
    const boost::json::array* const list = value.if_array();
    if (list == nullptr)
      return Expected("", section, "a list of objects", value);
    std::size_t i = 0;
    for (const Value& item : *list) {
      const std::string where =
          std::string(section) + "[" + std::to_string(i++) + "]";
      if (const Object* object = ObjectOf(item, "", where))
        read(*object, where);
      if (error_) return;
    }
  }

 private:
  std::string_view file_;
  std::optional<Error> error_;
};

inline std::string_view JsonView(boost::json::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_SCHEMA_JSON_VALUES_H_
