// Puts a schema together: shared by the built-in rows and the reader of JSON.
#ifndef GAINSAY_LIB_SCHEMA_BUILDER_H_
#define GAINSAY_LIB_SCHEMA_BUILDER_H_

#include <string_view>
#include <utility>

#include "schema/schema.h"

namespace gainsay::internal {

class SchemaBuilder {
 public:
  SchemaBuilder();
  explicit SchemaBuilder(Schema schema) : schema_(std::move(schema)) {}

  // The role of a name, new if there is none; kNoRole for "".
  RoleId Role(std::string_view name);
  // The predicate of a name that a rule gives: one that nothing else names is
  // looked at for the rule.
  PredicateIndex Named(std::string_view name) {
    const bool known = schema_.Find(name).valid();
    const PredicateIndex index = schema_.FindOrAdd(name);
    if (!known) schema_.predicates_[index.index].compared = true;
    return index;
  }
  PredicateIndex Add(Predicate predicate) {
    return schema_.Add(std::move(predicate));
  }
  void Add(OrderRule rule);
  void Add(DependencyRule rule) {
    schema_.dependencies_.push_back(std::move(rule));
  }
  void Add(ExclusionRule rule) {
    schema_.exclusions_.push_back(std::move(rule));
  }
  void Add(InverseRule rule) { schema_.inverses_.push_back(rule); }
  void Add(ShareRule rule) { schema_.shares_.push_back(rule); }
  void Add(LifetimeRule rule) { schema_.lifetimes_.push_back(std::move(rule)); }
  void Add(ContemporaryRule rule) { schema_.contemporaries_.push_back(rule); }
  Predicate& defaults() { return schema_.defaults_; }
  const Schema& schema() const { return schema_; }
  Schema Take() { return std::move(schema_); }

 private:
  Schema schema_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_SCHEMA_BUILDER_H_
