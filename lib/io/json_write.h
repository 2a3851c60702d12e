// Writing JSON: keys in the order given, no tree in memory, numbers that read
// back equal.
#ifndef GAINSAY_LIB_IO_JSON_WRITE_H_
#define GAINSAY_LIB_IO_JSON_WRITE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace gainsay::internal {

// Appends `text` as a JSON string, quotes included. Invalid UTF-8 becomes
// U+FFFD. Escaped beyond what RFC 8259 asks: DEL, C1 controls, U+2028, U+2029
// and bidi controls, so that printing the file to a terminal or into a script
// cannot do harm.
void AppendJsonString(std::string& out, std::string_view text);

// Appends the shortest number that reads back equal; null for infinities and
// NaN.
void AppendJsonNumber(std::string& out, double x);

// A writer of one JSON text into a string that the caller may drain between
// calls.
//   JsonWriter json(out); json.Open('{').Key("id").String("a").Close('}');
// Pretty: two blanks a level, containers opened by OpenFlat on one line. The
// caller balances Open and Close.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, bool pretty = false)
      : out_(out), pretty_(pretty) {}

  JsonWriter& Open(char bracket);
  JsonWriter& OpenFlat(
      char bracket);  // this container and all in it on one line
  JsonWriter& Close(char bracket);
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view text);
  JsonWriter& Number(double x);
  JsonWriter& Number(std::uint64_t x);
  JsonWriter& Number(std::uint32_t x) {
    return Number(static_cast<std::uint64_t>(x));
  }
  JsonWriter& Bool(bool x);
  // A key with its value; Nonempty leaves both out where there is nothing to
  // say.
  template <typename T>
  JsonWriter& Field(std::string_view key, const T& value);
  JsonWriter& Nonempty(std::string_view key, std::string_view text);

 private:
  void Before();  // the comma, line and blanks before a value or key
  void Line();

  std::string& out_;
  bool pretty_;
  bool first_ = true, after_key_ = false;
  unsigned depth_ = 0,
           flat_ = 0;  // flat_: depth at which one-line writing began, 0: none
};

template <typename T>
JsonWriter& JsonWriter::Field(std::string_view key, const T& value) {
  Key(key);
  if constexpr (std::is_same_v<T, bool>) {
    return Bool(value);
  } else if constexpr (std::is_arithmetic_v<T>) {
    return Number(value);
  } else {
    return String(value);
  }
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_JSON_WRITE_H_
