#include "identity/resolve.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "claim/told_clock.h"
#include "identity/events.h"
#include "identity/record_persons.h"
#include "identity/same_name.h"
#include "identity/story_things.h"
#include "identity/text_names.h"
#include "identity/text_records.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kState = "state";  // family: its beginning, length
constexpr std::string_view kLapse =
    "lapse";  // the family of predicates of a lapse

constexpr std::string_view kPeople = "people";  // a dimension

// Referents by the way they are resolved.
struct Sorted {
  std::vector<ReferentIndex> records, ids, persons, bodies, places, offices,
      events;
};

// Referents of which something is said that is said of persons only: a birth,
// an age. No list of names has to know them.
std::vector<bool> SaidOfPersons(const IdentityInput& in) {
  std::vector<bool> person(in.table.referents.size());
  for (const Claim& claim : in.table.claims) {
    if (claim.subject.valid() &&
        in.schema[claim.predicate].subject_type == "person")
      person[claim.subject.index] = true;
  }
  return person;
}

// Referents that are said to lapse or return, bodies too: "the panel had not
// met since 2016"; and those of the same noun of which the document, or one of
// few, tells what is true for good: "the panel was set up in 1991".
std::vector<bool> SaidToLapse(const IdentityInput& in) {
  std::vector<bool> lapse(in.table.referents.size());
  std::set<std::pair<DocumentIndex, StringId>> nouns;
  const bool few = in.document_words.size() <= kSmallCorpus;
  const auto where = [&](const Claim& claim) {
    return few ? DocumentIndex() : claim.document;
  };
  for (const Claim& claim : in.table.claims) {
    if (!claim.subject.valid() || !claim.document.valid() ||
        in.schema[claim.predicate].family != kLapse)
      continue;
    lapse[claim.subject.index] = true;
    const StringId head = in.table[claim.subject].head;
    if (!in.strings.View(head).empty()) nouns.emplace(where(claim), head);
  }
  for (const Claim& claim : in.table.claims) {
    if (!claim.subject.valid() || !in.schema[claim.predicate].lasting) continue;
    const Referent& referent = in.table[claim.subject];
    // A named body goes by its name.
    const bool body = referent.kind == Referent::Kind::kOrganisation &&
                      !in.strings.View(referent.name).empty();
    if (!body && nouns.contains({where(claim), referent.head}))
      lapse[claim.subject.index] = true;
  }
  return lapse;
}

Sorted SortReferents(const IdentityInput& in, const std::vector<bool>& lapse) {
  Sorted out;
  const std::vector<bool> person = SaidOfPersons(in);
  for (std::size_t i = 0; i < in.table.referents.size(); ++i) {
    const ReferentIndex index(i);
    const Referent& referent = in.table.referents[i];
    if (IsRecordPerson(referent)) {
      out.records.push_back(index);
      continue;
    }
    if (!in.strings.View(referent.external_id).empty()) {
      out.ids.push_back(index);
      continue;
    }
    const bool named = !in.strings.View(referent.name).empty(),
               headed = !in.strings.View(referent.head).empty();
    if (person[i] && named) {
      out.persons.push_back(index);
      continue;
    }
    if (lapse[i] && referent.kind != Referent::Kind::kPerson) {
      out.events.push_back(index);
      continue;
    }
    switch (referent.kind) {
      case Referent::Kind::kPerson:
        out.persons.push_back(index);
        break;
      case Referent::Kind::kPlace: {
        // "the bridge", "Springfield Bridge": things, that lie in places.
        const bool thing =
            !named ||
            (headed &&
             !in.events.HeadClass(in.strings.View(referent.head)).empty());
        (thing ? out.events : out.places).push_back(index);
        break;
      }
      case Referent::Kind::kOffice:
        out.offices.push_back(index);
        break;
      case Referent::Kind::kOrganisation:
        out.bodies.push_back(index);
        break;
      case Referent::Kind::kEvent:
      case Referent::Kind::kSeries:
        out.events.push_back(index);
        break;
      case Referent::Kind::kUnknown:
      case Referent::Kind::kThing:
        (named && !headed ? out.bodies : out.events).push_back(index);
        break;
    }
  }
  return out;
}

// What carries an identifier is what carries that identifier.
void ResolveIds(const IdentityInput& in,
                const std::vector<ReferentIndex>& referents, Subjects& out) {
  // Subjects are ordered by key in the end; ids are interned, so that equal
  // ones have one number.
  const std::size_t first = out.subjects.size();
  absl::flat_hash_map<StringId, std::size_t> by_id;
  for (const ReferentIndex index : referents) {
    const Referent& referent = in.table[index];
    const std::string_view id = in.strings.View(referent.external_id),
                           name = in.strings.View(referent.name);
    const auto [it, added] =
        by_id.try_emplace(referent.external_id, by_id.size());
    if (added) out.subjects.emplace_back();
    Subject& subject = out.subjects[first + it->second];
    if (subject.key.empty()) subject.key = "id|" + std::string(id);
    if (subject.label.empty() || (!name.empty() && name < subject.label))
      subject.label = name.empty() ? id : name;
    subject.kind = referent.kind;
    subject.referents.push_back(index);
  }
}

// What claims of one kind are made of, as bits of SaidOf.
std::vector<std::uint8_t> SaidOf(const IdentityInput& in,
                                 const std::vector<ReferentIndex>& referents,
                                 const std::vector<bool>& lapse) {
  std::vector<std::uint8_t> said(in.table.referents.size());
  for (const Claim& claim : in.table.claims) {
    if (!claim.subject.valid()) continue;
    const Predicate& predicate = in.schema[claim.predicate];
    if (predicate.family == kLapse || lapse[claim.subject.index])
      said[claim.subject.index] |= kSaidToLapse;
    if (predicate.monotone && predicate.dimension == kPeople)
      said[claim.subject.index] |= kSaidToll;
    if (claim.value.valid() && IsToldClock(in.table[claim.value], in.strings))
      said[claim.subject.index] |= kSaidClock;
    if (predicate.family == kState) said[claim.subject.index] |= kSaidSpan;
    if (predicate.focal) said[claim.subject.index] |= kSaidFocal;
    if (predicate.lasting) said[claim.subject.index] |= kSaidToLast;
  }
  std::vector<std::uint8_t> out;
  for (const ReferentIndex index : referents) out.push_back(said[index.index]);
  return out;
}

// Orders subjects by key and fills of_referent.
void Finish(const IdentityInput& in, Subjects& out) {
  std::ranges::stable_sort(out.subjects, {}, &Subject::key);
  out.of_referent.assign(in.table.referents.size(), SubjectIndex());
  for (std::size_t s = 0; s < out.subjects.size(); ++s) {
    for (const ReferentIndex index : out.subjects[s].referents)
      out.of_referent[index.index] = SubjectIndex(s);
  }
}

}  // namespace

Subjects ResolveIdentity(const IdentityInput& in) {
  Subjects out;
  const std::vector<bool> lapse = SaidToLapse(in);
  const Sorted sorted = SortReferents(in, lapse);
  ResolveRecordPersons({in.table, in.strings, in.schema, in.aliases},
                       sorted.records, out);
  ResolveIds(in, sorted.ids, out);
  const NameInput names{in.table, in.strings, in.names,
                        in.document_words.size() > kSmallCorpus,
                        in.document_words};
  ResolvePersons(names, sorted.persons, out);
  ResolveBodies(names, sorted.bodies, out);
  // The books of places and titles are made for those who need them: most runs
  // of a few claims don't.
  if (!sorted.places.empty()) ResolvePlaces(names, sorted.places, out);
  if (!sorted.offices.empty()) ResolveOffices(names, sorted.offices, out);
  if (!sorted.events.empty()) {
    const std::vector<ReferentTimes> times =
        TimesOfReferents(in.table, in.schema);
    const FeatureInput features{in.table,  in.strings,
                                in.events, in.document_hashes,
                                times,     in.document_words};
    ResolveEvents(features, PlaceBook(in.names), sorted.events,
                  SaidOf(in, sorted.events, lapse), out);
  }
  JoinSameNames(in.table, in.strings, in.names, out);
  JoinStoryThings(in, out);
  JoinTextsAndRecords(in.table, in.strings, in.aliases, out);
  Finish(in, out);
  return out;
}

}  // namespace gainsay::internal
