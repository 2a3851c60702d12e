#include "consistency/tenure_check.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "base/hash.h"
#include "consistency/tenure_edges.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostSpells =
    512;                  // of one person; more are not compared
constexpr Day kGap = 31;  // days out of office that make two tenures

// Days from the earliest begin to the latest end, with open ends a year long.
Day Length(const Spell& s) {
  constexpr Day kYear = 365;
  const Day hi = s.end.hi >= kPlusInfinity
                     ? std::max(s.end.lo, s.begin.lo) + kYear
                     : s.end.hi;
  const Day lo = s.begin.lo <= kMinusInfinity ? hi - kYear : s.begin.lo;
  return std::max(1, hi - lo);
}

// From the earlier to the later of its dates: a claim may have them the wrong
// way round.
DayInterval Span(const Spell& s) {
  return {std::min(s.begin.lo, s.end.lo), std::max(s.begin.hi, s.end.hi)};
}

// Spells that cover at least a quarter of the shorter one are the same tenure.
bool Covers(const Spell& a, const Spell& b) {
  const DayInterval x = Span(a), y = Span(b);
  const Day lo = std::max(x.lo, y.lo), hi = std::min(x.hi, y.hi);
  if (hi >= kPlusInfinity) return true;
  if (lo <= kMinusInfinity) return true;
  return hi > lo && (hi - lo) >= std::min(Length(a), Length(b)) / 4;
}

// Days that both last.
Day Overlap(const Spell& a, const Spell& b) {
  const Day lo = std::max(a.begin.lo, b.begin.lo),
            hi = std::min(a.end.hi, b.end.hi);
  if (lo <= kMinusInfinity || hi >= kPlusInfinity)
    return std::min(Length(a), Length(b));
  return hi - lo;
}

using BySource = std::vector<std::vector<const Spell*>>;

class TenureGroup {
 public:
  TenureGroup(std::vector<Spell> spells, const TenureSink& sink)
      : spells_(std::move(spells)), sink_(sink) {}

  void Run() {
    if (spells_.size() < 2 || spells_.size() > kMostSpells) return;
    for (const std::vector<const Spell*>& tenure : Tenures()) {
      if (tenure.size() > 1) CheckTenure(tenure);
    }
  }

 private:
  OfficeRelation Relation(const Spell& a, const Spell& b) const {
    return sink_.context.relations.Offices(sink_.Office(a), sink_.Office(b));
  }
  bool Continues(const Spell& a, const Spell& b) const {
    return sink_.context.relations.Continues(sink_.Office(a), sink_.Office(b));
  }

  // Classes of spells that cover each other, of comparable offices and
  // different sources.
  std::vector<std::vector<const Spell*>> Tenures() {
    std::vector<std::size_t> parent(spells_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (std::size_t i = 0; i < spells_.size(); ++i) {
      for (std::size_t j = i + 1; j < spells_.size(); ++j) {
        if (Meet(spells_[i], spells_[j])) parent[find(j)] = find(i);
      }
    }
    std::vector<std::vector<const Spell*>> classes(spells_.size());
    for (std::size_t i = 0; i < spells_.size(); ++i)
      classes[find(i)].push_back(&spells_[i]);
    std::erase_if(classes, [](const auto& c) { return c.empty(); });
    return classes;
  }

  // True if two spells are one tenure; near misses of those that come close.
  bool Meet(const Spell& a, const Spell& b) const {
    if (a.source == b.source) return false;
    const OfficeRelation relation = Relation(a, b);
    const bool covers = Covers(a, b);
    if (covers && relation != OfficeRelation::kOther) return true;
    const bool touches = covers || (a.begin.lo - b.end.hi <= kGap &&
                                    b.begin.lo - a.end.hi <= kGap);
    if (!touches) return false;
    if (relation == OfficeRelation::kOther) {
      sink_.NearMiss("other-office", "two offices of one person", {&a, &b});
    } else if (a.scope != b.scope) {
      sink_.NearMiss("definition",
                     "a source means the dates of the office otherwise",
                     {&a, &b});
    } else if (relation == OfficeRelation::kRelated) {
      sink_.NearMiss("other-office",
                     "related offices of one person, held one after the other",
                     {&a, &b});
    }
    return false;
  }

  void CheckTenure(const std::vector<const Spell*>& tenure) {
    BySource by_source;
    for (const Spell* spell : tenure) {
      if (by_source.empty() ||
          by_source.back().front()->source != spell->source)
        by_source.emplace_back();
      by_source.back().push_back(spell);
    }
    SetAsideDefinitions(by_source, tenure);
    SetAsideRelated(by_source, tenure);
    if (by_source.size() < 2) return;
    if (IsSplit(by_source))
      sink_.NearMiss("split", "one source breaks the tenure in parts", tenure);
    if (CompareParts(by_source)) return;
    CompareEdges(by_source, Edge::kBegin, sink_);
    CompareEdges(by_source, Edge::kEnd, sink_);
    CompareGaps(by_source);
    CompareWhole(by_source);
  }

  // One source tells in one claim what another tells in parts without a gap:
  // the ends of the parts are not ends of the tenure. A tension; where it
  // repeats, a convention.
  void CompareWhole(const BySource& by_source) {
    for (const auto& spells : by_source) {
      for (const Spell* whole : spells) {
        if (whole->statements.size() != 1) continue;
        for (const auto& parts : by_source) {
          if (&parts != &spells) CompareWhole(*whole, spells.size() > 1, parts);
        }
      }
    }
  }
  // `besides`: its source tells of parts too. Then it is a second telling only
  // of what begins with it.
  void CompareWhole(const Spell& whole, bool besides,
                    const std::vector<const Spell*>& parts) {
    const Spell& first = *parts.front();
    const StatementIndex part = first.statements.front();
    const TimeScope& valid = sink_.context.statements[part].valid;
    if (!valid.end_known || whole.end.lo <= valid.end.hi) return;
    if (besides && !(whole.begin_known && first.begin_known &&
                     whole.begin.Meets(first.begin)))
      return;
    if (sink_.Office(first).text != sink_.Office(whole).text) return;
    if (first.statements.size() > 1 || parts.size() > 1)
      EmitWhole(whole, parts, part, valid.end.hi);
  }
  void EmitWhole(const Spell& whole, const std::vector<const Spell*>& parts,
                 StatementIndex part, Day end) {
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.severity = Severity::kTension;
    conflict.subject = sink_.subject;
    conflict.predicate = sink_.predicate;
    conflict.statements = {part, whole.statements.front()};
    conflict.violation_days = conflict.relative_violation = whole.end.lo - end;
    conflict.walks.push_back(AxisWalk(part, end, whole.statements.front(),
                                      whole.end.lo, 0, Cut::kCore, kPartEnd));
    conflict.sides.resize(2);
    for (const Spell* spell : parts) {
      conflict.sides[0].insert(conflict.sides[0].end(),
                               spell->statements.begin(),
                               spell->statements.end());
    }
    conflict.sides[1] = whole.statements;
    conflict.side_values = {
        "in parts, the first until " + FormatDay(end),
        "as one, until " + FormatDay(whole.end.lo) + " or later"};
    for (const StatementIndex s : conflict.statements) {
      conflict.signature.push_back(
          Hasher().Add(sink_.context.statements[s].hash).Add(kPartEnd).value());
    }
    sink_.out.push_back(std::move(conflict));
  }

  static bool IsSplit(const BySource& by_source) {
    return std::ranges::any_of(by_source, [](const auto& spells) {
      return spells.size() > 1 || spells.front()->statements.size() > 1;
    });
  }

  void SetAsideDefinitions(BySource& by_source,
                           const std::vector<const Spell*>& tenure) const {
    const StringId scope = by_source.front().front()->scope;
    if (std::ranges::all_of(tenure,
                            [&](const Spell* s) { return s->scope == scope; }))
      return;
    sink_.NearMiss("definition",
                   "a source means the dates of the office otherwise", tenure);
    // Compare what has no note; if all have notes, those of the first.
    const bool plain = std::ranges::any_of(
        tenure, [](const Spell* s) { return s->scope.index == 0; });
    for (auto& spells : by_source) {
      std::erase_if(spells, [&](const Spell* s) {
        return plain ? s->scope.index != 0 : s->scope != scope;
      });
    }
    std::erase_if(by_source, [](const auto& s) { return s.empty(); });
  }

  // Where a source has spells in several related offices, the office that
  // covers most of the first source's counts.
  void SetAsideRelated(BySource& by_source,
                       const std::vector<const Spell*>& tenure) const {
    if (by_source.size() < 2) return;
    const std::vector<const Spell*> lead = by_source.front();
    bool dropped = false;
    for (auto& spells : by_source) {
      const auto cover = [&](const Spell* office) {
        Day days = 0;
        for (const Spell* s : spells) {
          if (!Continues(*office, *s)) continue;
          for (const Spell* l : lead) days += std::max(0, Overlap(*l, *s));
        }
        return days;
      };
      const Spell* const best = *std::ranges::max_element(spells, {}, cover);
      const std::size_t before = spells.size();
      std::erase_if(spells, [&](const Spell* s) {
        return s != best && !Continues(*best, *s);
      });
      dropped |= spells.size() != before;
    }
    if (dropped)
      sink_.NearMiss("other-office",
                     "related offices of one person, held one after the other",
                     tenure);
  }

  // Sources that tell a tenure in the same number of parts: part by part.
  bool CompareParts(const BySource& by_source) {
    std::vector<std::vector<Spell>> parts;
    for (const auto& spells : by_source) parts.push_back(PartsOf(spells));
    const std::size_t n = parts.front().size();
    if (n < 2 || !std::ranges::all_of(
                     parts, [n](const auto& p) { return p.size() == n; }))
      return false;
    for (std::size_t i = 0; i < n; ++i) {
      for (const auto& source : parts) {
        if (!SamePart(parts.front()[i], source[i])) return false;
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      BySource part;
      for (const auto& source : parts) part.push_back({&source[i]});
      CompareEdges(part, Edge::kBegin, sink_);
      CompareEdges(part, Edge::kEnd, sink_);
    }
    return true;
  }
  // Parts of two sources are the same where they cover each other and begin
  // about the same time; terms of other lengths are other parts.
  static bool SamePart(const Spell& a, const Spell& b) {
    const Day apart =
        std::max(a.begin.lo - b.begin.hi, b.begin.lo - a.begin.hi);
    return Covers(a, b) && apart <= kGap;
  }
  std::vector<Spell> PartsOf(const std::vector<const Spell*>& spells) const {
    std::vector<Spell> parts;
    for (const Spell* spell : spells) {
      for (const StatementIndex s : spell->statements)
        parts.push_back(MakeSpell(sink_.context.statements[s], spell->source,
                                  sink_.context));
    }
    return parts;
  }

  // One source has the tenure go on where another, of the very same office, has
  // it end and begin again.
  void CompareGaps(const BySource& by_source) {
    for (const auto& broken : by_source) {
      for (std::size_t i = 0; i + 1 < broken.size(); ++i) {
        const Spell& before = *broken[i];
        const Spell& after = *broken[i + 1];
        if (!before.end_known || !after.begin_known ||
            after.begin.lo - before.end.hi <= kGap)
          continue;
        for (const auto& whole : by_source) {
          if (&whole == &broken) continue;
          for (const Spell* spell : whole) EmitGap(*spell, before, after);
        }
      }
    }
  }
  void EmitGap(const Spell& whole, const Spell& before, const Spell& after) {
    if (sink_.Office(whole).text != sink_.Office(before).text ||
        sink_.Office(before).text != sink_.Office(after).text)
      return;
    if (!whole.begin_known || whole.begin.hi > before.end.lo ||
        whole.end.lo < after.begin.hi)
      return;
    // The claim of the whole that reaches over the end.
    const auto reaches =
        std::ranges::find_if(whole.statements, [&](StatementIndex s) {
          const TimeScope& valid = sink_.context.statements[s].valid;
          return valid.begin.hi < before.end.hi &&
                 (!valid.end_known || valid.end.lo > before.end.hi);
        });
    if (reaches == whole.statements.end()) return;
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.subject = sink_.subject;
    conflict.predicate = sink_.predicate;
    conflict.statements = {before.statements.back(), *reaches};
    conflict.violation_days = conflict.relative_violation =
        after.begin.lo - before.end.hi;
    const double end = before.end.hi, begin = after.begin.lo;
    conflict.walks.push_back(AxisWalk(conflict.statements[0], end,
                                      conflict.statements[1], begin, 0,
                                      Cut::kHull, kTenureEnd));
    conflict.sides = {{before.statements.back(), after.statements.front()},
                      {*reaches}};
    conflict.side_values = {"until " + FormatDay(before.end.hi) +
                                ", again from " + FormatDay(after.begin.lo),
                            "without a break"};
    for (const StatementIndex s : conflict.statements) {
      conflict.signature.push_back(
          Hasher().Add(sink_.context.statements[s].hash).Add("gap").value());
    }
    sink_.out.push_back(std::move(conflict));
  }

  std::vector<Spell> spells_;
  const TenureSink& sink_;
};

}  // namespace

void CheckTenures(std::span<const Statement> group, const CheckContext& context,
                  const SourceWindows& windows, std::vector<Conflict>& out,
                  std::vector<NearMissRow>* near_misses) {
  if (group.size() < 2 || !context.predicate(group.front()).compared) return;
  const TenureSink sink{context,
                        windows,
                        out,
                        near_misses,
                        group.front().subject,
                        group.front().predicate};
  TenureGroup(SpellsOf(group, context), sink).Run();
}

}  // namespace gainsay::internal
