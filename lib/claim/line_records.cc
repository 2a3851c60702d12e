#include "claim/line_records.h"

#include <algorithm>
#include <boost/json.hpp>
#include <limits>

#include "base/number.h"
#include "io/input.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

std::string_view View(const json::string& text) {
  return {text.data(), text.size()};
}
std::string_view View(json::string_view text) {
  return {text.data(), text.size()};
}

// The fields of one JSON record. Wrong types are told once.
class JsonRecordReader {
 public:
  JsonRecordReader(const json::object& object, const RecordPlace& place)
      : object_(object), place_(place) {}

  // One pass over the members: a record has few of the fields there are.
  Result<ClaimRecord> Read() {
    bool has_object = false;
    for (const auto& member : object_) {
      const std::string_view key = View(member.key());
      const json::value& value = member.value();
      if (value.is_null()) continue;
      if (key == "subject") {
        ReadSubject(value);
      } else if (key == "object") {
        has_object = true;
        ReadObject(value);
      } else if (key == "span") {
        ReadSpan(value);
      } else if (key == "confidence") {
        out_.confidence = Number(value, key);
      } else if (const auto* field = std::ranges::find(kRecordTextFields, key,
                                                       &RecordTextField::key);
                 field != std::end(kRecordTextFields)) {
        if (const json::string* text = value.if_string()) {
          out_.*(field->field) = View(*text);
        } else {
          Fail(key, "a string", value);
        }
      }
    }
    if (!has_object)
      Fail("object", "an object with a type and a value", json::value());
    if (out_.country_id.empty()) ReadCountryId(object_);
    if (error_) return *error_;
    return std::move(out_);
  }

 private:
  static const json::value* Find(const json::object& object,
                                 std::string_view key) {
    const json::value* const value =
        object.if_contains({key.data(), key.size()});
    return value == nullptr || value->is_null() ? nullptr : value;
  }
  void Fail(std::string_view field, std::string_view expected,
            const json::value& got) {
    if (error_) return;
    error_ =
        Error{ErrorCode::kBadRecord,
              "expected " + std::string(expected) + ", got " + Describe(got),
              std::string(place_.file), place_.line, std::string(field)};
  }
  std::string_view Text(const json::object& object, std::string_view key,
                        std::string_view field) {
    const json::value* const value = Find(object, key);
    if (value == nullptr) return {};
    if (const json::string* text = value->if_string()) return View(*text);
    Fail(field, "a string", *value);
    return {};
  }
  std::optional<double> Number(const json::value& value,
                               std::string_view field) {
    json::error_code failed;
    const double number =
        value.is_number() ? value.to_number<double>(failed) : 0;
    if (value.is_number() && !failed) return number;
    Fail(field, "a number", value);
    return std::nullopt;
  }
  std::string_view Keep(std::string text) {
    scratch_ = std::move(text);
    return scratch_;
  }

  void ReadSubject(const json::value& subject) {
    if (const json::string* name = subject.if_string()) {
      out_.subject = View(*name);
      return;
    }
    const json::object* const fields = subject.if_object();
    if (fields == nullptr)
      return Fail("subject", "a string or an object", subject);
    out_.subject = Text(*fields, "name", "subject.name");
    out_.subject_id = Text(*fields, "id", "subject.id");
    out_.subject_type = Text(*fields, "type", "subject.type");
    const json::value* const aliases = Find(*fields, "aliases");
    if (aliases == nullptr) return;
    const json::array* const list = aliases->if_array();
    if (list == nullptr)
      return Fail("subject.aliases", "a list of strings", *aliases);
    for (const json::value& alias : *list) {
      if (const json::string* name = alias.if_string()) {
        out_.aliases.push_back(View(*name));
      } else {
        Fail("subject.aliases", "a list of strings", alias);
      }
    }
  }

  void ReadObject(const json::value& object) {
    const json::object* const fields = object.if_object();
    if (fields == nullptr) return ReadValue(object);
    out_.type = Text(*fields, "type", "object.type");
    out_.unit = Text(*fields, "unit", "object.unit");
    out_.mod = Text(*fields, "mod", "object.mod");
    out_.precision = Text(*fields, "precision", "object.precision");
    out_.object_id = Text(*fields, "id", "object.id");
    out_.body = Text(*fields, "body", "object.body");
    out_.country = Text(*fields, "country", "object.country");
    if (const json::value* value = Find(*fields, "value")) ReadValue(*value);
    for (const char* key : {"office", "name", "raw"}) {
      if (out_.value.empty() && !out_.number && !out_.truth)
        out_.value = Text(*fields, key, std::string("object.") + key);
    }
    ReadCountryId(*fields);
  }
  void ReadValue(const json::value& value) {
    if (const json::string* text = value.if_string()) {
      out_.value = View(*text);
    } else if (const bool* truth = value.if_bool()) {
      out_.truth = *truth;
      out_.value = *truth ? "true" : "false";
    } else if (value.is_number()) {
      out_.number = Number(value, "object.value");
      out_.value = Keep(value.is_double() ? ExactNumber(value.get_double())
                                          : json::serialize(value));
    } else {
      Fail("object.value", "a string, a number, true or false", value);
    }
  }
  // "country_SCHEME": an identifier of the country of an office, "cow:20".
  void ReadCountryId(const json::object& fields) {
    constexpr std::string_view kPrefix = "country_";
    for (const auto& member : fields) {
      const std::string_view key(member.key().data(), member.key().size());
      if (!key.starts_with(kPrefix) || key.size() == kPrefix.size() ||
          member.value().is_null())
        continue;
      const json::string* const text = member.value().if_string();
      const std::string id = text != nullptr ? std::string(View(*text))
                                             : json::serialize(member.value());
      country_id_ = std::string(key.substr(kPrefix.size())) + ":" + id;
      out_.country_id = country_id_;
      return;
    }
  }
  void ReadSpan(const json::value& span) {
    const json::array* const ends = span.if_array();
    const bool two = ends != nullptr && ends->size() == 2 &&
                     (*ends)[0].is_int64() && (*ends)[1].is_int64();
    const std::int64_t begin = two ? (*ends)[0].get_int64() : -1,
                       end = two ? (*ends)[1].get_int64() : -1;
    if (begin < 0 || end < begin ||
        end > std::numeric_limits<std::uint32_t>::max()) {
      return Fail("span", "[begin, end) in bytes", span);
    }
    out_.span = ByteSpan{static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end)};
  }

  const json::object& object_;
  const RecordPlace& place_;
  ClaimRecord out_;
  std::string scratch_, country_id_;
  std::optional<Error> error_;
};

}  // namespace

bool LineRecords::Add(std::string_view line, const RecordPlace& place) {
  const char* end = nullptr;
  const ClaimRecord* const plain = plain_.Scan(line.data(), end);
  // A byte below 0x20 within the line is no end of it.
  if (plain != nullptr && end >= line.data() + line.size())
    return builder_.Add(*plain, place);
  const auto object = parser_.ParseObject(line, place.file, place.line);
  if (!object) {
    errors_.push_back(object.error());
    return false;
  }
  JsonRecordReader fields(**object, place);
  const Result<ClaimRecord> claim = fields.Read();
  if (!claim) {
    errors_.push_back(claim.error());
    return false;
  }
  return builder_.Add(*claim, place);
}

bool IsBlankRecord(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

Error NoRecords(const std::string& file) {
  return {ErrorCode::kBadRecord,
          "expected claims in JSON Lines, got an empty file",
          file,
          0,
          {}};
}

}  // namespace gainsay::internal
