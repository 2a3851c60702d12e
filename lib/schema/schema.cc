#include "schema/schema.h"

#include <algorithm>

#include "schema/builder.h"

namespace gainsay::internal {

PredicateIndex Schema::Find(std::string_view name) const {
  const auto it = by_name_.find(absl::string_view(name.data(), name.size()));
  return it == by_name_.end() ? PredicateIndex() : PredicateIndex(it->second);
}

PredicateIndex Schema::Add(Predicate predicate) {
  if (predicate.label.empty()) predicate.label = predicate.name;
  const auto [it, added] = by_name_.try_emplace(
      predicate.name, static_cast<std::uint32_t>(predicates_.size()));
  if (added) {
    predicates_.push_back(std::move(predicate));
  } else {
    predicates_[it->second] = std::move(predicate);
  }
  return PredicateIndex(it->second);
}

PredicateIndex Schema::FindOrAdd(std::string_view name) {
  if (const PredicateIndex found = Find(name); found.valid()) return found;
  Predicate predicate = defaults_;
  predicate.name = predicate.label = name;
  return Add(std::move(predicate));
}

bool Schema::SameHappening(PredicateIndex a, PredicateIndex b) const {
  const std::string& happening = (*this)[a].happening;
  return a == b || (!happening.empty() && happening == (*this)[b].happening);
}

RoleId Schema::FindRole(std::string_view name) const {
  const auto it = std::ranges::find(roles_, name);
  return it == roles_.end() ? kNoRole
                            : static_cast<RoleId>(it - roles_.begin());
}

SchemaBuilder::SchemaBuilder() {
  schema_.roles_ = {"origin", "document"};
  schema_.defaults_.compared = false;
}

RoleId SchemaBuilder::Role(std::string_view name) {
  if (name.empty()) return kNoRole;
  if (const RoleId found = schema_.FindRole(name); found != kNoRole)
    return found;
  schema_.roles_.emplace_back(name);
  return static_cast<RoleId>(schema_.roles_.size() - 1);
}

void SchemaBuilder::Add(OrderRule rule) {
  // A rule between the same points replaces the one before it.
  const auto same = [&](const OrderRule& r) {
    return r.earlier == rule.earlier && r.later == rule.later;
  };
  std::erase_if(schema_.orders_, same);
  schema_.orders_.push_back(std::move(rule));
}

}  // namespace gainsay::internal
