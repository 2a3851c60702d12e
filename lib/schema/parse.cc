// The reader of schema files: JSON as docs/schema.md has it.
#include <algorithm>
#include <boost/json.hpp>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json.h"
#include "schema/builder.h"
#include "schema/json_values.h"
#include "schema/schema.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

constexpr ValueKind kKinds[] = {
    ValueKind::kDate,     ValueKind::kDateTime, ValueKind::kTime,
    ValueKind::kDuration, ValueKind::kQuantity, ValueKind::kOffice,
    ValueKind::kEntity,   ValueKind::kPlace,    ValueKind::kNames,
    ValueKind::kText,     ValueKind::kBool,     ValueKind::kNone};

// Reads one file; the first thing wrong with it ends the reading.
class SchemaReader {
 public:
  SchemaReader(SchemaBuilder& builder, std::string_view file)
      : builder_(builder), in_(file) {}

  std::optional<Error> Read(const json::object& root) {
    // Defaults first: predicates that rules name get them.
    struct Section {
      std::string_view key;
      void (SchemaReader::*read)(const json::value&);
    };
    static constexpr Section kSections[] = {
        {"defaults", &SchemaReader::ReadDefaults},
        {"predicates", &SchemaReader::ReadPredicates},
        {"orders", &SchemaReader::ReadOrders},
        {"dependencies", &SchemaReader::ReadDependencies},
        {"exclusions", &SchemaReader::ReadExclusions},
        {"inverses", &SchemaReader::ReadInverses},
        {"lifetimes", &SchemaReader::ReadLifetimes},
        {"contemporaries", &SchemaReader::ReadContemporaries},
    };
    for (const auto& member : root) {
      const std::string_view key = JsonView(member.key());
      if (key != "$schema" &&
          std::ranges::find(kSections, key, &Section::key) ==
              std::end(kSections)) {
        in_.Fail("", key, "no such section of a schema; see docs/schema.md");
      }
      if (key == "$schema" && !member.value().is_string())
        in_.Expected("", key, "a string", member.value());
    }
    for (const Section& section : kSections) {
      const json::value* const value =
          root.if_contains({section.key.data(), section.key.size()});
      if (value != nullptr) (this->*section.read)(*value);
      if (in_.error()) return in_.error();
    }
    return std::nullopt;
  }

 private:
  PredicateIndex NeedPredicate(const json::object& object,
                               std::string_view where, std::string_view key) {
    const std::string name = in_.NeedText(object, where, key);
    return name.empty() ? PredicateIndex() : builder_.Named(name);
  }
  PredicateIndex PredicateOf(const json::object& object, std::string_view where,
                             std::string_view key) {
    const std::string name = in_.TextOf(object, where, key);
    return name.empty() ? PredicateIndex() : builder_.Named(name);
  }

  // --- sections ---
  void ReadDefaults(const json::value& value) {
    Predicate defaults = builder_.defaults();
    defaults.compared = true;
    ReadPredicate(defaults, value, "defaults");
    if (!in_.error()) builder_.defaults() = std::move(defaults);
  }
  void ReadPredicates(const json::value& value) {
    const json::object* const all = in_.ObjectOf(value, "", "predicates");
    if (all == nullptr) return;
    for (const auto& member : *all) {
      const std::string_view name = JsonView(member.key());
      const PredicateIndex known = builder_.schema().Find(name);
      Predicate predicate =
          known.valid() ? builder_.schema()[known] : builder_.defaults();
      predicate.name = name;
      if (!known.valid()) predicate.label = name;
      predicate.compared = true;
      ReadPredicate(predicate, member.value(),
                    "predicates." + std::string(name));
      if (in_.error()) return;
      builder_.Add(std::move(predicate));
    }
  }
  void ReadPredicate(Predicate& predicate, const json::value& value,
                     const std::string& where);

  void ReadTolerance(Predicate& p, const json::value& value,
                     std::string_view where) {
    const json::object* const object = in_.ObjectOf(value, where, "tolerance");
    if (object == nullptr) return;
    in_.OnlyKeys(*object, where, {"absolute", "relative"});
    if (const json::value* v = object->if_contains("absolute"))
      p.absolute_tolerance = in_.Number(*v, where, "tolerance.absolute");
    if (const json::value* v = object->if_contains("relative"))
      p.relative_tolerance = in_.Number(*v, where, "tolerance.relative");
    if (p.absolute_tolerance < 0 || p.relative_tolerance < 0 ||
        p.relative_tolerance >= 1) {
      in_.Expected(where, "tolerance",
                   "absolute 0 or more, relative from 0 to below 1", value);
    }
  }
  // A bound that may be left open by null.
  double Bound(const json::value& value, double open, std::string_view where) {
    return value.is_null() ? open : in_.Number(value, where, "range");
  }
  void ReadRange(Predicate& p, const json::value& value,
                 std::string_view where) {
    const json::array* const ends = value.if_array();
    if (ends == nullptr || ends->size() != 2)
      return in_.Expected(where, "range", "[least, most], null for none",
                          value);
    p.range_lo = Bound((*ends)[0], -kInfinity, where);
    p.range_hi = Bound((*ends)[1], kInfinity, where);
    if (p.range_lo > p.range_hi)
      in_.Expected(where, "range", "least before most", value);
  }
  void ReadBinds(Predicate& p, const json::value& value,
                 std::string_view where) {
    const json::object* const object = in_.ObjectOf(value, where, "binds");
    if (object == nullptr) return;
    in_.OnlyKeys(*object, where, {"from", "to"});
    const std::string from = in_.TextOf(*object, where, "from");
    p.from = from.empty() ? kOriginRole : builder_.Role(from);
    p.to = builder_.Role(in_.NeedText(*object, where, "to"));
  }
  void ReadType(Predicate& p, const json::value& value,
                std::string_view where) {
    const std::string name = in_.Text(value, where, "type");
    const auto kind = std::ranges::find_if(
        kKinds, [&](ValueKind k) { return Name(k) == name; });
    if (kind == std::end(kKinds))
      return in_.Expected(where, "type",
                          "a type of values such as \"date\" or \"quantity\"",
                          value);
    p.kind = *kind;
  }

  // Differences within a range: "min" and "max" in days or as durations.
  void ReadOrders(const json::value& value) {
    in_.ForEach(
        value, "orders", [this](const json::object& o, std::string_view where) {
          in_.OnlyKeys(o, where, {"earlier", "later", "min", "max", "text"});
          OrderRule rule{builder_.Role(in_.NeedText(o, where, "earlier")),
                         builder_.Role(in_.NeedText(o, where, "later")),
                         0,
                         kPlusInfinity,
                         {}};
          if (const json::value* v = o.if_contains("min"))
            rule.lo = in_.Days(*v, false, where, "min");
          if (const json::value* v = o.if_contains("max"))
            rule.hi = in_.Days(*v, true, where, "max");
          rule.text = in_.TextOf(o, where, "text");
          if (rule.text.empty() && !in_.error())
            rule.text = std::string(builder_.schema().role(rule.earlier)) +
                        " before " +
                        std::string(builder_.schema().role(rule.later));
          if (rule.lo > rule.hi && !in_.error())
            in_.Fail(where, "max", "expected at least min");
          if (!in_.error()) builder_.Add(std::move(rule));
        });
  }
  void ReadDependencies(const json::value& value) {
    in_.ForEach(value, "dependencies",
                [this](const json::object& o, std::string_view where) {
                  in_.OnlyKeys(o, where, {"same", "then", "text"});
                  const json::value* const same = in_.Need(o, where, "same");
                  if (same == nullptr) return;
                  DependencyRule rule;
                  const std::vector<std::string> names =
                      same->is_string() ? std::vector<std::string>{in_.Text(
                                              *same, where, "same")}
                                        : in_.Texts(*same, where, "same");
                  for (const std::string& name : names)
                    rule.same.push_back(builder_.Named(name));
                  rule.then = NeedPredicate(o, where, "then");
                  rule.text = in_.TextOf(o, where, "text");
                  if (rule.same.empty())
                    in_.Expected(where, "same", "one predicate or more", *same);
                  if (!in_.error()) builder_.Add(std::move(rule));
                });
  }
  void ReadExclusions(const json::value& value) {
    in_.ForEach(
        value, "exclusions",
        [this](const json::object& o, std::string_view where) {
          in_.OnlyKeys(o, where,
                       {"predicate", "value", "with", "with_value", "text"});
          ExclusionRule rule{
              NeedPredicate(o, where, "predicate"),
              NeedPredicate(o, where, "with"), in_.TextOf(o, where, "value"),
              in_.TextOf(o, where, "with_value"), in_.TextOf(o, where, "text")};
          if (!in_.error()) builder_.Add(std::move(rule));
        });
  }
  void ReadInverses(const json::value& value) {
    in_.ForEach(value, "inverses",
                [this](const json::object& o, std::string_view where) {
                  in_.OnlyKeys(o, where, {"predicate", "inverse"});
                  const InverseRule rule{NeedPredicate(o, where, "predicate"),
                                         NeedPredicate(o, where, "inverse")};
                  if (!in_.error()) builder_.Add(rule);
                });
  }
  void ReadLifetimes(const json::value& value) {
    in_.ForEach(value, "lifetimes",
                [this](const json::object& o, std::string_view where) {
                  in_.OnlyKeys(o, where, {"predicate", "born", "died", "text"});
                  LifetimeRule rule{NeedPredicate(o, where, "predicate"),
                                    PredicateOf(o, where, "born"),
                                    PredicateOf(o, where, "died"),
                                    in_.TextOf(o, where, "text")};
                  if (!in_.error()) builder_.Add(std::move(rule));
                });
  }
  void ReadContemporaries(const json::value& value) {
    in_.ForEach(value, "contemporaries",
                [this](const json::object& o, std::string_view where) {
                  in_.OnlyKeys(o, where, {"predicate", "born", "died"});
                  const ContemporaryRule rule{
                      NeedPredicate(o, where, "predicate"),
                      NeedPredicate(o, where, "born"),
                      NeedPredicate(o, where, "died")};
                  if (!in_.error()) builder_.Add(rule);
                });
  }

  SchemaBuilder& builder_;
  JsonValues in_;
};

// One flag of a predicate, by key.
struct FlagKey {
  std::string_view key;
  bool Predicate::*flag;
};
constexpr FlagKey kFlags[] = {
    {"single", &Predicate::single},
    {"exclusive", &Predicate::exclusive},
    {"monotone", &Predicate::monotone},
    {"changes", &Predicate::changes},
    {"within_source", &Predicate::within_source},
    {"compared", &Predicate::compared},
    {"names_by_family", &Predicate::names_by_family},
    {"lower_bound_only", &Predicate::lower_bound_only},
    {"parts_agree", &Predicate::parts_agree},
};
struct TextKey {
  std::string_view key;
  std::string Predicate::*text;
};
constexpr TextKey kTexts[] = {{"label", &Predicate::label},
                              {"dimension", &Predicate::dimension},
                              {"subject_type", &Predicate::subject_type},
                              {"family", &Predicate::family},
                              {"happening", &Predicate::happening}};

void SchemaReader::ReadPredicate(Predicate& p, const json::value& value,
                                 const std::string& where) {
  const json::object* const object = in_.ObjectOf(value, "", where);
  if (object == nullptr) return;
  for (const auto& member : *object) {
    const std::string_view key = JsonView(member.key());
    const json::value& v = member.value();
    if (const auto* flag = std::ranges::find(kFlags, key, &FlagKey::key);
        flag != std::end(kFlags)) {
      p.*(flag->flag) = in_.Bool(v, where, key);
    } else if (const auto* text = std::ranges::find(kTexts, key, &TextKey::key);
               text != std::end(kTexts)) {
      p.*(text->text) = in_.Text(v, where, key);
    } else if (key == "type") {
      ReadType(p, v, where);
    } else if (key == "tolerance") {
      ReadTolerance(p, v, where);
    } else if (key == "range") {
      ReadRange(p, v, where);
    } else if (key == "binds") {
      ReadBinds(p, v, where);
    } else if (key == "day_slack") {
      p.day_slack = in_.Days(v, true, where, key);
      if (p.day_slack < 0) in_.Expected(where, key, "0 days or more", v);
    } else if (key == "one_of") {
      p.one_of = in_.Texts(v, where, key);
    } else if (key == "no_value") {
      p.no_value = in_.Texts(v, where, key);
    } else if (key == "none_of") {
      p.none_of = in_.Texts(v, where, key);
    } else if (!in_.error()) {
      in_.Fail(where, key, "no such key of a predicate; see docs/schema.md");
    }
    if (in_.error()) return;
  }
}

}  // namespace

Result<Schema> Schema::Parse(std::string_view text,
                             std::string_view file_name) {
  JsonParser parser;
  const Result<const json::object*> root =
      parser.ParseObject(text, file_name, 0);
  if (!root) return root.error();
  SchemaBuilder builder(BuiltIn());
  if (std::optional<Error> error =
          SchemaReader(builder, file_name).Read(**root))
    return *error;
  return builder.Take();
}

}  // namespace gainsay::internal
