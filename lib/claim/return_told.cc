// When a lapse that news tells of has ended. See lapses.h.
#include <algorithm>
#include <optional>

#include "calendar/cuts.h"
#include "claim/lapses.h"

namespace gainsay::internal {

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
  for (const Atom& atom : s.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const DayInterval day = mentions.mentions[atom.id].hull;
    if (day != told && (day.lo < told.lo - kTellsSoon || day.hi > told.hi))
      return std::nullopt;
  }
  const Group& verb = s.G(clause.verb);
  Claim claim = length;
  claim.predicate = predicate;
  claim.value_span = {s.text.tokens[verb.first].begin,
                      s.text.tokens[verb.last - 1].end};
  claim.evidence = {std::min(claim.evidence.begin, claim.value_span.begin),
                    std::max(claim.evidence.end, claim.value_span.end)};
  claim.rule = s.words.interner().Intern("lapse/told-as-news");
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
