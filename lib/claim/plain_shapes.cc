#include "claim/plain_shapes.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/utf8.h"
#include "claim/plain_scan.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLiteral = 32;  // bytes compared at once
static_assert(kLiteral <= kPlainPadding);

}  // namespace

// Bytes that must stand there, then a value.
struct PlainShapes::Step {
  enum Then : std::uint8_t { kPart, kNothing, kEnd };
  alignas(16) std::array<char, kLiteral> literal{};
  std::uint8_t size = 0;
  Then then = kPart;
  PlainPart::Kind kind = PlainPart::kText;
  std::string_view ClaimRecord::*text = nullptr;

  bool operator==(const Step&) const = default;

  // Reads kLiteral bytes.
#if defined(__SSE2__)
  bool Fits(const char* at) const {
    const auto differ = [&](std::size_t from) {
      const __m128i here =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + from));
      const __m128i there =
          _mm_load_si128(reinterpret_cast<const __m128i*>(&literal[from]));
      return ~static_cast<std::uint32_t>(
                 _mm_movemask_epi8(_mm_cmpeq_epi8(here, there))) &
             0xFFFFU;
    };
    if (size <= 16) return (differ(0) & ((1U << size) - 1)) == 0;
    return differ(0) == 0 && (differ(16) & ((1U << (size - 16)) - 1)) == 0;
  }
#else
  bool Fits(const char* at) const {
    return std::memcmp(at, literal.data(), size) == 0;
  }
#endif
};

struct PlainShapes::Shape {
  std::vector<Step> steps;
  ClaimRecord record;  // each line sets the same fields of it
  double span_begin = 0;
  // How many steps it has in common with each other shape, from the first on.
  std::array<std::size_t, kMost> shared{};

  // False: not a value of this kind. `at` becomes its end.
  bool Take(const Step& step, const char*& at, bool& wide) {
    const char* const begin = at;
    if (step.kind == PlainPart::kText) {
      at = FindStop(at, wide);
      if (*at != '"') return false;
      if (step.text != nullptr)
        record.*(step.text) = {begin, static_cast<std::size_t>(at - begin)};
      return true;
    }
    double number = 0;
    if (!ScanNumber(at, number)) return false;
    const std::string_view literal(begin, static_cast<std::size_t>(at - begin));
    switch (step.kind) {
      case PlainPart::kText:
      case PlainPart::kNumber:
        return true;
      case PlainPart::kValue:
        record.number = number;
        record.value = literal;
        return true;
      case PlainPart::kConfidence:
        record.confidence = number;
        return number > 0 && number <= 1;
      case PlainPart::kSpanBegin:
        span_begin = number;
        return literal.find_first_of(".-") == std::string_view::npos;
      case PlainPart::kSpanEnd:
        if (literal.find_first_of(".-") != std::string_view::npos ||
            number < span_begin ||
            number > std::numeric_limits<std::uint32_t>::max())
          return false;
        record.span = ByteSpan{static_cast<std::uint32_t>(span_begin),
                               static_cast<std::uint32_t>(number)};
        return true;
    }
    return false;
  }

  // What another shape has read of a line up to a step.
  void CopyFrom(const Shape& other, std::size_t to) {
    for (std::size_t i = 0; i < to; ++i) {
      const Step& step = steps[i];
      if (step.then != Step::kPart) continue;
      if (step.text != nullptr) record.*(step.text) = other.record.*(step.text);
      record.number =
          step.kind == PlainPart::kValue ? other.record.number : record.number;
      if (step.kind == PlainPart::kValue) record.value = other.record.value;
      if (step.kind == PlainPart::kConfidence)
        record.confidence = other.record.confidence;
      if (step.kind == PlainPart::kSpanEnd) record.span = other.record.span;
    }
    span_begin = other.span_begin;
  }
};

PlainShapes::PlainShapes() = default;
PlainShapes::~PlainShapes() = default;

// From a step on, which begins at `at`. The end of the line if all fit; else
// null, and the step that didn't.
const char* PlainShapes::Match(Shape& shape, std::size_t& step, const char*& at,
                               const char* begin, bool& wide) const {
  for (; step < shape.steps.size(); ++step) {
    const Step& of = shape.steps[step];
    if (!of.Fits(at)) return nullptr;
    const char* next = at + of.size;
    if (of.then == Step::kEnd) {
      while (*next == ' ' || *next == '\t' || *next == '\r') ++next;
      if (static_cast<unsigned char>(*next) >= 0x20) return nullptr;
      const bool utf8 =
          !wide || IsUtf8({begin, static_cast<std::size_t>(next - begin)});
      return utf8 ? next : nullptr;
    }
    if (of.then == Step::kPart && !shape.Take(of, next, wide)) return nullptr;
    at = next;
  }
  return nullptr;
}

const ClaimRecord* PlainShapes::Scan(const char* begin, const char*& end) {
  if (shapes_.empty()) return Learn(begin, end);
  std::size_t step = 0, failed = last_;
  const char* at = begin;
  bool wide = false;
  const char* stop = Match(*shapes_[last_], step, at, begin, wide);
  // Others go on where this one ended: what has other steps before can't fit.
  for (std::size_t i = 0; stop == nullptr && i < shapes_.size(); ++i) {
    if (i == failed || shapes_[i]->shared[failed] < step) continue;
    shapes_[i]->CopyFrom(*shapes_[failed], step);
    failed = i;
    stop = Match(*shapes_[i], step, at, begin, wide);
  }
  if (stop == nullptr) return Learn(begin, end);
  last_ = failed;
  end = stop;
  return &shapes_[last_]->record;
}

const ClaimRecord* PlainShapes::Learn(const char* begin, const char*& end) {
  general_ = ClaimRecord();
  if (shapes_.size() >= kMost)
    return ScanPlainRecord(begin, general_, end) ? &general_ : nullptr;
  PlainTrace trace;
  if (!ScanPlainRecord(begin, general_, end, &trace)) return nullptr;
  Add(begin, end, trace, general_);
  return &general_;
}

void PlainShapes::Add(const char* begin, const char* end,
                      const PlainTrace& trace, const ClaimRecord& record) {
  auto shape = std::make_unique<Shape>();
  while (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r') --end;
  const char* at = begin;
  const auto literal = [&](const char* to) {
    for (;;) {
      Step& step = shape->steps.emplace_back();
      step.size = static_cast<std::uint8_t>(
          std::min<std::ptrdiff_t>(to - at, kLiteral));
      std::memcpy(step.literal.data(), at, step.size);
      at += step.size;
      if (at == to) return;
      step.then = Step::kNothing;
    }
  };
  for (std::size_t i = 0; i < trace.count; ++i) {
    const PlainPart& part = trace.parts[i];
    literal(part.bytes.data());
    shape->steps.back().kind = part.kind;
    shape->steps.back().text = part.text;
    at += part.bytes.size();
  }
  literal(end);
  shape->steps.back().then = Step::kEnd;
  // A byte that may end what can be read must not be taken for one between.
  for (const Step& step : shape->steps) {
    if (std::any_of(step.literal.begin(), step.literal.begin() + step.size,
                    [](char c) { return c == '\t'; }))
      return;
  }
  if (record.truth) {
    shape->record.truth = record.truth;
    shape->record.value = *record.truth ? "true" : "false";
  }
  const std::size_t number = shapes_.size();
  for (std::size_t i = 0; i < number; ++i) {
    const std::vector<Step>&a = shape->steps, &b = shapes_[i]->steps;
    const auto differ =
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    shape->shared[i] = shapes_[i]->shared[number] =
        static_cast<std::size_t>(differ - a.begin());
  }
  shapes_.push_back(std::move(shape));
}

}  // namespace gainsay::internal
