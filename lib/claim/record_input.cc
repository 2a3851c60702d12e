// Rows back to values and ClaimInput.
#include "calendar/civil.h"
#include "claim/parts.h"
#include "claim/records.h"

namespace gainsay::internal {
namespace {

std::vector<std::string> SplitNames(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (end > 0) names.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

std::optional<Date> DateOf(DayInterval days, bool known) {
  if (!known) return std::nullopt;
  if (days.lo == days.hi) return MakeDate(days, days, Grain::kDay);
  // A window of a whole month or year is one.
  if (days.lo > kMinusInfinity && days.hi < kPlusInfinity) {
    for (const std::size_t size : {std::size_t{7}, std::size_t{4}}) {
      const std::string text =
          FormatDay(days.lo).substr(0, FormatDay(days.lo).size() - 10 + size);
      const Result<Date> date = Date::Parse(text);
      if (date && date->core() == days) return *date;
    }
  }
  return MakeDate(days, days, Grain::kUnknown);
}

}  // namespace

Value ValueOf(const ValueRow& row, const Interner& strings) {
  const std::string text(strings.View(row.text)),
      qualifier(strings.View(row.qualifier)),
      surface(strings.View(row.surface));
  const auto named = [&](Value value) {
    value.set_surface(surface);
    return value;
  };
  switch (row.kind) {
    case ValueKind::kDate:
      return named(Value::OfDate(MakeDate(row.core, row.hull, row.grain)));
    case ValueKind::kDateTime:
      return named(Value::OfDateTime(
          static_cast<std::int64_t>(row.number),
          static_cast<std::int64_t>(row.number_max - row.number) + 1));
    case ValueKind::kTime:
      return named(Value::OfTime(
          static_cast<std::int64_t>(row.number),
          static_cast<std::int64_t>(row.number_max - row.number) + 1));
    case ValueKind::kDuration:
      return named(Value::OfDuration(row.count));
    case ValueKind::kQuantity:
      if (row.number_max > row.number)
        return named(Value::OfQuantityRange(row.number, row.number_max, text));
      return named(Value::OfQuantity(row.number, text, row.modifier));
    case ValueKind::kOffice:
      return named(Value::OfOffice(text, qualifier));
    case ValueKind::kEntity:
      return named(
          Value::OfEntity(surface.empty() ? text : surface, qualifier));
    case ValueKind::kPlace:
      return named(Value::OfPlace(surface.empty() ? text : surface, qualifier));
    case ValueKind::kNames:
      return named(Value::OfNames(SplitNames(text)));
    case ValueKind::kText:
      return named(Value::OfText(surface.empty() ? text : surface));
    case ValueKind::kBool:
      return named(Value::OfBool(row.number != 0));
    case ValueKind::kNone:
      return Value();
    case ValueKind::kBad:
      return Value::Bad(surface);
  }
  return Value();
}

namespace {

// What a claim speaks of where no name is given: who takes part, what kind it
// is.
std::string Description(const Referent& subject, const Interner& strings) {
  std::string out;
  const auto add = [&](StringId word) {
    const std::string_view view = strings.View(word);
    if (!view.empty()) out.append(out.empty() ? "" : " ").append(view);
  };
  for (const StringId name : subject.participants) add(name);
  for (const StringId word : subject.modifiers) add(word);
  add(subject.head);
  return out;
}

std::string_view TypeOf(Referent::Kind kind) {
  switch (kind) {
    case Referent::Kind::kUnknown:
      return "";
    case Referent::Kind::kPerson:
      return "person";
    case Referent::Kind::kOrganisation:
      return "organisation";
    case Referent::Kind::kPlace:
      return "place";
    case Referent::Kind::kOffice:
      return "office";
    case Referent::Kind::kEvent:
      return "event";
    case Referent::Kind::kSeries:
      return "series";
    case Referent::Kind::kThing:
      return "thing";
  }
  return "";
}

}  // namespace

ClaimInput InputOf(const ClaimTable& table, ClaimIndex index,
                   const Schema& schema, const Interner& strings) {
  const Claim& claim = table[index];
  const Referent& subject = table[claim.subject];
  ClaimInput out;
  out.id = strings.View(claim.id);
  out.source = strings.View(claim.source);
  out.subject.name = strings.View(subject.name);
  if (out.subject.name.empty())
    out.subject.name = Description(subject, strings);
  out.subject.type = TypeOf(subject.kind);
  out.subject.id = strings.View(subject.external_id);
  for (const StringId alias : subject.aliases)
    out.subject.aliases.emplace_back(strings.View(alias));
  out.predicate = schema[claim.predicate].name;
  // A part is no value of the whole: by a predicate of its own.
  if (const std::string_view scope = strings.View(claim.scope);
      IsPartScope(scope))
    out.predicate.append(", ").append(scope);
  out.object = ValueOf(table[claim.value], strings);
  out.start = DateOf(claim.valid.begin, claim.valid.begin_known);
  out.end = DateOf(claim.valid.end, claim.valid.end_known);
  out.as_of = DateOf(claim.as_of, claim.as_of.lo > kMinusInfinity &&
                                      claim.as_of.hi < kPlusInfinity);
  out.modality = claim.modality;
  out.attribution = strings.View(claim.speaker);
  if (!claim.evidence.empty()) out.span = claim.evidence;
  out.confidence = claim.confidence;
  return out;
}

}  // namespace gainsay::internal
