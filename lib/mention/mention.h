// Mentions: spans that express a temporal or numeric value. Temporal ones are
// TIMEX3.
//
// Recognition fills everything but the resolved days; lib/resolve adds anchor,
// core, hull and readings once the document's date and the discourse are known.
#ifndef GAINSAY_LIB_MENTION_MENTION_H_
#define GAINSAY_LIB_MENTION_MENTION_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/document.h"
#include "gainsay/value.h"
#include "mention/sense.h"

namespace gainsay::internal {

enum class MentionType : std::uint8_t {
  kDate,
  kTime,
  kDuration,
  kSet,  // TIMEX3
  kNumber,
  kOrdinal,
  kFraction,
  kPercent,
  kMoney,
  kAge,  // numeric
  kDimension,
  kTemperature,
  kNumberRange,
};

// One reading of an ambiguous date, the likeliest first.
struct Reading {
  DayInterval core, hull;
  std::uint32_t value = 0;  // offset into MentionTable::values
  std::uint16_t value_size = 0;
  const char* reason = "";  // of resolve/reasons.h
};

struct Mention {
  ByteSpan span;  // the whole expression, bytes of the document
  std::uint32_t first_token = 0, last_token = 0;  // [first, last)
  MentionType type = MentionType::kNumber;
  Modifier modifier = Modifier::kBare;
  bool unanchored = false;       // relative, and nothing to anchor it to
  bool plural_or_vague = false;  // "recent years", "several", "dozens"
  const char* rule = "";         // name of the row that made it; static storage

  // kDate, kTime: when resolved. kDuration, kSet: count. Numeric: number, unit.
  DayInterval core, hull;
  Grain grain = Grain::kUnknown;
  Count count;
  double number = 0, number_max = 0;  // number_max: a range's end, else number
  double step = 0;  // unit of the last significant digit stated; 0 exact
  const char* unit =
      "";  // canonical unit, static storage; "" for a bare number

  std::uint32_t sense =
      Sense::kNoSense;  // MentionTable::senses: what the rule understood
  std::uint32_t value =
      0;  // TIMEX3 VALUE (or the scorer's number form): MentionTable::values
  std::uint16_t value_size = 0;
  std::uint16_t readings =
      0;  // number of readings from first_reading on; 0 or 1: not ambiguous
  std::uint32_t first_reading = 0;
  enum class Anchor : std::uint8_t {
    kNone,
    kDocument,
    kMention
  } anchor = Anchor::kNone;
  std::uint32_t anchor_mention = 0;  // if kMention
  std::int8_t tense = 0;  // evidence it was resolved by: -1 past, 1 future
};

struct MentionTable {
  std::vector<Mention> mentions;  // by span.begin, longer first; nested ones
                                  // marked by their spans
  std::vector<Reading> readings;
  std::vector<Sense> senses;  // before resolution
  std::string values;         // TIMEX3 values, addressed by offset and size
  std::string_view Value(const Mention& m) const {
    return std::string_view(values).substr(m.value, m.value_size);
  }
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_MENTION_H_
