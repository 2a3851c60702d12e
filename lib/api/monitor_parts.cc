#include "api/monitor_parts.h"

namespace gainsay::internal {
namespace {

// Bound to no time point, held by any number of subjects.
bool IsPlain(const Predicate& predicate) {
  return !predicate.exclusive && predicate.from == kNoRole &&
         predicate.to == kNoRole && predicate.family.empty();
}

// Values that name no other subject and no day.
bool IsPlain(ValueKind kind) {
  return kind == ValueKind::kQuantity || kind == ValueKind::kText ||
         kind == ValueKind::kNames || kind == ValueKind::kBool;
}

}  // namespace

LocalClaims::LocalClaims(const Checker::Rep& checker)
    : schema_(checker.schema) {
  const Options& options = checker.options;
  any_ = !options.near_misses && options.aliases_json.empty() &&
         options.hierarchy_json.empty() && options.checks.empty();
  for (std::size_t i = 0; i < schema_.size(); ++i)
    local_.push_back(IsPlain(schema_[PredicateIndex(i)]));
  for (const DependencyRule& rule : schema_.dependencies()) {
    for (const PredicateIndex predicate : rule.same) Exclude(predicate);
    Exclude(rule.then);
  }
  for (const ExclusionRule& rule : schema_.exclusions())
    Exclude(rule.a), Exclude(rule.b);
  for (const InverseRule& rule : schema_.inverses())
    Exclude(rule.a), Exclude(rule.b);
  for (const LifetimeRule& rule : schema_.lifetimes())
    Exclude(rule.tenure), Exclude(rule.born), Exclude(rule.died);
  for (const ContemporaryRule& rule : schema_.contemporaries()) {
    Exclude(rule.predicate), Exclude(rule.born), Exclude(rule.died);
  }
}

void LocalClaims::Exclude(PredicateIndex predicate) {
  if (predicate.valid()) local_[predicate.index] = false;
}

bool LocalClaims::Is(const ClaimInput& claim) const {
  if (!any_ || claim.subject.id.empty() || !claim.document.empty() ||
      claim.start || claim.end)
    return false;
  if (!IsPlain(claim.object.kind()) ||
      !(claim.confidence > 0 && claim.confidence <= 1))
    return false;
  return IsLocal(claim.predicate);
}

bool LocalClaims::IsLocal(std::string_view name) const {
  const PredicateIndex predicate = schema_.Find(name);
  return predicate.valid() ? local_[predicate.index]
                           : IsPlain(schema_.defaults());
}

}  // namespace gainsay::internal
