#include "schema/schema.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

TEST(Schema, BuiltInPredicatesBindPoints) {
  const Schema& schema = Schema::BuiltIn();
  const PredicateIndex length = schema.Find("lapse_length");
  ASSERT_TRUE(length.valid());
  EXPECT_EQ(schema.role(schema[length].from), "last");
  EXPECT_EQ(schema.role(schema[length].to), "return");
  EXPECT_EQ(schema[schema.Find("lapse_length_to_date")].to, kDocumentRole);
  EXPECT_EQ(schema[schema.Find("born")].from, kOriginRole);
  EXPECT_EQ(schema[length].family, schema[schema.Find("lapse_last")].family);
  EXPECT_FALSE(schema.Find("no such predicate").valid());
  EXPECT_EQ(schema.role(kOriginRole), "origin");
  EXPECT_EQ(schema.role(kDocumentRole), "document");
}

TEST(Schema, AddsAndReplacesPredicatesFromJson) {
  const Result<Schema> schema = Schema::Parse(R"({
    "$schema": "schema.schema.json",
    "defaults": {"single": true, "within_source": false},
    "predicates": {
      "population": {"tolerance": {"relative": 0.01}},
      "sounding": {"label": "the depth", "type": "quantity", "dimension": "length", "range": [0, null], "single": true},
      "laid_down": {"type": "date", "binds": {"to": "laid_down"}, "day_slack": 1},
      "colour": {"one_of": ["red", "blue"]}
    },
    "orders": [{"earlier": "laid_down", "later": "opened", "min": "P1M", "max": "P20Y", "text": "built within 20 years"}],
    "dependencies": [{"same": "number", "then": "address"}, {"same": ["a", "b"], "then": "c"}],
    "exclusions": [{"predicate": "colour", "value": "red", "with": "status"}],
    "inverses": [{"predicate": "child", "inverse": "parent"}],
    "lifetimes": [{"predicate": "member_of", "died": "died"}],
    "contemporaries": [{"predicate": "spouse", "born": "born", "died": "died"}]
  })",
                                              "s.json");
  ASSERT_TRUE(schema) << schema.error().message();
  const Predicate& population = (*schema)[schema->Find("population")];
  EXPECT_EQ(population.relative_tolerance, 0.01);
  EXPECT_EQ(population.kind, ValueKind::kQuantity);
  EXPECT_TRUE(population.changes);
  const Predicate& depth = (*schema)[schema->Find("sounding")];
  EXPECT_EQ(depth.range_lo, 0);
  EXPECT_FALSE(depth.within_source);
  EXPECT_EQ((*schema)[schema->Find("laid_down")].day_slack, 1);
  EXPECT_EQ(schema->orders().back().lo, 28);
  EXPECT_GE(schema->orders().back().hi, 7305);
  EXPECT_EQ(schema->dependencies().size(), 2U);
  EXPECT_EQ(schema->dependencies()[1].same.size(), 2U);
  EXPECT_EQ(schema->exclusions().size(), 1U);
  EXPECT_EQ(schema->contemporaries().size(), 1U);
  Schema copy = *schema;
  EXPECT_TRUE(copy[copy.FindOrAdd("anything")].single);
  EXPECT_TRUE(copy[copy.FindOrAdd("anything")].compared);
}

TEST(Schema, SaysWhatIsWrong) {
  struct Case {
    const char* json;
    const char* message;
  };
  constexpr Case kCases[] = {
      {R"({"predicate": {}})", "no such section"},
      {R"({"predicates": {"x": {"sngle": true}}})", "predicates.x.sngle"},
      {R"({"predicates": {"x": {"single": 1}}})", "expected true or false"},
      {R"({"predicates": {"x": {"type": "colour"}}})",
       "expected a type of values"},
      {R"({"predicates": {"x": {"range": [3, 2]}}})",
       "expected least before most"},
      {R"({"predicates": {"x": {"tolerance": {"relative": 2}}}})",
       "relative from 0 to below 1"},
      {R"({"orders": [{"earlier": "a"}]})", "orders[0].later"},
      {R"({"orders": [{"earlier": "a", "later": "b", "max": "soon"}]})",
       "days or an ISO 8601 duration"},
      {R"({"dependencies": [{"same": [], "then": "x"}]})",
       "one predicate or more"},
      {R"([])", ""},
      {R"({)", ""},
  };
  for (const Case& row : kCases) {
    const Result<Schema> schema = Schema::Parse(row.json, "s.json");
    ASSERT_FALSE(schema) << row.json;
    EXPECT_NE((schema.error().field + ": " + schema.error().message())
                  .find(row.message),
              std::string::npos)
        << schema.error().field << " " << schema.error().message();
    EXPECT_EQ(schema.error().file, "s.json");
  }
}

TEST(Schema, OneKindOfHappeningIsAColumn) {
  const Schema& built_in = Schema::BuiltIn();
  const PredicateIndex held = built_in.Find("held");
  for (const char* name : {"lapse_return", "met", "occurs", "held"})
    EXPECT_TRUE(built_in.SameHappening(held, built_in.Find(name))) << name;
  for (const char* name : {"planned", "opened", "lapse_last"})
    EXPECT_FALSE(built_in.SameHappening(held, built_in.Find(name))) << name;
  EXPECT_FALSE(
      built_in.SameHappening(built_in.Find("opened"), built_in.Find("closed")));
  const Result<Schema> schema = Schema::Parse(R"({"predicates": {
    "sailed": {"type": "date", "happening": "voyage"},
    "left_port": {"type": "date", "happening": "voyage"},
    "landed": {"type": "date"},
    "met": {"happening": "encounter"}
  }})",
                                              "s.json");
  ASSERT_TRUE(schema) << schema.error().message();
  const auto same = [&](const char* a, const char* b) {
    return schema->SameHappening(schema->Find(a), schema->Find(b));
  };
  EXPECT_TRUE(same("sailed", "left_port"));
  EXPECT_FALSE(same("sailed", "landed"));
  EXPECT_FALSE(same("met", "held"));
  EXPECT_TRUE(same("landed", "landed"));
}

TEST(Schema, UnknownPredicatesAreNotCompared) {
  Schema schema = Schema::BuiltIn();
  const PredicateIndex added = schema.FindOrAdd("shoe_size");
  EXPECT_FALSE(schema[added].compared);
  EXPECT_EQ(schema.FindOrAdd("shoe_size"), added);
}

}  // namespace
}  // namespace gainsay::internal
