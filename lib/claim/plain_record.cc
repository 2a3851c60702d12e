#include "claim/plain_record.h"

#include <array>
#include <bit>
#include <limits>

#include "base/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostKeys = 24;  // of a record and its objects together
constexpr int kMostDigits = 15;        // exact in a double, whatever the point

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

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
  Scanner(const char* at, ClaimRecord& out) : at_(at), begin_(at), out_(out) {}

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
    FindStop();
    if (*at_ != '"') return false;
    text = {begin, static_cast<std::size_t>(at_ - begin)};
    ++at_;
    return true;
  }

  // To the next quote, escape or control byte; notes bytes beyond ASCII.
#if defined(__SSE2__)
  void FindStop() {
    const __m128i quote = _mm_set1_epi8('"'), escape = _mm_set1_epi8('\\'),
                  control = _mm_set1_epi8(0x1F);
    for (;; at_ += 16) {
      const __m128i bytes =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_));
      const __m128i stop =
          _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote),
                                    _mm_cmpeq_epi8(bytes, escape)),
                       _mm_cmpeq_epi8(_mm_max_epu8(bytes, control), control));
      const auto found = static_cast<unsigned>(_mm_movemask_epi8(stop));
      const auto high = static_cast<unsigned>(_mm_movemask_epi8(bytes));
      if (found == 0) {
        wide_ |= high != 0;
        continue;
      }
      const int n = std::countr_zero(found);
      wide_ |= (high & ((1U << n) - 1)) != 0;
      at_ += n;
      return;
    }
  }
#else
  void FindStop() {
    for (;; ++at_) {
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte == '"' || byte == '\\' || byte < 0x20) return;
      wide_ |= byte >= 0x80;
    }
  }
#endif

  bool Number(double& number, std::string_view& literal) {
    const char* const begin = at_;
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    if (!IsDigit(*at_) || (*at_ == '0' && IsDigit(at_[1]))) return false;
    std::int64_t digits = 0;
    int count = 0, places = 0;
    for (; IsDigit(*at_) && count <= kMostDigits; ++at_, ++count)
      digits = digits * 10 + (*at_ - '0');
    if (*at_ == '.') {
      ++at_;
      if (!IsDigit(*at_)) return false;
      for (; IsDigit(*at_) && count <= kMostDigits; ++at_, ++count, ++places)
        digits = digits * 10 + (*at_ - '0');
    }
    if (count > kMostDigits || *at_ == 'e' || *at_ == 'E') return false;
    number =
        static_cast<double>(digits) / kPowers[static_cast<std::size_t>(places)];
    if (negative) number = -number;
    literal = {begin, static_cast<std::size_t>(at_ - begin)};
    return true;
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
      if (kind == Kind::kText) out_.*(row.field) = text;
      return kind == Kind::kText || kind == Kind::kNull;
    }
    return true;  // an extra: any scalar
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
    if (kind == Kind::kNumber) out_.confidence = number;
    return kind == Kind::kNull ||
           (kind == Kind::kNumber && number > 0 && number <= 1);
  }

  bool Subject() {
    Blanks();
    if (*at_ == '"') return String(out_.subject);
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
        return true;
      case Kind::kNumber:
        out_.number = number;
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
      if (!Take(i == 0 ? ',' : ']')) return false;
    }
    if (ends[1] < ends[0] ||
        ends[1] > std::numeric_limits<std::uint32_t>::max())
      return false;
    out_.span = ByteSpan{static_cast<std::uint32_t>(ends[0]),
                         static_cast<std::uint32_t>(ends[1])};
    return true;
  }

  static constexpr std::array<double, kMostDigits + 1> kPowers = {
      1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

  const char* at_;
  const char* const begin_;
  ClaimRecord& out_;
  std::array<std::string_view, kMostKeys> keys_;
  std::size_t key_count_ = 0;
  bool wide_ = false, has_object_ = false;
};

}  // namespace

bool ScanPlainRecord(const char* begin, ClaimRecord& out, const char*& end) {
  return Scanner(begin, out).Run(end);
}

}  // namespace gainsay::internal
