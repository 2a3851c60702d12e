#include <cmath>

#include "mention/atoms.h"
#include "mention/numbers.h"
#include "mention/pattern.h"

namespace gainsay::internal {
namespace {

// The value of an atom that reads one token of digits, or -1.
double DigitAtom(AtomKind kind, const Chart& chart, std::uint32_t at) {
  const Token& token = chart.token(at);
  const std::string_view text = chart.folded(at);
  if (kind == AtomKind::kDecade) {
    if (token.shape != TokenShape::kAlnum ||
        (text.size() != 5 && text.size() != 3) || text.back() != 's')
      return -1;
    const auto value = ReadDigits(text.substr(0, text.size() - 1));
    return value && std::fmod(value->value, 10) == 0 ? value->value : -1;
  }
  if (token.shape != TokenShape::kNumber || text.size() > 4) return -1;
  const auto value = ReadDigits(text);
  if (!value || value->decimal || value->grouped) return -1;
  const double n = value->value;
  const bool two = text.size() <= 2;
  switch (kind) {
    case AtomKind::kYear:
      return text.size() == 4 && n >= 1000 && n < 3000 ? n : -1;
    case AtomKind::kTwoDigits:
      return text.size() == 2 ? n : -1;
    case AtomKind::kDay:
      return two && n >= 1 && n <= 31 ? n : -1;
    case AtomKind::kHour:
      return two && n <= 24 ? n : -1;
    case AtomKind::kMinute:
      return text.size() == 2 && n < 60 ? n : -1;
    case AtomKind::kMonthNumber:
      return two && n >= 1 && n <= 12 ? n : -1;
    default:
      return -1;
  }
}

bool IsResult(AtomKind kind, Category category) {
  switch (kind) {
    case AtomKind::kDate:
      return category == Category::kDate || category == Category::kPart;
    case AtomKind::kTime:
      return category == Category::kTime;
    default:
      return category == Category::kDuration;
  }
}

}  // namespace

std::uint32_t Grammar::Match(std::uint32_t rule, const Chart& chart,
                             std::uint32_t at, Captures& captures) const {
  captures.ClearAll();
  const std::uint32_t end = Run(starts_[rule], chart, at, captures);
  return end == kNoIndex ? at : end;
}

// The end of the first path that matches, else kNoIndex. The depth is that of
// the pattern.
std::uint32_t Grammar::Run(std::uint32_t index, const Chart& chart,
                           std::uint32_t at, Captures& captures) const {
  const Node& node = nodes_[index];
  if (node.kind == Node::Kind::kAccept) return at;
  if (node.kind == Node::Kind::kSplit) {
    const std::uint32_t end = Run(node.next, chart, at, captures);
    return end != kNoIndex ? end : Run(node.other, chart, at, captures);
  }
  if (at >= chart.size()) return kNoIndex;
  const Atom& atom = kAtoms[node.atom];
  if (atom.kind == AtomKind::kWord)
    return chart.word(at) == node.word ? Run(node.next, chart, at + 1, captures)
                                       : kNoIndex;
  if (atom.kind == AtomKind::kGlue)
    return chart.Spaced(at) ? kNoIndex : Run(node.next, chart, at, captures);
  if (!(chart.mask(at) & atom.triggers)) return kNoIndex;
  const auto with = [&](const Capture& capture) {
    captures.Set(atom.slot, capture);
    const std::uint32_t end = Run(node.next, chart, capture.end, captures);
    if (end == kNoIndex) captures.Clear(atom.slot);
    return end;
  };
  switch (atom.kind) {
    case AtomKind::kClass:
      for (std::size_t i = chart.hits(at).size();
           i-- > 0;) {  // longer phrases are later
        const LexHit& hit = chart.hits(at)[i];
        if (hit.row->word_class != atom.word_class) continue;
        const std::uint32_t end =
            with({.row = hit.row,
                  .value = static_cast<double>(hit.row->value),
                  .begin = at,
                  .end = hit.end});
        if (end != kNoIndex) return end;
      }
      return kNoIndex;
    case AtomKind::kCardinal:
    case AtomKind::kInteger:
    case AtomKind::kOrdinal:
    case AtomKind::kSmallOrdinal: {
      const bool cardinal =
          atom.kind == AtomKind::kCardinal || atom.kind == AtomKind::kInteger;
      const NumberHit* number =
          cardinal ? chart.cardinal(at) : chart.ordinal(at);
      if (number == nullptr) return kNoIndex;
      if (atom.kind == AtomKind::kSmallOrdinal &&
          (number->value < 1 || number->value > 4))
        return kNoIndex;
      if (atom.kind != AtomKind::kInteger || !number->fraction) {
        const std::uint32_t end = with({.number = number,
                                        .value = number->value,
                                        .begin = at,
                                        .end = number->end});
        if (end != kNoIndex) return end;
      }
      if (!cardinal || !number->has_shorter) return kNoIndex;
      ++number;  // "two quarters": two of them rather than a half
      return with({.number = number,
                   .value = number->value,
                   .begin = at,
                   .end = number->end});
    }
    case AtomKind::kDate:
    case AtomKind::kTime:
    case AtomKind::kDuration:
      for (std::uint32_t r = chart.FirstResult(at); r != kNoIndex;
           r = chart.result(r).next) {
        if (!IsResult(atom.kind, chart.result(r).rule->category)) continue;
        const std::uint32_t end =
            with({.result = r, .begin = at, .end = chart.result(r).end});
        if (end != kNoIndex) return end;
      }
      return kNoIndex;
    default: {
      const NumberHit* ordinal =
          atom.kind == AtomKind::kDay ? chart.ordinal(at) : nullptr;
      if (ordinal != nullptr && ordinal->value >= 1 && ordinal->value <= 31) {
        return with({.number = ordinal,
                     .value = ordinal->value,
                     .begin = at,
                     .end = ordinal->end});
      }
      const double value = DigitAtom(atom.kind, chart, at);
      return value < 0 ? kNoIndex
                       : with({.value = value, .begin = at, .end = at + 1});
    }
  }
}

}  // namespace gainsay::internal
