// When a lapse that news tells of has ended. See lapses.h.
#include <algorithm>
#include <optional>

#include "calendar/cuts.h"
#include "claim/lapses.h"
#include "claim/values.h"

namespace gainsay::internal {
namespace {

// What takes place, goes on again or begins.
bool Happens(const SentenceView& s, const Group& verb) {
  const SyntaxIndex& index = s.words.index();
  const ClassSet happens = index.ClassBit("perform") |
                           index.ClassBit("back_on") | index.ClassBit("begin");
  return (verb.verb & (kPast | kFinite)) == (kPast | kFinite) &&
         (verb.verb & (kNegated | kNotTold | kPerfect)) == 0 &&
         (s.words.Of(verb.lemma).classes & happens) != 0;
}

}  // namespace

bool IsOfEarlierLapse(const SentenceView& s, const MentionTable& mentions,
                      const Clause& clause, const ValueRow& length,
                      DayInterval written) {
  constexpr Day kYear = 366;
  const DayInterval days = CountDays(length.count, Cut::kHull);
  if (written.lo <= kMinusInfinity || days.hi >= kPlusInfinity ||
      clause.verb == kNowhere)
    return false;
  const auto past = [&](const Clause& c) {
    return c.verb != kNowhere && (s.G(c.verb).verb & kFinite) != 0 &&
           (s.G(c.verb).verb & kPast) != 0 &&
           c.kind != Clause::Kind::kRelative && c.mark == kNowhere;
  };
  return past(clause) && std::ranges::any_of(s.atoms, [&](const Atom& atom) {
           if (atom.kind != Atom::Kind::kDate) return false;
           const std::uint32_t group = GroupOfAtom(s.parse, atom);
           const DayInterval day = mentions.mentions[atom.id].hull;
           return group != kNowhere && s.G(group).clause != kNowhere &&
                  past(s.parse.clauses[s.G(group).clause]) &&
                  day.lo > kMinusInfinity &&
                  day.hi + days.hi + kYear < written.lo;
         });
}

std::optional<Claim> ReturnTold(const SentenceView& s,
                                const MentionTable& mentions,
                                const Clause& clause, const Claim& length,
                                PredicateIndex predicate, ClaimTable& table) {
  constexpr std::uint32_t kLeadSentences = 4;
  constexpr Day kMonth = 31;
  const DayInterval told = length.as_of;
  if (s.index >= kLeadSentences || clause.verb == kNowhere ||
      length.modality != Modality::kAsserted || length.negated ||
      told.lo <= kMinusInfinity || told.hi >= kPlusInfinity ||
      told.hi - told.lo > kMonth)
    return std::nullopt;
  const Group& verb = s.G(clause.verb);
  const Mention* only = nullptr;  // the day of the clause
  for (const Atom& atom : s.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const Mention& date = mentions.mentions[atom.id];
    const DayInterval day = date.hull;
    if (day != told && (day.lo < told.lo - kTellsSoon || day.hi > told.hi))
      return std::nullopt;
    const std::uint32_t group = GroupOfAtom(s.parse, atom);
    if (group != kNowhere && s.G(group).clause == verb.clause) only = &date;
  }
  Claim claim = length;
  claim.predicate = predicate;
  claim.rule = s.words.interner().Intern("lapse/told-as-news");
  // "Held their summit on Tuesday after a five-year hiatus": on that day.
  if (only != nullptr && Happens(s, verb)) {
    claim.value_span = only->span;
    claim.evidence = {std::min(claim.evidence.begin, only->span.begin),
                      std::max(claim.evidence.end, only->span.end)};
    claim.value =
        AddValue(*only, mentions, s.text.text, {ValueKind::kDate, {}, false},
                 s.words.interner(), table);
    if (claim.value.valid()) return claim;
  }
  claim.value_span = {s.text.tokens[verb.first].begin,
                      s.text.tokens[verb.last - 1].end};
  claim.evidence = {std::min(claim.evidence.begin, claim.value_span.begin),
                    std::max(claim.evidence.end, claim.value_span.end)};
  ValueRow value;
  value.kind = ValueKind::kDate;
  value.grain = Grain::kDay;
  value.surface = s.words.interner().Intern(
      s.text.text.substr(claim.value_span.begin, claim.value_span.size()));
  value.core = {told.lo - kTellsSoon, told.hi};
  value.hull = {told.lo - kTellsLate, told.hi + 1};
  claim.value = ValueIndex(table.values.size());
  table.values.push_back(value);
  return claim;
}

}  // namespace gainsay::internal
