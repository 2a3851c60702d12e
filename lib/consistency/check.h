// What the checks of statements share: their context, and what they ask of the
// world of places and offices.
#ifndef GAINSAY_LIB_CONSISTENCY_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_CHECK_H_

#include <span>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "base/ids.h"
#include "consistency/conflict.h"
#include "graph/build.h"
#include "graph/graph.h"

namespace gainsay::internal {

// kSame: one office under two names. kRelated: often held together, as the
// leader of a country and its prime minister: their dates are comparable, not
// equal by definition.
enum class OfficeRelation : std::uint8_t { kOther, kRelated, kSame };

// kNear: may be the same, by a family name alone or another spelling.
enum class PersonRelation : std::uint8_t { kOther, kNear, kSame };

// What is known of places and offices. The base knows nothing but equality.
class Relations {
 public:
  virtual ~Relations() = default;
  // True if the place of `outer` holds that of `inner`, or they are the same.
  virtual bool Holds(const ValueRow& outer, const ValueRow& inner) const;
  virtual OfficeRelation Offices(const ValueRow& a, const ValueRow& b) const;
  // True if one source may tell one tenure as `a`, then `b`: "acting
  // president", "president".
  virtual bool Continues(const ValueRow& a, const ValueRow& b) const;
  // True if two names are spellings of one person's name.
  virtual bool OnePerson(std::string_view a, std::string_view b) const;
  // True for an office with one holder at a time.
  virtual bool OneHolder(const ValueRow& office) const;
  // True if the office that a text speaks of is that of a record's tenure; of
  // `any_country`, if the text names none.
  virtual bool IsOffice(const Referent& office, const ValueRow& tenure,
                        bool any_country) const;
  // How the person that a value names stands to a subject.
  virtual PersonRelation Person(const ValueRow& person,
                                SubjectIndex subject) const;
};

struct CheckContext {
  const StatementTable& statements;
  const GraphInput& graph;
  const Relations& relations;

  const ValueRow& value(const Statement& s) const {
    return graph.table[s.value];
  }
  const Predicate& predicate(const Statement& s) const {
    return graph.schema[s.predicate];
  }
  StatementIndex index(const Statement& s) const {
    return StatementIndex(
        static_cast<std::size_t>(&s - statements.statements.data()));
  }
};

// Distinct sources of the claims of a statement, by id.
using SourceList = absl::InlinedVector<StringId, 2>;
SourceList SourcesOf(const Statement& statement, const CheckContext& context);

// True if two statements may contradict each other: not where both come from
// one and the same source alone and the predicate lets a source differ from
// itself.
bool MayContradict(const Statement& a, const Statement& b,
                   const CheckContext& context);

// True for a quantity in the very unit that its predicate counts.
inline bool IsOwnUnit(const Statement& s, const CheckContext& context) {
  return context.graph.strings.View(context.value(s).text) ==
         context.predicate(s).dimension;
}

// True if it is said from when or until when the value holds.
inline bool HasValidTime(const Statement& s) {
  return s.valid.begin_known || s.valid.end_known;
}

// True if the value of `a` was measured before that of `b`.
inline bool IsBefore(const Statement& a, const Statement& b) {
  return a.as_of.hi < b.as_of.lo && b.as_of.lo > kMinusInfinity;
}

// True for what changes where the moment of a value is unknown: both may have
// been true in turn.
inline bool MayHaveChanged(const Statement& a, const Statement& b,
                           const Predicate& predicate) {
  const auto unknown = [](const Statement& s) {
    return !HasValidTime(s) &&
           (s.as_of.lo <= kMinusInfinity || s.as_of.hi >= kPlusInfinity);
  };
  return (predicate.changes || predicate.monotone) &&
         (unknown(a) || unknown(b));
}

// True of an office whose country no word names: which one it is was inferred.
inline bool IsOfStory(const Statement& s, const CheckContext& context) {
  const ClaimTable& table = context.graph.table;
  const Referent& referent =
      table[table[context.statements.claims[s.first_claim]].subject];
  return referent.kind == Referent::Kind::kOffice && referent.definite;
}

// An asserted, compared statement of the past or present: what takes part in
// checks.
bool TakesPart(const Statement& statement, const CheckContext& context);

// The statements of one subject and predicate, in the order of the table.
std::vector<std::span<const Statement>> GroupsOf(
    const StatementTable& statements);

// The axis walk of two intervals that do not meet: from 0 up to the end of the
// lower one and back from the start of the upper one. Its sum is -gap.
Walk AxisWalk(StatementIndex lower, double lower_hi, StatementIndex upper,
              double upper_lo, double tolerance, Cut cut, const char* point);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_CHECK_H_
