#include "api/screen_record.h"

#include <algorithm>
#include <bit>
#include <boost/json.hpp>
#include <cmath>

#include "base/hash.h"
#include "calendar/civil.h"
#include "graph/value_hash.h"
#include "io/json.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

std::optional<ValueKind> KindOf(std::string_view type) {
  for (int k = 0; k <= static_cast<int>(ValueKind::kNone); ++k) {
    if (Name(static_cast<ValueKind>(k)) == type)
      return static_cast<ValueKind>(k);
  }
  return std::nullopt;
}

// Of "1904-10-19", a day that exists, as HashOfValue has it; nothing for all
// else.
std::optional<std::uint64_t> HashOfDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  unsigned numbers[3] = {0, 0, 0};
  constexpr std::size_t kEnds[3] = {4, 7, 10};
  for (std::size_t i = 0, part = 0; i < text.size(); ++i) {
    if (i == kEnds[part]) {
      ++part;
    } else if (text[i] < '0' || text[i] > '9') {
      return std::nullopt;
    } else {
      numbers[part] = numbers[part] * 10 + static_cast<unsigned>(text[i] - '0');
    }
  }
  const auto [year, month, day] = numbers;
  const auto of = static_cast<std::int32_t>(year);
  if (year == 0 || month < 1 || month > 12 || day < 1 ||
      day > LastDayOf(of, month))
    return std::nullopt;
  const Day number = DayOf(of, month, day);
  ValueRow row;
  row.kind = ValueKind::kDate;
  row.core = row.hull = {number, number};
  static const Interner kNoStrings;
  return HashOfValue(row, kNoStrings);
}

std::string_view View(const boost::json::value* value) {
  const boost::json::string* const text =
      value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string_view()
                         : std::string_view(text->data(), text->size());
}

}  // namespace

std::uint32_t SharedNames::Intern(std::string_view name) {
  const std::lock_guard lock(mutex_);
  return ids_
      .try_emplace(std::string(name), static_cast<std::uint32_t>(ids_.size()))
      .first->second;
}

std::vector<std::string> SharedNames::Names() const {
  std::vector<std::string> names(ids_.size());
  for (const auto& [name, id] : ids_) names[id] = name;
  return names;
}

AgreementRule ScreenShared::RuleOf(std::string_view name) const {
  const PredicateIndex index = checker.schema.Find(name);
  const Predicate& p =
      index.valid() ? checker.schema[index] : checker.schema.defaults();
  AgreementRule rule;
  rule.compared = p.single && p.compared;
  rule.exact = !p.names_by_family;
  rule.absolute = p.absolute_tolerance;
  rule.relative = p.relative_tolerance;
  rule.lo = p.range_lo;
  rule.hi = p.range_hi;
  return rule;
}

std::uint32_t ScreenRecord::Names::Of(std::string_view name,
                                      SharedNames& shared) {
  constexpr std::size_t kLast = 6;
  std::uint64_t last = name.size();
  for (const char c : name.substr(name.size() - std::min(name.size(), kLast)))
    last = last << 8 | static_cast<unsigned char>(c);
  Recent& recent = recent_[(last * 0x9e3779b97f4a7c15U) >> (64 - kRecentBits)];
  if (recent.name == name && !name.empty()) return recent.number;
  auto it = ids_.find(absl::string_view(name.data(), name.size()));
  if (it == ids_.end())
    it = ids_.emplace(std::string(name), shared.Intern(name)).first;
  recent = {it->first, it->second};
  return it->second;
}

const ScreenRecord::PredicateRow& ScreenRecord::PredicateOf(
    std::string_view name, RecordOrder order, std::uint32_t& number) {
  number = predicates_.Of(name, shared_.predicates);
  if (rows_.size() <= number) {
    rows_.resize(number + 1);
    first_named_.resize(number + 1);
  }
  PredicateRow& row = rows_[number];
  if (row.known) return row;
  const Schema& schema = shared_.checker.schema;
  const PredicateIndex index = schema.Find(name);
  row.known = true;
  row.predicate = index.valid() ? schema[index] : schema.defaults();
  row.kind = row.predicate.kind;
  row.plain = shared_.local.IsLocal(name) && row.predicate.one_of.empty() &&
              row.predicate.none_of.empty();
  first_named_[number] = order;
  return row;
}

// Records that say more than a value of a thing, or something else.
bool ScreenRecord::IsPlain(const ClaimRecord& r,
                           const PredicateRow& predicate) const {
  return predicate.plain && r.start.empty() && r.end.empty() &&
         r.point_in_time.empty() && r.as_of.empty() && r.attribution.empty() &&
         r.mod.empty() && r.body.empty() && r.country.empty() &&
         r.country_id.empty() && r.aliases.empty() &&
         (r.modality.empty() || r.modality == Name(Modality::kAsserted)) &&
         (!r.confidence || (*r.confidence > 0 && *r.confidence <= 1));
}

std::string_view ScreenRecord::Canonical(std::string_view text) {
  CanonicalText(text, folded_);
  return folded_;
}

std::uint64_t ScreenRecord::SubjectKey(const ClaimRecord& record) {
  RunHasher hasher;
  if (!record.subject_id.empty()) {
    hasher.Add(std::uint64_t{1}).Add(record.subject_id);
  } else {
    hasher.Add(std::uint64_t{2}).Add(Canonical(record.subject));
  }
  return hasher.value();
}

std::uint32_t ScreenRecord::Form(ValueKind kind, std::string_view unit) {
  std::uint32_t& plain = plain_forms_[static_cast<std::size_t>(kind)];
  if (unit.empty() && plain != 0) return plain;
  key_.assign(1, static_cast<char>('a' + static_cast<int>(kind)));
  key_.append(unit);
  const bool meets = kind == ValueKind::kDate || kind == ValueKind::kEntity ||
                     kind == ValueKind::kPlace;
  const std::uint32_t form =
      (forms_.Of(key_, shared_.forms) + 1) << AgreementRow::kFormBits |
      (kind == ValueKind::kQuantity ? AgreementRow::kNumber : 0U) |
      (meets ? AgreementRow::kMeets : 0U);
  if (unit.empty()) plain = form;
  return form;
}

bool ScreenRecord::SetQuantity(const ClaimRecord& record, AgreementRow& row) {
  const std::optional<double> number = NumberOf(record);
  if (!number || !std::isfinite(*number)) return false;
  row.value = std::bit_cast<std::uint64_t>(*number + 0.0);  // -0 is 0
  row.form = Form(ValueKind::kQuantity, Canonical(record.unit));
  return true;
}

// Dates, times and durations: parsed once for each way of writing them.
bool ScreenRecord::SetParsed(const ClaimRecord& record, ValueKind kind,
                             const PredicateRow& predicate, AgreementRow& row) {
  constexpr std::size_t kMostParsed = std::size_t{1} << 18;
  if (record.number || record.truth) return false;
  if (kind == ValueKind::kDate && record.precision.empty()) {
    if (const std::optional<std::uint64_t> day = HashOfDay(record.value)) {
      row.value = *day;
      row.form = Form(kind, {});
      return true;
    }
  }
  if (parsed_.size() > kMostParsed) {
    parsed_.clear();
    strings_ = std::make_unique<Interner>();
  }
  key_.assign(1, static_cast<char>('a' + static_cast<int>(kind)));
  key_.append(record.precision).append(1, '\n').append(record.value);
  const auto [it, added] = parsed_.try_emplace(key_);
  if (added) {
    const Result<ValueRow> value =
        MakeValueRow(record, predicate.predicate, *strings_);
    if (value) it->second = HashOfValue(*value, *strings_);
  }
  if (!it->second) return false;
  row.value = *it->second;
  row.form = Form(kind, {});
  return true;
}

bool ScreenRecord::SetValue(const ClaimRecord& record,
                            const PredicateRow& predicate, AgreementRow& row) {
  ValueKind kind = predicate.kind;
  if (!record.type.empty()) {
    const std::optional<ValueKind> said = KindOf(record.type);
    if (!said) return false;
    kind = *said;
  }
  switch (kind) {
    case ValueKind::kQuantity:
      return !record.truth && SetQuantity(record, row);
    case ValueKind::kBool:
      if (record.number || (record.value != "true" && record.value != "false"))
        return false;
      row.value = record.value == "true" ? 1 : 0;
      row.form = Form(kind, {});
      return true;
    case ValueKind::kDate:
    case ValueKind::kDateTime:
    case ValueKind::kTime:
    case ValueKind::kDuration:
      return SetParsed(record, kind, predicate, row);
    case ValueKind::kEntity:
    case ValueKind::kPlace:
    case ValueKind::kNames:
    case ValueKind::kText: {
      if (record.number || record.truth) return false;
      RunHasher hasher;
      hasher.Add(Canonical(record.value));
      if (kind == ValueKind::kEntity || kind == ValueKind::kPlace)
        hasher.Add(record.object_id);
      row.value = hasher.value();
      row.form = Form(kind, {});
      return true;
    }
    case ValueKind::kOffice:
    case ValueKind::kNone:
    case ValueKind::kBad:
      return false;
  }
  return false;
}

ScreenVerdict ScreenRecord::Mark(const ClaimRecord& record, Referent::Kind kind,
                                 AgreementRow& row) {
  // Names of bodies are compared word by word with those of things.
  if (record.subject_id.empty() && kind == Referent::Kind::kOrganisation)
    return ScreenVerdict::kHopeless;
  row.subject = SubjectKey(record);
  row.predicate = AgreementRow::kMark;
  return ScreenVerdict::kMarked;
}

ScreenVerdict ScreenRecord::Take(const ClaimRecord& record, RecordOrder order,
                                 AgreementRow& row) {
  row = {};
  if (record.source.empty() || record.predicate.empty() ||
      (record.subject.empty() && record.subject_id.empty()))
    return ScreenVerdict::kGeneral;
  const PredicateRow& predicate =
      PredicateOf(record.predicate, order, row.predicate);
  const Referent::Kind kind =
      SubjectKind(record.subject_type, predicate.predicate.subject_type);
  const bool open =
      kind == Referent::Kind::kUnknown || kind == Referent::Kind::kThing;
  const bool by_id =
      !record.subject_id.empty() && kind != Referent::Kind::kPerson;
  if (!(open || by_id) || !IsPlain(record, predicate) ||
      !SetValue(record, predicate, row))
    return Mark(record, kind, row);
  row.subject = SubjectKey(record);
  row.name = RunHasher()
                 .Add(record.subject)
                 .Add(record.subject_type)
                 .Add(static_cast<std::uint64_t>(kind))
                 .value();
  row.source = sources_.Of(record.source, shared_.sources);
  return ScreenVerdict::kPlain;
}

ScreenVerdict ScreenRecord::TakeJson(std::string_view line, RecordOrder order,
                                     AgreementRow& row) {
  row = {};
  const auto object = parser_->ParseObject(line, {}, 0);
  if (!object) return ScreenVerdict::kGeneral;
  ClaimRecord record;
  record.source = View((*object)->if_contains("source"));
  record.predicate = View((*object)->if_contains("predicate"));
  const boost::json::value* const subject = (*object)->if_contains("subject");
  record.subject = View(subject);
  if (subject != nullptr && subject->is_object()) {
    const boost::json::object& fields = subject->get_object();
    record.subject = View(fields.if_contains("name"));
    record.subject_id = View(fields.if_contains("id"));
    record.subject_type = View(fields.if_contains("type"));
  }
  if (record.source.empty() || record.predicate.empty() ||
      (record.subject.empty() && record.subject_id.empty()))
    return ScreenVerdict::kGeneral;
  const PredicateRow& predicate =
      PredicateOf(record.predicate, order, row.predicate);
  return Mark(
      record,
      SubjectKind(record.subject_type, predicate.predicate.subject_type), row);
}

}  // namespace gainsay::internal
