// The built-in predicates, as rows.
#include <cstdint>
#include <string_view>
#include <utility>

#include "schema/builder.h"
#include "schema/schema.h"

namespace gainsay::internal {
namespace {

using enum ValueKind;

enum Flag : std::uint32_t {
  kSingle = 1,
  kExclusive = 2,
  kMonotone = 4,
  kChanges = 8,
  kLowerBound = 16,
  kFamilyNames = 32,
  kPartsAgree = 64,
  kToTheUnit = 128,  // read to a whole unit: values one apart agree
  kMayLack = 256,    // sites say so in words: see kNoValue
  kLasting = 512,
  kFocal = 1024,  // of the one such thing that a story is about
};

constexpr std::string_view kNoValue[] = {"not available", "chk"};

// One row a predicate; what is left out is empty.
struct Row {
  std::string_view name, label;
  ValueKind kind = kText;
  std::uint32_t flags = 0;
  std::string_view from = {}, to = {}, family = {}, happening = {};
  std::string_view subject = {}, dimension = {};
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
};

// Time points of events, states and lapses, as extraction from text binds them.
constexpr Row kPointRows[] = {
    {"lapse_last", "the last time before the lapse", kDate, 0, "origin", "last",
     "lapse"},
    {"lapse_begin", "the beginning of the lapse", kDate, 0, "origin", "halt",
     "lapse"},
    {"lapse_return", "the return after the lapse", kDate, 0, "origin", "return",
     "lapse", "meeting"},
    {"lapse_length", "the length of the lapse", kDuration, 0, "last", "return",
     "lapse"},
    {"lapse_length_to_date", "the length of the lapse", kDuration, 0, "last",
     "document", "lapse"},
    {"state_begin", "the beginning", kDate, 0, "origin", "begin", "state"},
    {"state_end", "the end", kDate, 0, "origin", "end", "state"},
    {"state_length", "the length", kDuration, 0, "begin", "end", "state"},
    {"state_length_to_date", "the length so far", kDuration, 0, "begin",
     "document", "state"},
    {"occurs", "the date", kDate, 0, "origin", "time", {}, "meeting"},
    {"planned", "the planned date", kDate, 0, "origin", "time"},
};

// Attributes of persons and things.
constexpr Row kAttributeRows[] = {
    {"born",
     "the date of birth",
     kDate,
     kSingle,
     "origin",
     "born",
     {},
     {},
     "person"},
    {"died",
     "the date of death",
     kDate,
     kSingle,
     "origin",
     "died",
     {},
     {},
     "person"},
    {"age", "the age", kDuration, 0, "born", "document", {}, {}, "person"},
    {"age_at_death",
     "the age at death",
     kDuration,
     0,
     "born",
     "died",
     {},
     {},
     "person"},
    {"founded", "the founding", kDate, kSingle | kLasting, "origin", "founded"},
    {"opened", "the opening", kDate, kSingle | kLasting, "origin", "opened"},
    {"built", "the building", kDate, kSingle | kLasting, "origin", "built"},
    {"closed", "the closing", kDate, kSingle, "origin", "closed"},
    {"published", "the publication", kDate, kSingle, "origin", "published"},
    {"inception", "the inception", kDate, kSingle, "origin", "founded"},
    {"holds_office", "the tenure", kOffice, kChanges, {}, {}, {}, {}, "person"},
    {"office_holder",
     "the holder",
     kEntity,
     kSingle | kChanges,
     {},
     {},
     {},
     {},
     "office"},
    {"birthplace", "the birthplace", kPlace, kSingle, {}, {}, {}, {}, "person"},
    {"location", "the location", kPlace, kSingle},
    {"authors", "the authors", kNames, kSingle | kFamilyNames},
    {"population",
     "the population",
     kQuantity,
     kSingle | kChanges,
     {},
     {},
     {},
     {},
     "place",
     "people",
     0},
};

constexpr Row kTextRows[] = {
#include "schema/text_rows.inc"
};

// Records of flights, weather stations and the like.
constexpr Row kRecordRows[] = {
    {"scheduled_departure", "the scheduled departure", kDateTime,
     kSingle | kMayLack},
    {"actual_departure", "the actual departure", kDateTime, kSingle | kMayLack},
    {"scheduled_arrival", "the scheduled arrival", kDateTime,
     kSingle | kMayLack},
    {"actual_arrival", "the actual arrival", kDateTime, kSingle | kMayLack},
    {"departure_gate", "the departure gate", kText,
     kSingle | kPartsAgree | kMayLack},
    {"arrival_gate", "the arrival gate", kText,
     kSingle | kPartsAgree | kMayLack},
    {"sched_dep_time", "the scheduled departure", kTime, kSingle | kMayLack},
    {"act_dep_time", "the actual departure", kTime, kSingle | kMayLack},
    {"sched_arr_time", "the scheduled arrival", kTime, kSingle | kMayLack},
    {"act_arr_time", "the actual arrival", kTime, kSingle | kMayLack},
    {"temperature", "the temperature", kQuantity, kSingle | kToTheUnit},
    {"dewpoint", "the dew point", kQuantity, kSingle | kToTheUnit},
    {"humidity",
     "the humidity",
     kQuantity,
     kSingle | kToTheUnit,
     {},
     {},
     {},
     {},
     {},
     {},
     0,
     100},
    {"windspeed",
     "the wind speed",
     kQuantity,
     kSingle | kToTheUnit,
     {},
     {},
     {},
     {},
     {},
     {},
     0},
    {"visibility",
     "the visibility",
     kQuantity,
     kSingle | kToTheUnit,
     {},
     {},
     {},
     {},
     {},
     {},
     0},
    // Words of different sites that do not exclude each other: cloudy, light
    // snow.
    {"conditions", "the conditions", kText},
};

// t(later) - t(earlier) in days; hi < 0: no upper bound.
struct Order {
  std::string_view earlier, later;
  Day lo, hi;
  std::string_view text;
};

constexpr Day kLongestLife = 45656;  // 125 years

constexpr Order kOrders[] = {
    {"last", "halt", 0, -1, "a lapse begins on or after the last time"},
    {"halt", "return", 0, -1,
     "the return comes after the beginning of the lapse"},
    {"begin", "end", 0, -1, "a state ends on or after its beginning"},
    {"born", "died", 0, kLongestLife, "a life lasts at most 125 years"},
    {"took_office", "left_office", 0, -1,
     "an office is left on or after it was taken"},
    {"appointed", "took_office", -366, 366,
     "an office is taken within a year of the appointment, or up to a year "
     "before it as acting"},
    {"elected", "took_office", -300, 366,
     "an office is taken within a year of the election, or up to ten months "
     "before it as acting"},
    {"founded", "closed", 0, -1, "what closes was founded before"},
    {"founded", "first_held", -366, -1,
     "what is held was founded by then, or within the year"},
    {"built", "opened", -366, -1,
     "what opens is built by then, or within the year"},
    {"built", "in_service", -366, -1,
     "what goes into service is built by then, or within the year"},
    {"launched", "built", -366, 1461,
     "a ship is completed within four years of its launch"},
    {"closed", "last", 0, 0, "what closes is open for the last time then"},
};

// Of which whole a percentage of a count is a share.
constexpr std::pair<std::string_view, std::string_view> kShares[] = {
    {"jobs_cut", "headcount"},
};

Predicate MakePredicate(const Row& row, SchemaBuilder& builder) {
  Predicate p;
  p.name = row.name;
  p.label = row.label;
  p.kind = row.kind;
  p.single = (row.flags & kSingle) != 0;
  p.exclusive = (row.flags & kExclusive) != 0;
  p.monotone = (row.flags & kMonotone) != 0;
  p.changes = (row.flags & kChanges) != 0;
  p.lower_bound_only = (row.flags & kLowerBound) != 0;
  p.names_by_family = (row.flags & kFamilyNames) != 0;
  p.lasting = (row.flags & kLasting) != 0;
  p.focal = (row.flags & kFocal) != 0;
  p.parts_agree = (row.flags & kPartsAgree) != 0;
  if ((row.flags & kMayLack) != 0)
    p.no_value.assign(std::begin(kNoValue), std::end(kNoValue));
  p.absolute_tolerance = (row.flags & kToTheUnit) != 0 ? 1 : 0;
  p.from = builder.Role(row.from);
  p.to = builder.Role(row.to);
  p.family = row.family;
  p.happening = row.happening;
  p.subject_type = row.subject;
  p.dimension = row.dimension;
  p.range_lo = row.lo;
  p.range_hi = row.hi;
  return p;
}

Schema MakeBuiltIn() {
  SchemaBuilder builder;
  for (const Row& row : kPointRows) builder.Add(MakePredicate(row, builder));
  for (const Row& row : kAttributeRows)
    builder.Add(MakePredicate(row, builder));
  for (const Row& row : kTextRows) builder.Add(MakePredicate(row, builder));
  for (const Row& row : kRecordRows) builder.Add(MakePredicate(row, builder));
  for (const Order& order : kOrders) {
    builder.Add(OrderRule{
        builder.Role(order.earlier), builder.Role(order.later), order.lo,
        order.hi < 0 ? kPlusInfinity : order.hi, std::string(order.text)});
  }
  builder.Add(LifetimeRule{builder.Named("holds_office"), builder.Named("born"),
                           builder.Named("died"),
                           "an office is held between birth and death"});
  for (const auto& [part, whole] : kShares)
    builder.Add(ShareRule{builder.Named(part), builder.Named(whole)});
  return builder.Take();
}

}  // namespace

const Schema& Schema::BuiltIn() {
  static const Schema schema = MakeBuiltIn();
  return schema;
}

}  // namespace gainsay::internal
