#include "consistency/tenure_spells.h"

#include <algorithm>
#include <tuple>

namespace gainsay::internal {
namespace {

bool SameOffice(const Spell& a, const Spell& b, const CheckContext& context) {
  return a.source == b.source && a.scope == b.scope &&
         context.relations.Continues(context.graph.table[a.office],
                                     context.graph.table[b.office]);
}

// The begin of one is the end of the other, within days: no gap, and no second
// telling of the same time.
bool Follows(const Spell& a, const Spell& b) {
  return a.end_known && b.begin_known && b.begin.lo - a.end.hi <= kSameSpell &&
         a.end.lo - b.begin.hi <= kSameSpell;
}

void Append(Spell& to, const Spell& from) {
  to.statements.insert(to.statements.end(), from.statements.begin(),
                       from.statements.end());
  to.end = from.end;
  to.end_known = from.end_known;
  to.censored = from.censored;
}

}  // namespace

Spell MakeSpell(const Statement& s, StringId source,
                const CheckContext& context) {
  Spell spell;
  spell.source = source;
  spell.scope = s.scope;
  spell.office = s.value;
  spell.begin = s.valid.begin;
  spell.begin_known = s.valid.begin_known;
  spell.end = s.valid.end;
  spell.end_known = s.valid.end_known;
  spell.statements = {context.index(s)};
  if (!spell.end_known) {
    spell.censored = s.as_of.lo > kMinusInfinity;
    spell.end = {
        std::max(spell.censored ? s.as_of.lo : kMinusInfinity, spell.begin.lo),
        kPlusInfinity};
  }
  if (!spell.begin_known) spell.begin = {kMinusInfinity, spell.end.hi};
  return spell;
}

std::vector<Spell> SpellsOf(std::span<const Statement> group,
                            const CheckContext& context) {
  std::vector<Spell> all;
  for (const Statement& s : group) {
    if (!TakesPart(s, context) || context.value(s).kind != ValueKind::kOffice)
      continue;
    if (!s.valid.begin_known && !s.valid.end_known) continue;
    for (const StringId source : SourcesOf(s, context))
      all.push_back(MakeSpell(s, source, context));
  }
  std::ranges::sort(all, {}, [](const Spell& s) {
    return std::tuple(s.source, s.begin.lo, s.end.hi, s.statements.front());
  });
  std::vector<Spell> spells;
  for (Spell& spell : all) {
    // The latest spell of the source that it goes on from; few are open at a
    // time.
    constexpr std::ptrdiff_t kMostOpen = 8;
    const auto until = spells.rbegin() +
                       std::min<std::ptrdiff_t>(kMostOpen, std::ssize(spells));
    const auto last = std::find_if(spells.rbegin(), until, [&](const Spell& s) {
      return SameOffice(s, spell, context) && Follows(s, spell);
    });
    if (last != until) {
      Append(*last, spell);
    } else {
      spells.push_back(std::move(spell));
    }
  }
  return spells;
}

SourceWindows::SourceWindows(const CheckContext& context) {
  for (const Statement& s : context.statements.statements) {
    const ValueRow& office = context.value(s);
    if (office.kind != ValueKind::kOffice || !TakesPart(s, context)) continue;
    const DayInterval days = {
        s.valid.begin_known ? s.valid.begin.lo : s.valid.end.lo,
        s.valid.end_known ? s.valid.end.hi : kPlusInfinity};
    for (const StringId source : SourcesOf(s, context)) {
      const auto [it, added] = windows_.try_emplace(
          Key{source, office.text, office.qualifier}, days);
      if (!added)
        it->second = {std::min(it->second.lo, days.lo),
                      std::max(it->second.hi, days.hi)};
    }
  }
}

DayInterval SourceWindows::Of(StringId source, const ValueRow& office) const {
  const auto it = windows_.find(Key{source, office.text, office.qualifier});
  return it == windows_.end() ? DayInterval() : it->second;
}

}  // namespace gainsay::internal
