#include "identity/features.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/hash.h"
#include "calendar/cuts.h"
#include "claim/lapses.h"
#include "lang/name_words.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr Day kOfOld = -25567;  // 1900-01-01

// Classes of heads that name things which last, whatever happens to them.
constexpr std::string_view kLasting[] = {
    "album",    "book",  "bridge",   "building", "company", "dam",
    "facility", "film",  "hospital", "mine",     "museum",  "pier",
    "plane",    "plant", "pylon",    "school",   "ship",    "song",
    "statue",   "tower", "train",    "tunnel"};

void Insert(std::set<std::string_view>& into, std::string_view text) {
  if (!text.empty()) into.insert(text);
}

void AddModifier(const EventWords& words, std::string_view modifier,
                 EventFeatures& out) {
  // A class word as a modifier ("consultative meetings") repeats the head.
  if (modifier.empty() || words.HeadClass(modifier) == out.head_class) return;
  // "The 9.4-kilometre tunnel": how long, not which.
  if (modifier[0] >= '0' && modifier[0] <= '9') return;
  const ModifierRow* row = words.Modifier(modifier);
  if (row == nullptr || row->kind == ModifierKind::kTopic) {
    out.topics.insert(modifier);
  } else if (row->kind == ModifierKind::kScope) {
    out.scopes.emplace(row->group, row->value);
  }
}

// "ruling-party" and "ruling party" are the same two words.
void AddModifiers(const EventWords& words, std::string_view modifier,
                  EventFeatures& out) {
  if (words.Modifier(modifier) != nullptr)
    return AddModifier(words, modifier, out);
  // "The 86-year-old structure": an age tells it from nothing.
  if (!modifier.empty() && modifier[0] >= '0' && modifier[0] <= '9') return;
  while (!modifier.empty()) {
    const std::size_t cut =
        std::min(modifier.find_first_of("- "), modifier.size());
    AddModifier(words, modifier.substr(0, cut), out);
    modifier.remove_prefix(std::min(cut + 1, modifier.size()));
  }
}

// "The Lower Orrin Bridge" is not the Orrin Bridge.
void AddApart(std::string_view name, EventFeatures& out) {
  const std::string folded = CanonicalText(name);
  std::string_view first = folded;
  first = first.substr(0, first.find(' '));
  Insert(out.apart, WordApart(first));
}

std::uint64_t ContentHash(const FeatureInput& in, const Referent& referent) {
  Hasher hasher;
  const std::uint32_t document = referent.document.index;
  hasher.Add(document < in.document_hashes.size() ? in.document_hashes[document]
                                                  : 0);
  hasher.Add(referent.span.begin).Add(referent.span.end);
  hasher.Add(in.strings.View(referent.name))
      .Add(in.strings.View(referent.head))
      .Add(in.strings.View(referent.place));
  for (const StringId id : referent.modifiers) hasher.Add(in.strings.View(id));
  for (const StringId id : referent.participants)
    hasher.Add(in.strings.View(id));
  return hasher.value();
}

}  // namespace

std::string_view WordApart(std::string_view word) {
  const auto apart = EnglishNameWords().apart;
  const auto it = std::ranges::lower_bound(apart, word);
  return it != apart.end() && *it == word ? *it : std::string_view();
}

EventFeatures FeaturesOf(const FeatureInput& in, ReferentIndex index,
                         std::uint8_t said) {
  const Referent& referent = in.table[index];
  EventFeatures out;
  const std::string_view head = in.strings.View(referent.head);
  out.head_class = in.words.HeadClass(head);
  Insert(out.heads, head);
  out.of_kind = std::ranges::binary_search(EnglishNameWords().lapse_kinds,
                                           out.head_class);
  out.lapse = (said & kSaidToLapse) != 0;
  out.any_lapse = out.lapse && referent.kind == Referent::Kind::kUnknown &&
                  in.strings.View(referent.name).empty();
  out.lasting =
      (said & kSaidToLast) != 0 ||
      std::ranges::find(kLasting, out.head_class) != std::end(kLasting);
  out.toll = (said & kSaidToll) != 0;
  out.clock = (said & kSaidClock) != 0;
  out.focal = (said & kSaidFocal) != 0;
  out.span = (said & kSaidSpan) != 0;
  out.series = out.lapse || referent.kind == Referent::Kind::kSeries;
  Insert(out.names, in.strings.View(referent.name));
  AddApart(in.strings.View(referent.name), out);
  for (const StringId id : referent.modifiers)
    AddModifiers(in.words, in.strings.View(id), out);
  for (const StringId id : referent.participants)
    Insert(out.participants, in.strings.View(id));
  Insert(out.places, in.strings.View(referent.place));
  out.time = referent.time;
  out.ordinal = referent.ordinal;
  out.definite = referent.definite || !out.names.empty();
  if (index.index < in.times.size()) {
    const ReferentTimes& times = in.times[index.index];
    out.reported = times.reported;
    out.stopped = times.stopped;
    out.begun = times.begun;
    out.ended = times.ended;
    out.lapsed = times.lapsed;
    out.lapse_length = times.lapse_length;
    out.years.insert(times.years.begin(), times.years.end());
    out.values.insert(times.values.begin(), times.values.end());
  }
  out.members.push_back(index);
  out.documents.insert(referent.document.index);
  out.hash = ContentHash(in, referent);
  return out;
}

void EventFeatures::Absorb(const EventFeatures& other) {
  series |= other.series;
  lapse |= other.lapse;
  main_lapse |= other.main_lapse;
  any_lapse |= other.any_lapse;
  lasting |= other.lasting;
  definite |= other.definite;
  toll |= other.toll;
  clock |= other.clock;
  focal |= other.focal;
  span |= other.span;
  if (other.stopped.lo > stopped.lo) stopped = other.stopped;
  if (other.begun.lo > begun.lo) begun = other.begun;
  if (other.ended.lo > ended.lo) ended = other.ended;
  lapsed = {std::max(lapsed.lo, other.lapsed.lo),
            std::min(lapsed.hi, other.lapsed.hi)};
  if (lapsed.empty()) lapsed = {};
  lapse_length = {std::max(lapse_length.lo, other.lapse_length.lo),
                  std::min(lapse_length.hi, other.lapse_length.hi)};
  if (lapse_length.empty()) lapse_length = {};
  focus |= other.focus;
  heads.insert(other.heads.begin(), other.heads.end());
  topics.insert(other.topics.begin(), other.topics.end());
  participants.insert(other.participants.begin(), other.participants.end());
  places.insert(other.places.begin(), other.places.end());
  names.insert(other.names.begin(), other.names.end());
  scopes.insert(other.scopes.begin(), other.scopes.end());
  apart.insert(other.apart.begin(), other.apart.end());
  const DayInterval both{std::max(time.lo, other.time.lo),
                         std::min(time.hi, other.time.hi)};
  if (!both.empty()) time = both;
  if (ordinal == 0) ordinal = other.ordinal;
  years.insert(other.years.begin(), other.years.end());
  values.insert(other.values.begin(), other.values.end());
  members.insert(members.end(), other.members.begin(), other.members.end());
  documents.insert(other.documents.begin(), other.documents.end());
  hash = std::min(hash, other.hash);
}

namespace {

// A number that few others would tell: not two or nine of something.
bool IsDistinctive(const ValueRow& value) {
  constexpr double kMany = 10;
  return value.kind == ValueKind::kQuantity &&
         value.modifier == Modifier::kBare && !value.vague &&
         (std::abs(value.number) >= kMany ||
          value.number != std::floor(value.number));
}

std::uint64_t HashOf(PredicateIndex predicate, const ValueRow& value) {
  return Hasher()
      .Add(predicate.index)
      .Add(std::bit_cast<std::uint64_t>(value.number))
      .Add(value.text.index)
      .value();
}

// When a lapse began by a claim of its length: by the latest, that long before
// the document was written; by the earliest, if the return was known months
// ago.
DayInterval BeginOfLapse(const Claim& claim, const ValueRow& length) {
  const DayInterval days = CountDays(length.count, Cut::kHull);
  if (claim.as_of.lo <= kMinusInfinity || claim.as_of.hi >= kPlusInfinity ||
      days.hi >= kPlusInfinity)
    return {};
  return {claim.as_of.lo - days.hi - kTellsLate, claim.as_of.hi - days.lo};
}

}  // namespace

std::vector<ReferentTimes> TimesOfReferents(const ClaimTable& table,
                                            const Schema& schema) {
  const RoleId last = schema.FindRole("last"), halt = schema.FindRole("halt"),
               begin = schema.FindRole("begin"), end = schema.FindRole("end");
  std::vector<ReferentTimes> out(table.referents.size());
  for (const Claim& claim : table.claims) {
    if (!claim.subject.valid()) continue;
    ReferentTimes& times = out[claim.subject.index];
    if (claim.as_of.lo > kMinusInfinity) times.reported = claim.as_of;
    if (!claim.value.valid()) continue;
    const ValueRow& value = table[claim.value];
    if (IsDistinctive(value) && !claim.negated)
      times.values.push_back(HashOf(claim.predicate, value));
    const DayInterval days = value.core;
    const RoleId role = schema[claim.predicate].to;
    if (value.kind == ValueKind::kDuration && !claim.negated &&
        schema[claim.predicate].from == last) {
      times.lapsed = BeginOfLapse(claim, value);
      times.lapse_length = CountDays(value.count, Cut::kHull);
    }
    if (value.kind == ValueKind::kDate && role == end) times.ended = value.hull;
    if (value.kind == ValueKind::kDate && role == begin)
      times.begun = value.hull;
    if (value.kind == ValueKind::kDate && (role == last || role == halt))
      times.lapsed = value.core;
    if (value.kind == ValueKind::kDate && (role == last || role == halt) &&
        days.lo > kMinusInfinity && days.lo > times.stopped.lo)
      times.stopped = {days.lo, days.hi};
    if (value.kind != ValueKind::kDate || days.lo <= kMinusInfinity ||
        days.hi >= kPlusInfinity || YearOf(days.lo) != YearOf(days.hi))
      continue;
    const bool old = claim.as_of.lo <= kMinusInfinity
                         ? days.hi < kOfOld
                         : claim.as_of.lo - days.hi > kOldYears * 365;
    if (old) times.years.push_back(YearOf(days.lo).lo);
  }
  return out;
}

PlaceBook::PlaceBook(const NameLexicon& lexicon) {
  for (const PlaceRow& row : lexicon.tables().places)
    by_name_.try_emplace(row.name, &row);
}

bool PlaceBook::IsCountry(std::string_view name) const {
  const auto it = by_name_.find(name);
  return it != by_name_.end() && it->second->kind == PlaceKind::kCountry;
}

PlaceBook::Relation PlaceBook::Compare(std::string_view a,
                                       std::string_view b) const {
  if (a == b) return Relation::kSame;
  const auto ia = by_name_.find(a), ib = by_name_.find(b);
  if (ia == by_name_.end() || ib == by_name_.end()) return Relation::kUnknown;
  const PlaceRow &ra = *ia->second, &rb = *ib->second;
  if (ra.kind == PlaceKind::kContinent || rb.kind == PlaceKind::kContinent)
    return Relation::kUnknown;
  if (ra.country == rb.name || rb.country == ra.name) return Relation::kWithin;
  if (ra.country != rb.country || ra.kind == rb.kind) return Relation::kApart;
  return Relation::kUnknown;  // a town and a region of one country
}

}  // namespace gainsay::internal
