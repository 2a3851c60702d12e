#include "claim/plain_record.h"

#include <array>
#include <limits>

#include "base/utf8.h"
#include "claim/plain_scan.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostKeys = 24;  // of a record and its objects together

// Members of its subject and object; other keys are skipped.
constexpr RecordTextField kSubjectKeys[] = {
    {"id", &ClaimRecord::subject_id},
    {"name", &ClaimRecord::subject},
    {"type", &ClaimRecord::subject_type},
};
constexpr RecordTextField kObjectKeys[] = {
    {"type", &ClaimRecord::type},    {"value", &ClaimRecord::value},
    {"unit", &ClaimRecord::unit},    {"precision", &ClaimRecord::precision},
    {"id", &ClaimRecord::object_id},
};

class Scanner {
 public:
  Scanner(const char* at, ClaimRecord& out, PlainTrace* trace)
      : at_(at), begin_(at), out_(out), trace_(trace) {}

  bool Run(const char*& end) {
    Blanks();
    if (!Object([this](std::string_view key) { return Member(key); }))
      return false;
    while (*at_ == ' ' || *at_ == '\t' || *at_ == '\r') ++at_;
    if (static_cast<unsigned char>(*at_) >= 0x20) return false;
    end = at_;
    return has_object_ &&
           (!wide_ || IsUtf8({begin_, static_cast<std::size_t>(at_ - begin_)}));
  }

 private:
  void Blanks() {
    while (*at_ == ' ' || *at_ == '\t') ++at_;
  }
  bool Take(char c) {
    Blanks();
    if (*at_ != c) return false;
    ++at_;
    return true;
  }

  // The bytes between two quotes.
  bool String(std::string_view& text) {
    if (!Take('"')) return false;
    const char* const begin = at_;
    at_ = FindStop(at_, wide_);
    if (*at_ != '"') return false;
    text = {begin, static_cast<std::size_t>(at_ - begin)};
    ++at_;
    return true;
  }

  bool Number(double& number, std::string_view& literal) {
    const char* const begin = at_;
    if (!ScanNumber(at_, number)) return false;
    literal = {begin, static_cast<std::size_t>(at_ - begin)};
    return true;
  }

  void Note(std::string_view bytes, PlainPart::Kind kind,
            std::string_view ClaimRecord::*text = nullptr) {
    if (trace_ != nullptr) trace_->parts[trace_->count++] = {bytes, kind, text};
  }

  bool Word(std::string_view word) {
    for (const char c : word)
      if (*at_++ != c) return false;
    return true;
  }

  // A string, a number, true, false or null.
  enum class Kind : std::uint8_t { kBad, kText, kNumber, kTrue, kFalse, kNull };
  Kind Scalar(std::string_view& text, double& number) {
    Blanks();
    switch (*at_) {
      case '"':
        return String(text) ? Kind::kText : Kind::kBad;
      case 't':
        return Word("true") ? Kind::kTrue : Kind::kBad;
      case 'f':
        return Word("false") ? Kind::kFalse : Kind::kBad;
      case 'n':
        return Word("null") ? Kind::kNull : Kind::kBad;
      default:
        return Number(number, text) ? Kind::kNumber : Kind::kBad;
    }
  }

  // Members of an object, none of them twice.
  template <typename Take1>
  bool Object(Take1 member) {
    if (!Take('{')) return false;
    if (Take('}')) return true;
    const std::size_t first = key_count_;
    do {
      std::string_view key;
      if (!String(key) || !Take(':') || key_count_ == kMostKeys) return false;
      for (std::size_t i = first; i < key_count_; ++i)
        if (keys_[i] == key) return false;
      keys_[key_count_++] = key;
      if (!member(key)) return false;
    } while (Take(','));
    key_count_ = first;
    return Take('}');
  }

  template <std::size_t kSize>
  bool Text(const RecordTextField (&keys)[kSize], std::string_view key) {
    std::string_view text;
    double number = 0;
    const Kind kind = Scalar(text, number);
    if (kind == Kind::kBad) return false;
    for (const RecordTextField& row : keys) {
      if (row.key != key) continue;
      if (kind == Kind::kNull) return true;
      out_.*(row.field) = text;
      Note(text, PlainPart::kText, row.field);
      return kind == Kind::kText;
    }
    // An extra: any scalar.
    if (kind == Kind::kText) Note(text, PlainPart::kText);
    if (kind == Kind::kNumber) Note(text, PlainPart::kNumber);
    return true;
  }

  bool Member(std::string_view key) {
    if (key == "subject") return Subject();
    if (key == "object") return Value();
    if (key == "span") return Span();
    if (key.starts_with("country")) return false;
    if (key == "confidence") return Confidence();
    return Text(kRecordTextFields, key);
  }

  bool Confidence() {
    std::string_view text;
    double number = 0;
    const Kind kind = Scalar(text, number);
    if (kind == Kind::kNumber) {
      out_.confidence = number;
      Note(text, PlainPart::kConfidence);
    }
    return kind == Kind::kNull ||
           (kind == Kind::kNumber && number > 0 && number <= 1);
  }

  bool Subject() {
    Blanks();
    if (*at_ == '"') {
      const bool read = String(out_.subject);
      Note(out_.subject, PlainPart::kText, &ClaimRecord::subject);
      return read;
    }
    return Object([this](std::string_view key) {
      return key != "aliases" && Text(kSubjectKeys, key);
    });
  }

  bool Value() {
    has_object_ = true;
    Blanks();
    if (*at_ != '{') return ScalarValue();
    return Object([this](std::string_view key) {
      if (key == "value") return ScalarValue();
      // What names an office, or hedges.
      if (key == "mod" || key == "body" || key == "office" || key == "name" ||
          key == "raw" || key.starts_with("country"))
        return false;
      return Text(kObjectKeys, key);
    });
  }
  bool ScalarValue() {
    double number = 0;
    switch (Scalar(out_.value, number)) {
      case Kind::kText:
        Note(out_.value, PlainPart::kText, &ClaimRecord::value);
        return true;
      case Kind::kNumber:
        out_.number = number;
        Note(out_.value, PlainPart::kValue);
        return true;
      case Kind::kTrue:
        out_.truth = true;
        out_.value = "true";
        return true;
      case Kind::kFalse:
        out_.truth = false;
        out_.value = "false";
        return true;
      case Kind::kNull:
      case Kind::kBad:
        return false;
    }
    return false;
  }

  // [begin, end), both whole.
  bool Span() {
    double ends[2] = {0, 0};
    if (!Take('[')) return false;
    for (int i = 0; i < 2; ++i) {
      std::string_view literal;
      Blanks();
      if (!Number(ends[i], literal) ||
          literal.find_first_of(".-") != std::string_view::npos)
        return false;
      Note(literal, i == 0 ? PlainPart::kSpanBegin : PlainPart::kSpanEnd);
      if (!Take(i == 0 ? ',' : ']')) return false;
    }
    if (ends[1] < ends[0] ||
        ends[1] > std::numeric_limits<std::uint32_t>::max())
      return false;
    out_.span = ByteSpan{static_cast<std::uint32_t>(ends[0]),
                         static_cast<std::uint32_t>(ends[1])};
    return true;
  }

  const char* at_;
  const char* const begin_;
  ClaimRecord& out_;
  PlainTrace* const trace_;
  std::array<std::string_view, kMostKeys> keys_;
  std::size_t key_count_ = 0;
  bool wide_ = false, has_object_ = false;
};

}  // namespace

bool ScanPlainRecord(const char* begin, ClaimRecord& out, const char*& end,
                     PlainTrace* trace) {
  return Scanner(begin, out, trace).Run(end);
}

}  // namespace gainsay::internal
