#include <algorithm>
#include <cmath>
#include <limits>

#include "base/hash.h"
#include "claim/records.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

Error At(const RecordPlace& place, std::string field, std::string what) {
  return {ErrorCode::kBadRecord, std::move(what), std::string(place.file),
          place.line, std::move(field)};
}

constexpr std::pair<std::string_view, Referent::Kind> kSubjectTypes[] = {
    {"person", Referent::Kind::kPerson},
    {"organisation", Referent::Kind::kOrganisation},
    {"organization", Referent::Kind::kOrganisation},
    {"place", Referent::Kind::kPlace},
    {"office", Referent::Kind::kOffice},
    {"event", Referent::Kind::kEvent},
    {"series", Referent::Kind::kSeries},
    {"thing", Referent::Kind::kThing},
};

// The note of "prime minister (cabinet start)" restricts what is compared with
// it.
std::string OfficeScope(std::string_view office) {
  const std::size_t open = office.find('(');
  if (open == std::string_view::npos || open == 0 || !office.ends_with(')'))
    return {};
  return "definition=" +
         CanonicalText(office.substr(open + 1, office.size() - open - 2));
}

}  // namespace

Referent::Kind SubjectKind(std::string_view type, std::string_view by_default) {
  for (const auto& [name, kind] : kSubjectTypes) {
    if (name == (type.empty() ? by_default : type)) return kind;
  }
  return Referent::Kind::kUnknown;
}

ReferentIndex RecordBuilder::ReferentOf(const ClaimRecord& record,
                                        const Predicate& predicate) {
  RunHasher hasher;
  hasher.Add(record.subject).Add(record.subject_id).Add(record.subject_type);
  const Referent::Kind kind =
      SubjectKind(record.subject_type, predicate.subject_type);
  hasher.Add(static_cast<std::uint64_t>(kind));
  for (const std::string_view alias : record.aliases) hasher.Add(alias);
  // A name alone does not make a person: namesakes are told apart by country
  // and tenure, and joined by identity.
  const bool nameless =
      kind == Referent::Kind::kPerson && record.subject_id.empty();
  const std::string_view country =
      record.country_id.empty() ? record.country : record.country_id;

  if (nameless) hasher.Add(country).Add(record.start);
  const auto [it, added] = referents_.try_emplace(
      hasher.value(),
      static_cast<std::uint32_t>(target_.table.referents.size()));
  if (added) {
    Referent referent;
    referent.kind = kind;
    referent.name = target_.strings.Intern(record.subject);
    referent.external_id = target_.strings.Intern(record.subject_id);
    for (const std::string_view alias : record.aliases) {
      if (!alias.empty())
        referent.aliases.push_back(target_.strings.Intern(alias));
    }
    referent.place = target_.strings.Intern(CanonicalText(country));
    if (nameless && !record.start.empty()) {
      if (const Result<Date> start = Date::Parse(record.start))
        referent.time = start->hull();
    }
    target_.table.referents.push_back(std::move(referent));
  }
  return ReferentIndex(it->second);
}

void RecordBuilder::NameCountry(std::string_view id, std::string_view name) {
  if (!countries_.insert(Hasher().Add(id).Add(name).value()).second) return;
  target_.table.place_names.emplace_back(
      target_.strings.Intern(CanonicalText(id)),
      target_.strings.Intern(CanonicalText(name)));
}

bool RecordBuilder::SetDates(const ClaimRecord& record,
                             const RecordPlace& place, Claim& claim) {
  struct Field {
    std::string_view text;
    const char* name;
    std::optional<DayInterval> days;
  };
  Field fields[] = {{record.start, "start", {}},
                    {record.end, "end", {}},
                    {record.point_in_time, "point_in_time", {}},
                    {record.as_of, "as_of", {}}};
  for (Field& field : fields) {
    if (field.text.empty()) continue;
    const Result<Date> date = Date::Parse(field.text);
    if (!date) {
      target_.errors.push_back(At(place, field.name, date.error().what));
      return false;
    }
    field.days = date->hull();
  }
  if (fields[0].days)
    claim.valid.begin = *fields[0].days, claim.valid.begin_known = true;
  if (fields[1].days)
    claim.valid.end = *fields[1].days, claim.valid.end_known = true;
  if (fields[2].days)
    claim.valid = {*fields[2].days, *fields[2].days, true, true};
  if (fields[3].days) claim.as_of = *fields[3].days;
  return true;
}

bool RecordBuilder::SetRest(const ClaimRecord& record, const RecordPlace& place,
                            Claim& claim) {
  if (!record.modality.empty()) {
    bool known = false;
    for (const Modality modality :
         {Modality::kAsserted, Modality::kPlanned, Modality::kPossible,
          Modality::kDenied, Modality::kAsked}) {
      if (Name(modality) == record.modality)
        claim.modality = modality, known = true;
    }
    if (!known) {
      target_.errors.push_back(
          At(place, "modality",
             "expected asserted, planned, possible, denied or asked, got \"" +
                 std::string(record.modality) + "\""));
      return false;
    }
  }
  if (record.confidence) {
    if (!(*record.confidence > 0 && *record.confidence <= 1)) {
      target_.errors.push_back(
          At(place, "confidence", "expected a number above 0 and up to 1"));
      return false;
    }
    claim.confidence = static_cast<float>(*record.confidence);
  }
  if (claim.modality == Modality::kDenied) claim.negated = true;
  if (!record.doc.empty() && target_.find_document) {
    const DocumentIndex document = target_.find_document(record.doc);
    if (document.valid()) {
      claim.document = document;
      claim.evidence = claim.value_span = record.span.value_or(ByteSpan());
    }
  }
  return true;
}

bool RecordBuilder::Finish(const ClaimRecord& record, const RecordPlace& place,
                           ValueRow value, Claim claim) {
  if (place.offset + place.size > std::numeric_limits<std::uint32_t>::max()) {
    target_.errors.push_back({ErrorCode::kTooLarge,
                              "expected a file below 4 GiB",
                              std::string(place.file),
                              place.line,
                              {}});
    return false;
  }
  claim.document = place.document;
  claim.evidence = claim.value_span = {
      static_cast<std::uint32_t>(place.offset),
      static_cast<std::uint32_t>(place.offset + place.size)};
  claim.line = static_cast<std::uint32_t>(std::min<std::uint64_t>(
      place.line, std::numeric_limits<std::uint32_t>::max()));
  if (!SetDates(record, place, claim) || !SetRest(record, place, claim))
    return false;
  claim.subject = ReferentOf(record, target_.schema[claim.predicate]);
  if (!record.country_id.empty() && !record.country.empty())
    NameCountry(record.country_id, record.country);
  claim.source = target_.strings.Intern(record.source);
  claim.id = target_.strings.Intern(record.id);
  claim.speaker = target_.strings.Intern(record.attribution);
  if (value.kind == ValueKind::kOffice)
    claim.scope = target_.strings.Intern(
        OfficeScope(target_.strings.View(value.surface)));
  claim.value = ValueIndex(target_.table.values.size());
  target_.table.values.push_back(value);
  target_.table.claims.push_back(claim);
  return true;
}

bool RecordBuilder::Add(const ClaimRecord& record, const RecordPlace& place) {
  const std::pair<std::string_view, const char*> needed[] = {
      {record.source, "source"},
      {record.predicate, "predicate"},
      {record.subject.empty() ? record.subject_id : record.subject, "subject"}};
  for (const auto& [text, field] : needed) {
    if (!text.empty()) continue;
    target_.errors.push_back(
        At(place, field, "expected a non-empty string, got nothing"));
    return false;
  }
  Claim claim;
  claim.predicate = target_.schema.FindOrAdd(record.predicate);
  Result<ValueRow> value =
      MakeValueRow(record, target_.schema[claim.predicate], target_.strings);
  if (!value) {
    target_.errors.push_back(
        At(place, std::string(place.value_field), value.error().what));
    ValueRow bad;
    bad.kind = ValueKind::kBad;
    bad.surface = target_.strings.Intern(record.value);
    value = bad;
  }
  return Finish(record, place, *value, claim);
}

bool RecordBuilder::Add(const ClaimInput& input, const RecordPlace& place) {
  ClaimRecord record;
  record.id = input.id;
  record.source = input.source;
  record.subject = input.subject.name;
  record.subject_id = input.subject.id;
  record.subject_type = input.subject.type;
  record.aliases.assign(input.subject.aliases.begin(),
                        input.subject.aliases.end());
  record.predicate = input.predicate;
  record.attribution = input.attribution;
  record.doc = input.document;
  record.span = input.span;
  record.confidence = input.confidence;
  record.modality = Name(input.modality);
  const auto text = [](const std::optional<Date>& date) {
    return date ? date->ToString() : std::string();
  };
  const std::string start = text(input.start), end = text(input.end),
                    as_of = text(input.as_of);
  record.start = start;
  record.end = end;
  record.as_of = as_of;
  if (record.predicate.empty() ||
      (record.subject.empty() && record.subject_id.empty())) {
    target_.errors.push_back(
        At(place, record.predicate.empty() ? "predicate" : "subject",
           "expected a non-empty string, got nothing"));
    return false;
  }
  Claim claim;
  claim.predicate = target_.schema.FindOrAdd(record.predicate);
  return Finish(record, place,
                MakeValueRow(input.object, target_.schema[claim.predicate],
                             target_.strings),
                claim);
}

}  // namespace gainsay::internal
