// Claims as rows: what extraction and the readers of structured records emit,
// and all that identity and the graph see of a document.
#ifndef GAINSAY_LIB_CLAIM_CLAIM_H_
#define GAINSAY_LIB_CLAIM_CLAIM_H_

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "base/ids.h"
#include "base/interner.h"
#include "gainsay/claim.h"
#include "gainsay/date.h"
#include "gainsay/document.h"
#include "gainsay/value.h"
#include "schema/schema.h"

namespace gainsay::internal {

using ValueIndex = Id<struct ValueTag>;  // ClaimTable::values

// A value ready to be compared: intervals computed, strings interned.
struct ValueRow {
  ValueKind kind = ValueKind::kNone;
  Modifier modifier = Modifier::kBare;
  Grain grain = Grain::kUnknown;
  bool vague = false;      // takes part in tension only
  std::uint8_t slack = 0;  // days of deictic slack already inside the hull
  StringId surface;        // exact words, or the raw field
  StringId text;  // office, entity, place, names (sorted, ';'), text; unit of a
                  // quantity
  StringId qualifier;  // country or body of an office, id of an entity or place
  DayInterval core, hull;  // kDate
  Count count;             // kDuration
  double number = 0,
         number_max = 0;  // kQuantity as stated; kDateTime, kTime: minutes
  QuantityInterval qcore, qhull;  // kQuantity, kDateTime, kTime
  // Readings of an ambiguous date beside the first: [first_reading, +readings)
  // of ClaimTable::readings.
  std::uint32_t first_reading = 0;
  std::uint16_t readings = 0;
};

// What a claim speaks of, as its source puts it: before identity.
struct Referent {
  enum class Kind : std::uint8_t {
    kUnknown,
    kPerson,
    kOrganisation,
    kPlace,
    kOffice,
    kEvent,
    kSeries,
    kThing
  };
  Kind kind = Kind::kUnknown;
  DocumentIndex document;
  ByteSpan span;  // where it is named; empty for structured claims
  StringId name;  // a proper name as written ("Liu Jianchao"), else empty
  StringId external_id;
  StringId head;  // class of a common noun or event: "talks", "quake", "bridge"
  absl::InlinedVector<StringId, 2> aliases;
  absl::InlinedVector<StringId, 4>
      modifiers;  // folded: "ruling-party", "three-way", "annual"
  absl::InlinedVector<StringId, 4>
      participants;          // canonical names: "China", "Japan"
  StringId place;            // canonical name
  DayInterval time;          // when it happened, if known (hull)
  std::int32_t ordinal = 0;  // "the third summit"; 0 unknown
  bool definite = false;     // "the bridge", "its pylons": known already
};

// When a value holds: a state's begin and end, each a window; and when it was
// measured.
struct TimeScope {
  DayInterval begin, end;  // windows; unbounded: unknown
  bool begin_known = false, end_known = false;
};

struct Claim {
  DocumentIndex document;
  ReferentIndex subject;
  PredicateIndex predicate;
  ValueIndex value;
  StringId source;   // publisher or data set
  StringId id;       // the user's id, if any
  StringId speaker;  // who is quoted for it; empty: the document's own voice
  StringId scope;    // canonical qualifiers that restrict it ("season=2012");
                     // empty: none
  StringId rule;     // which row made it
  TimeScope valid;
  DayInterval as_of;  // hull of the day it was measured on
  ByteSpan evidence,
      value_span;          // bytes of the document's text, or of its record
  std::uint32_t line = 0;  // 1-based
  Modality modality = Modality::kAsserted;
  bool negated = false;      // polarity: it did not happen, is not so
  bool presupposed = false;  // asserted even in a plan, question or denial
  float confidence = 1;
};

// All claims of a run or of one document. Strings are ids of one Interner.
struct ClaimTable {
  std::vector<Claim> claims;
  std::vector<Referent> referents;
  std::vector<ValueRow> values;
  std::vector<ValueRow> readings;
  // Identifiers of places ("cow:20") with a name that a record gives them:
  // canonical texts.
  std::vector<std::pair<StringId, StringId>> place_names;

  const Claim& operator[](ClaimIndex i) const { return claims[i.index]; }
  const Referent& operator[](ReferentIndex i) const {
    return referents[i.index];
  }
  const ValueRow& operator[](ValueIndex i) const { return values[i.index]; }
};

// A value that became no claim, and why.
struct LeftOutValue {
  enum class Reason : std::uint8_t {
    kNotAttached,
    kAmbiguous,
    kNotInAFrame,
    kNoDate
  } reason = Reason::kNotAttached;
  DocumentIndex document;
  ByteSpan span;
};

// How much of what was seen became claims: `--coverage`.
struct ExtractionCoverage {
  std::uint64_t segments = 0, temporal_mentions = 0, numeric_mentions = 0;
  std::uint64_t in_claims = 0, not_attached = 0, ambiguous = 0,
                not_in_a_frame = 0;
  std::uint64_t no_date = 0;  // a date without its year in an undated document
  // The first of them, up to `list_limit`.
  std::size_t list_limit = 0;
  std::vector<LeftOutValue> left_out;

  void LeaveOut(LeftOutValue value) {
    switch (value.reason) {
      case LeftOutValue::Reason::kNotAttached:
        ++not_attached;
        break;
      case LeftOutValue::Reason::kAmbiguous:
        ++ambiguous;
        break;
      case LeftOutValue::Reason::kNotInAFrame:
        ++not_in_a_frame;
        break;
      case LeftOutValue::Reason::kNoDate:
        ++no_date;
        break;
    }
    if (left_out.size() < list_limit) left_out.push_back(value);
  }
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_CLAIM_H_
