#include "io/json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "base/utf8.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

// The keys of the objects that are open, innermost last. Small objects are
// scanned; large ones get a hash set, so that a million keys stay linear.
class OpenKeys {
 public:
  void Begin() { frames_.push_back({keys_.size(), bytes_.size(), {}}); }
  void End() {
    keys_.resize(frames_.back().first_key);
    bytes_.resize(frames_.back().first_byte);
    frames_.pop_back();
  }
  void Append(std::string_view part) { bytes_ += part; }
  // Ends the key that was appended; false if its object has it already.
  bool Finish() {
    Frame& frame = frames_.back();
    const std::size_t begin = keys_.size() == frame.first_key
                                  ? frame.first_byte
                                  : keys_.back().second;
    const std::string_view key = std::string_view(bytes_).substr(begin);
    const bool is_new = keys_.size() - frame.first_key < kScanned
                            ? Scan(frame, key)
                            : Probe(frame, key);
    keys_.emplace_back(begin, bytes_.size());
    return is_new;
  }
  std::string_view last() const {
    const auto [begin, end] = keys_.back();
    return std::string_view(bytes_).substr(begin, end - begin);
  }
  void Clear() { keys_.clear(), bytes_.clear(), frames_.clear(); }

 private:
  static constexpr std::size_t kScanned = 24;
  struct Frame {
    std::size_t first_key, first_byte;
    std::unique_ptr<absl::flat_hash_set<std::string>> set;
  };

  std::string_view View(std::size_t i) const {
    const auto [begin, end] = keys_[i];
    return std::string_view(bytes_).substr(begin, end - begin);
  }
  bool Scan(const Frame& frame, std::string_view key) const {
    for (std::size_t i = frame.first_key; i < keys_.size(); ++i) {
      if (View(i) == key) return false;
    }
    return true;
  }
  bool Probe(Frame& frame, std::string_view key) const {
    if (!frame.set) {
      frame.set = std::make_unique<absl::flat_hash_set<std::string>>();
      for (std::size_t i = frame.first_key; i < keys_.size(); ++i) {
        frame.set->emplace(View(i));
      }
    }
    return frame.set->emplace(key).second;
  }

  std::string bytes_;
  std::vector<std::pair<std::size_t, std::size_t>> keys_;
  std::vector<Frame> frames_;
};

// Builds the value while it watches the keys; the events of json::basic_parser.
struct Builder {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  using Ec = json::error_code;
  using View = json::string_view;

  json::value_stack stack;
  OpenKeys keys;
  bool duplicate = false;

  bool on_document_begin(Ec&) { return true; }
  bool on_document_end(Ec&) { return true; }
  bool on_object_begin(Ec&) { return keys.Begin(), true; }
  bool on_object_end(std::size_t n, Ec&) {
    keys.End();
    stack.push_object(n);
    return true;
  }
  bool on_array_begin(Ec&) { return true; }
  bool on_array_end(std::size_t n, Ec&) { return stack.push_array(n), true; }
  bool on_key_part(View part, std::size_t, Ec&) {
    keys.Append(part);
    stack.push_chars(part);
    return true;
  }
  bool on_key(View part, std::size_t, Ec& ec) {
    keys.Append(part);
    stack.push_key(part);
    if (keys.Finish()) return true;
    duplicate = true;
    ec = json::make_error_code(json::error::syntax);
    return false;
  }
  bool on_string_part(View part, std::size_t, Ec&) {
    return stack.push_chars(part), true;
  }
  bool on_string(View part, std::size_t, Ec&) {
    return stack.push_string(part), true;
  }
  bool on_number_part(View, Ec&) { return true; }
  bool on_int64(std::int64_t i, View, Ec&) { return stack.push_int64(i), true; }
  bool on_uint64(std::uint64_t u, View, Ec&) {
    return stack.push_uint64(u), true;
  }
  bool on_double(double d, View, Ec&) { return stack.push_double(d), true; }
  bool on_bool(bool b, Ec&) { return stack.push_bool(b), true; }
  bool on_null(Ec&) { return stack.push_null(), true; }
  bool on_comment_part(View, Ec&) { return true; }
  bool on_comment(View, Ec&) { return true; }
};

json::parse_options ParseOptions(const JsonLimits& limits) {
  json::parse_options options;
  options.max_depth = limits.max_depth;
  return options;
}

Error At(ErrorCode code, std::string_view file, std::uint64_t line,
         std::string what) {
  return {.code = code,
          .what = std::move(what),
          .file = std::string(file),
          .line = line};
}

}  // namespace

struct JsonParser::Rep {
  explicit Rep(JsonLimits l) : limits(l), parser(ParseOptions(l)) {}

  Error Failure(json::error_code failed, std::size_t at, std::string_view file,
                std::uint64_t line);

  JsonLimits limits;
  std::vector<unsigned char> buffer = std::vector<unsigned char>(1 << 16);
  json::monotonic_resource memory{buffer.data(), buffer.size()};
  json::basic_parser<Builder> parser;
  json::value value;
};

Error JsonParser::Rep::Failure(json::error_code failed, std::size_t at,
                               std::string_view file, std::uint64_t line) {
  Builder& builder = parser.handler();
  if (builder.duplicate) {
    Error error = At(ErrorCode::kDuplicate, file, line,
                     "expected each key once in an object, got it twice");
    error.field = std::string(builder.keys.last());
    return error;
  }
  const std::string place = " at byte " + std::to_string(at + 1);
  if (failed == json::error::too_deep) {
    return At(ErrorCode::kTooLarge, file, line,
              "expected JSON nested at most " +
                  std::to_string(limits.max_depth) + " deep, got more" + place);
  }
  if (failed == json::error::incomplete) {
    return At(ErrorCode::kSyntax, file, line,
              "expected JSON, got a text that ends too early");
  }
  return At(ErrorCode::kSyntax, file, line,
            "expected JSON, got an error" + place + ": " + failed.message());
}

JsonParser::JsonParser(JsonLimits limits)
    : rep_(std::make_unique<Rep>(limits)) {}
JsonParser::~JsonParser() = default;
JsonParser::JsonParser(JsonParser&&) noexcept = default;
JsonParser& JsonParser::operator=(JsonParser&&) noexcept = default;

Result<const json::value*> JsonParser::Parse(std::string_view text,
                                             std::string_view file,
                                             std::uint64_t line) {
  if (const auto bad = FirstInvalidUtf8(text); bad != text.npos) {
    return At(ErrorCode::kInvalidUtf8, file, line,
              "expected UTF-8, got an invalid byte at byte " +
                  std::to_string(bad + 1));
  }
  Builder& builder = rep_->parser.handler();
  rep_->value = json::value();  // before the memory it may live in
  builder.stack.reset();
  rep_->memory.release();
  builder.stack.reset(&rep_->memory);
  builder.keys.Clear();
  builder.duplicate = false;
  rep_->parser.reset();
  json::error_code failed;
  const std::size_t used =
      rep_->parser.write_some(false, text.data(), text.size(), failed);
  if (!failed && used < text.size()) {
    failed = json::make_error_code(json::error::extra_data);
  }
  if (failed) return rep_->Failure(failed, used, file, line);
  rep_->value = builder.stack.release();
  return &std::as_const(rep_->value);
}

Result<const json::object*> JsonParser::ParseObject(std::string_view text,
                                                    std::string_view file,
                                                    std::uint64_t line) {
  const Result<const json::value*> value = Parse(text, file, line);
  if (!value) return value.error();
  if (const json::object* object = (*value)->if_object()) return object;
  return At(ErrorCode::kBadRecord, file, line,
            "expected a JSON object, got " + Describe(**value));
}

const json::value* JsonFields::Find(std::string_view key) const {
  const json::value* const value = object_.if_contains(key);
  return value && !value->is_null() ? value : nullptr;
}

Error JsonFields::Bad(ErrorCode code, std::string_view key,
                      std::string what) const {
  Error error = At(code, file_, line_, std::move(what));
  error.field = std::string(prefix_) + std::string(key);
  return error;
}

Error JsonFields::Expected(std::string_view key,
                           std::string_view expected) const {
  const json::value* const value = object_.if_contains(key);
  return Bad(ErrorCode::kBadRecord, key,
             "expected " + std::string(expected) + ", got " +
                 (value ? Describe(*value) : "nothing"));
}

Result<std::string_view> JsonFields::String(std::string_view key) const {
  const json::value* const value = Find(key);
  const json::string* const text = value ? value->if_string() : nullptr;
  if (!text || text->empty()) return Expected(key, "a non-empty string");
  return std::string_view(text->data(), text->size());
}

Result<std::string_view> JsonFields::OptionalString(
    std::string_view key) const {
  const json::value* const value = Find(key);
  if (!value) return std::string_view();
  const json::string* const text = value->if_string();
  if (!text) return Expected(key, "a string");
  return std::string_view(text->data(), text->size());
}

Result<std::optional<double>> JsonFields::OptionalNumber(
    std::string_view key) const {
  const json::value* const value = Find(key);
  if (!value) return std::optional<double>();
  if (!value->is_number()) return Expected(key, "a number");
  return std::optional(value->to_number<double>());
}

Result<const json::object*> JsonFields::Object(std::string_view key) const {
  const json::value* const value = Find(key);
  const json::object* const object = value ? value->if_object() : nullptr;
  if (!object) return Expected(key, "an object");
  return object;
}

std::string Describe(const json::value& value) {
  constexpr std::size_t kShown = 40;
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
      return json::serialize(value);
    case json::kind::string: {
      std::string_view text(value.get_string().data(),
                            value.get_string().size());
      if (text.size() <= kShown) return json::serialize(text);
      std::size_t end = kShown;
      while (end > 0 &&
             (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
      }
      return json::serialize(std::string(text.substr(0, end)) + "...");
    }
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
  }
  return {};
}

}  // namespace gainsay::internal
