// The schema: what predicates mean, and which time points they bind.
//
// Built in for what text extraction emits and for common structured predicates;
// users add theirs in JSON (docs/schema.md). Wikidata's constraint types are the list to cover.
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

// The role of a time point of a subject: "begin", "return", "born" ... A dense id
// of Schema::roles. Role 0 is the origin of days; role 1 is the date of the
// claim's own document.
using RoleId = std::uint16_t;
inline constexpr RoleId kOriginRole = 0;
inline constexpr RoleId kDocumentRole = 1;
inline constexpr RoleId kNoRole = std::numeric_limits<RoleId>::max();

struct Predicate {
  std::string name;
  std::string label;                 // how reports say it: "length of the hiatus"
  ValueKind kind = ValueKind::kText;
  bool single = false;               // one value at a time (per scope)
  bool exclusive = false;            // one holder at a time: object -> subject
  bool monotone = false;             // only grows: higher later is a revision, lower later a finding
  bool changes = false;              // compare only where valid times overlap
  double absolute_tolerance = 0, relative_tolerance = 0;
  double range_lo = -std::numeric_limits<double>::infinity();
  double range_hi = std::numeric_limits<double>::infinity();
  std::int32_t day_slack = 0;        // days by which a date may differ
  std::string dimension;             // "length", "people", "currency" ...: other units are not compared

  // A date value says where point `to` lies (from = origin); a duration value says
  // t(to) - t(from). kNoRole: binds no time points.
  RoleId from = kNoRole, to = kNoRole;
  // "first in six years": only the lower bound of the count follows from what is said.
  bool lower_bound_only = false;
  // One lapse, one duration ...: conflicts of predicates of one family on one subject
  // that differ only in the points bound are one finding. Empty: the predicate alone.
  std::string family;
};

// t(later) - t(earlier) within [lo, hi] for every subject that has both points:
// a given, not a claim.
struct OrderRule {
  RoleId earlier, later;
  Day lo = 0, hi = kPlusInfinity;
  std::string text;                  // "a lapse begins on or after the last meeting"
};

class Schema {
 public:
  // The built-in predicates.
  static const Schema& BuiltIn();
  // The built-in ones with those of a JSON text (docs/schema.md) added or replaced.
  static Result<Schema> Parse(std::string_view json, std::string_view file_name);

  Schema(const Schema&) = default;
  Schema& operator=(const Schema&) = default;

  PredicateIndex Find(std::string_view name) const;   // none if unknown
  const Predicate& operator[](PredicateIndex i) const { return predicates_[i.index]; }
  std::size_t size() const { return predicates_.size(); }
  // A predicate no schema names gets permissive defaults: text, nothing compared.
  PredicateIndex Add(Predicate predicate);

  RoleId FindRole(std::string_view name) const;
  std::string_view role(RoleId id) const { return roles_[id]; }
  const std::vector<OrderRule>& orders() const { return orders_; }

 private:
  friend class SchemaBuilder;
  Schema() = default;
  std::deque<Predicate> predicates_;
  absl::flat_hash_map<std::string, std::uint32_t> by_name_;
  std::vector<std::string> roles_;
  std::vector<OrderRule> orders_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_SCHEMA_SCHEMA_H_
