#include "consistency/check.h"

#include <algorithm>
#include <limits>

#include "consistency/nested_sides.h"

namespace gainsay::internal {

bool Relations::Holds(const ValueRow& outer, const ValueRow& inner) const {
  return outer.text == inner.text;
}

OfficeRelation Relations::Offices(const ValueRow& a, const ValueRow& b) const {
  return a.text == b.text && a.qualifier == b.qualifier
             ? OfficeRelation::kSame
             : OfficeRelation::kOther;
}

bool Relations::Continues(const ValueRow& a, const ValueRow& b) const {
  return a.text == b.text && a.qualifier == b.qualifier;
}

bool Relations::OnePerson(std::string_view a, std::string_view b) const {
  return a == b;
}

bool Relations::OneHolder(const ValueRow&) const { return false; }

bool Relations::IsOffice(const Referent&, const ValueRow&, bool) const {
  return false;
}

PersonRelation Relations::Person(const ValueRow&, SubjectIndex) const {
  return PersonRelation::kOther;
}

SourceList SourcesOf(const Statement& s, const CheckContext& context) {
  SourceList sources;
  for (std::uint32_t i = 0; i < s.claims; ++i) {
    const StringId source =
        context.graph.table[context.statements.claims[s.first_claim + i]]
            .source;
    if (std::ranges::find(sources, source) == sources.end())
      sources.push_back(source);
  }
  std::ranges::sort(sources);
  return sources;
}

bool MayContradict(const Statement& a, const Statement& b,
                   const CheckContext& context) {
  if (context.predicate(a).within_source) return true;
  const SourceList of_a = SourcesOf(a, context), of_b = SourcesOf(b, context);
  return of_a.size() > 1 || of_b.size() > 1 || of_a != of_b;
}

bool TakesPart(const Statement& s, const CheckContext& context) {
  const Predicate& predicate = context.predicate(s);
  if (s.negated || !predicate.compared) return false;
  const std::string_view said =
      context.graph.strings.View(context.value(s).text);
  for (const std::string& nothing : predicate.no_value) {
    if (HoldsWordsOf(said, nothing)) return false;
  }
  return s.presupposed || s.modality == Modality::kAsserted;
}

std::vector<std::span<const Statement>> GroupsOf(const StatementTable& table) {
  std::vector<std::span<const Statement>> groups;
  const std::span<const Statement> all(table.statements);
  for (std::size_t i = 0; i < all.size();) {
    std::size_t j = i + 1;
    while (j < all.size() && all[j].subject == all[i].subject &&
           all[j].predicate == all[i].predicate)
      ++j;
    groups.push_back(all.subspan(i, j - i));
    i = j;
  }
  return groups;
}

Walk AxisWalk(StatementIndex lower, double lower_hi, StatementIndex upper,
              double upper_lo, double tolerance, Cut cut, const char* point) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Walk walk;
  walk.cut = cut;
  const auto step = [&](StatementIndex s, double lo, double hi, bool forward) {
    WalkStep out;
    out.from = "0";
    out.to = point;
    out.lo = lo;
    out.hi = hi;
    out.forward = forward;
    out.statement = s;
    out.by_kind = "claim";
    return out;
  };
  walk.steps.push_back(step(lower, -kInfinity, lower_hi, true));
  walk.steps.push_back(step(upper, upper_lo, kInfinity, false));
  walk.sum = lower_hi - upper_lo;
  if (tolerance > 0) {
    WalkStep slack;
    slack.from = slack.to = point;
    slack.lo = -tolerance;
    slack.hi = tolerance;
    slack.by_kind = slack.by = "schema";
    slack.text = "tolerance of the predicate";
    walk.steps.insert(walk.steps.begin() + 1, slack);
    walk.sum += tolerance;
  }
  return walk;
}

}  // namespace gainsay::internal
