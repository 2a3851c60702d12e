// The schema: what predicates mean, and which time points they bind.
//
// Built in for what text extraction emits and for common structured predicates;
// users add theirs in JSON (docs/schema.md). Wikidata's constraint types are
// the list to cover.
#ifndef GAINSAY_LIB_SCHEMA_SCHEMA_H_
#define GAINSAY_LIB_SCHEMA_SCHEMA_H_

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "base/ids.h"
#include "gainsay/result.h"
#include "gainsay/value.h"

namespace gainsay::internal {

// The role of a time point of a subject: "begin", "return", "born" ... A dense
// id of Schema::roles. Role 0 is the origin of days; role 1 is the date of the
// claim's own document.
using RoleId = std::uint16_t;
inline constexpr RoleId kOriginRole = 0;
inline constexpr RoleId kDocumentRole = 1;
inline constexpr RoleId kNoRole = std::numeric_limits<RoleId>::max();

struct Predicate {
  std::string name;
  std::string label;  // how reports say it: "length of the hiatus"
  ValueKind kind = ValueKind::kText;
  bool single = false;     // one value at a time (per scope)
  bool exclusive = false;  // one holder at a time: object -> subject
  bool monotone =
      false;  // only grows: higher later is a revision, lower later a finding
  bool changes = false;  // compare only where valid times overlap
  bool lasting = false;  // true of a thing for good: what it is said of is no
                         // passing event
  bool focal = false;    // a story tells of one such thing: who was aboard
  double absolute_tolerance = 0, relative_tolerance = 0;
  double range_lo = -std::numeric_limits<double>::infinity();
  double range_hi = std::numeric_limits<double>::infinity();
  std::int32_t day_slack = 0;  // days by which a date may differ
  std::string dimension;  // "length", "people", "currency" ...: other units are
                          // not compared
  std::string
      subject_type;  // "person", "organisation", "place"; empty: any thing
  bool within_source =
      true;  // two claims of one source may contradict each other
  bool compared =
      true;  // false: no check looks at it (predicates no schema names)
  bool names_by_family =
      false;  // names are compared by family names alone: "Knuth, D. E."
  bool parts_agree = false;  // of two texts, one holds all words of the other:
                             // "56A" and "Terminal 2 - 56A" agree
  // Texts that say that there is no value: what holds all words of one of them
  // is compared with nothing.
  std::vector<std::string> no_value;
  std::vector<std::string> one_of,
      none_of;  // canonical texts a value must, must not be

  // A date value says where point `to` lies (from = origin); a duration value
  // says t(to) - t(from). kNoRole: binds no time points.
  RoleId from = kNoRole, to = kNoRole;
  // "first in six years": only the lower bound of the count follows from what
  // is said.
  bool lower_bound_only = false;
  // One lapse, one duration ...: conflicts of predicates of one family on one
  // subject that differ only in the points bound are one finding. Empty: the
  // predicate alone.
  std::string family;
  // Predicates of dates that tell of one kind of happening have one word here:
  // the day of a meeting may be told as such or as the return after a lapse.
  // Empty: the predicate alone.
  std::string happening;
};

// t(later) - t(earlier) within [lo, hi] for every subject that has both points:
// a given, not a claim.
struct OrderRule {
  RoleId earlier, later;
  Day lo = 0, hi = kPlusInfinity;
  std::string text;  // "a lapse begins on or after the last meeting"
};

// Subjects that agree on all of `same` agree on `then`: one hospital number,
// one address.
struct DependencyRule {
  std::vector<PredicateIndex> same;
  PredicateIndex then;
  std::string text;
};

// No subject holds both; a value, where given, narrows its predicate to that
// value.
struct ExclusionRule {
  PredicateIndex a, b;
  std::string a_value, b_value;  // canonical texts; empty: any
  std::string text;
};

// "child" says of its object what "parent" says of its subject; a symmetric
// predicate is its own inverse.
struct InverseRule {
  PredicateIndex a, b;
};

// A percentage of `part` is a share of `whole`: of the jobs cut, of the
// headcount.
struct ShareRule {
  PredicateIndex part, whole;
};

// A tenure or state of a subject lies within the subject's life: from `born` to
// `died`, each a predicate of dates; none: not looked at.
struct LifetimeRule {
  PredicateIndex tenure, born, died;
  std::string text;
};

// Subject and object of a predicate live at the same time (born <= died of the
// other).
struct ContemporaryRule {
  PredicateIndex predicate, born, died;
};

class Schema {
 public:
  // The built-in predicates.
  static const Schema& BuiltIn();
  // The built-in ones with those of a JSON text (docs/schema.md) added or
  // replaced.
  static Result<Schema> Parse(std::string_view json,
                              std::string_view file_name);

  Schema(const Schema&) = default;
  Schema& operator=(const Schema&) = default;

  PredicateIndex Find(std::string_view name) const;  // none if unknown
  const Predicate& operator[](PredicateIndex i) const {
    return predicates_[i.index];
  }
  std::size_t size() const { return predicates_.size(); }
  // Adds a predicate, or replaces that of the same name.
  PredicateIndex Add(Predicate predicate);
  // The predicate of a name; one that no schema names is added with the
  // defaults of the schema (built in: text, nothing compared).
  PredicateIndex FindOrAdd(std::string_view name);

  // True for one predicate, and for two with the same Predicate::happening.
  bool SameHappening(PredicateIndex a, PredicateIndex b) const;

  RoleId FindRole(std::string_view name) const;
  std::string_view role(RoleId id) const { return roles_[id]; }
  const std::vector<OrderRule>& orders() const { return orders_; }
  const std::vector<DependencyRule>& dependencies() const {
    return dependencies_;
  }
  const std::vector<ExclusionRule>& exclusions() const { return exclusions_; }
  const std::vector<InverseRule>& inverses() const { return inverses_; }
  const std::vector<ShareRule>& shares() const { return shares_; }
  const std::vector<LifetimeRule>& lifetimes() const { return lifetimes_; }
  const std::vector<ContemporaryRule>& contemporaries() const {
    return contemporaries_;
  }
  // What Add gives to a predicate that no schema names.
  const Predicate& defaults() const { return defaults_; }

 private:
  friend class SchemaBuilder;
  Schema() = default;
  std::deque<Predicate> predicates_;
  absl::flat_hash_map<std::string, std::uint32_t> by_name_;
  std::vector<std::string> roles_;
  std::vector<OrderRule> orders_;
  std::vector<DependencyRule> dependencies_;
  std::vector<ExclusionRule> exclusions_;
  std::vector<InverseRule> inverses_;
  std::vector<ShareRule> shares_;
  std::vector<LifetimeRule> lifetimes_;
  std::vector<ContemporaryRule> contemporaries_;
  Predicate defaults_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_SCHEMA_SCHEMA_H_
