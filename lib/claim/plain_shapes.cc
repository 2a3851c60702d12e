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
  enum Then : std::uint8_t { kPart, kNothing };
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
  using Field = std::string_view ClaimRecord::*;

  std::vector<Step> steps;
  std::vector<Field> fields;  // that its lines set
  bool number = false, confidence = false, span = false;
  std::optional<bool> truth;
  // By other shape: how many steps they have in common from the first on, and
  // which fields of this one the other leaves alone.
  std::array<std::size_t, kMost> shared{};
  std::array<std::vector<Field>, kMost> stale;

  bool Sets(Field field) const {
    return std::ranges::find(fields, field) != fields.end();
  }
  void NoteFields() {
    for (const Step& step : steps) {
      if (step.then != Step::kPart) continue;
      if (step.text != nullptr) fields.push_back(step.text);
      if (step.kind == PlainPart::kValue) fields.push_back(&ClaimRecord::value);
      number |= step.kind == PlainPart::kValue;
      confidence |= step.kind == PlainPart::kConfidence;
      span |= step.kind == PlainPart::kSpanEnd;
    }
    if (truth) fields.push_back(&ClaimRecord::value);
  }
  // Fields of this shape that another one does not set.
  std::vector<Field> StaleFor(const Shape& other) const {
    std::vector<Field> out;
    for (const Field field : fields)
      if (!other.Sets(field)) out.push_back(field);
    return out;
  }
};

PlainShapes::PlainShapes() = default;
PlainShapes::~PlainShapes() = default;

// Reads the value of a step. False: not a value of this kind. `at` becomes its
// end.
bool PlainShapes::Take(const Step& step, const char*& at, bool& wide) {
  const char* const begin = at;
  if (step.kind == PlainPart::kText) {
    at = FindStop(at, wide);
    if (*at != '"') return false;
    if (step.text != nullptr)
      record_.*(step.text) = {begin, static_cast<std::size_t>(at - begin)};
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
      record_.number = number;
      record_.value = literal;
      return true;
    case PlainPart::kConfidence:
      record_.confidence = number;
      return number > 0 && number <= 1;
    case PlainPart::kSpanBegin:
      span_begin_ = number;
      return literal.find_first_of(".-") == std::string_view::npos;
    case PlainPart::kSpanEnd:
      if (literal.find_first_of(".-") != std::string_view::npos ||
          number < span_begin_ ||
          number > std::numeric_limits<std::uint32_t>::max())
        return false;
      record_.span = ByteSpan{static_cast<std::uint32_t>(span_begin_),
                              static_cast<std::uint32_t>(number)};
      return true;
  }
  return false;
}

// From a step on, which begins at `at`. The end of the line if all fit; else
// null, and the step that didn't.
const char* PlainShapes::Match(const Shape& shape, std::size_t& step,
                               const char*& at, const char* begin, bool& wide) {
  const char* here = at;  // not read back through the references
  const Step *of = shape.steps.data() + step, *const last = shape.steps.data() +
                                                            shape.steps.size() -
                                                            1;
  for (; of != last; ++of) {
    const char* next = here + of->size;
    if (!of->Fits(here) ||
        (of->then == Step::kPart && !Take(*of, next, wide))) {
      step = static_cast<std::size_t>(of - shape.steps.data());
      at = here;
      return nullptr;
    }
    here = next;
  }
  step = shape.steps.size() - 1;
  at = here;
  if (!last->Fits(here)) return nullptr;
  here += last->size;
  while (*here == ' ' || *here == '\t' || *here == '\r') ++here;
  const bool ends = static_cast<unsigned char>(*here) < 0x20;
  return ends && (!wide ||
                  IsUtf8({begin, static_cast<std::size_t>(here - begin)}))
             ? here
             : nullptr;
}

const ClaimRecord* PlainShapes::Scan(const char* begin, const char*& end) {
  if (shapes_.empty()) return Learn(begin, end);
  std::size_t step = 0, tried = last_;
  const char* at = begin;
  bool wide = false;
  const char* stop = Match(*shapes_[last_], step, at, begin, wide);
  // Others go on where this one ended: what has other steps before can't fit,
  // and what has the same ones has read the same.
  for (std::size_t i = 0; stop == nullptr && i < shapes_.size(); ++i) {
    if (i == tried || shapes_[i]->shared[tried] < step) continue;
    tried = i;
    stop = Match(*shapes_[i], step, at, begin, wide);
  }
  if (stop == nullptr) return Learn(begin, end);
  if (tried != last_) Switch(tried);
  end = stop;
  return &record_;
}

// What the last shape has set, and this one does not, goes.
void PlainShapes::Switch(std::size_t to) {
  const Shape& shape = *shapes_[to];
  for (const Shape::Field field : shapes_[last_]->stale[to])
    record_.*field = {};
  if (!shape.number) record_.number.reset();
  if (!shape.confidence) record_.confidence.reset();
  if (!shape.span) record_.span.reset();
  record_.truth = shape.truth;
  if (shape.truth) record_.value = *shape.truth ? "true" : "false";
  last_ = to;
}

const ClaimRecord* PlainShapes::Learn(const char* begin, const char*& end) {
  general_ = record_ = ClaimRecord();
  if (!shapes_.empty()) Switch(last_);  // its constants
  PlainTrace trace;
  const bool learns = shapes_.size() < kMost;
  if (!ScanPlainRecord(begin, general_, end, learns ? &trace : nullptr))
    return nullptr;
  if (learns) Add(begin, end, trace, general_);
  if (shapes_.size() == 1) Switch(last_);
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
  shape->steps.back().then = Step::kNothing;
  // A byte that may end what can be read must not be taken for one between.
  for (const Step& step : shape->steps) {
    if (std::any_of(step.literal.begin(), step.literal.begin() + step.size,
                    [](char c) { return c == '\t'; }))
      return;
  }
  shape->truth = record.truth;
  shape->NoteFields();
  const std::size_t number = shapes_.size();
  for (std::size_t i = 0; i < number; ++i) {
    const std::vector<Step>&a = shape->steps, &b = shapes_[i]->steps;
    const auto differ =
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    shape->shared[i] = shapes_[i]->shared[number] =
        static_cast<std::size_t>(differ - a.begin());
    shape->stale[i] = shape->StaleFor(*shapes_[i]);
    shapes_[i]->stale[number] = shapes_[i]->StaleFor(*shape);
  }
  shapes_.push_back(std::move(shape));
}

}  // namespace gainsay::internal
