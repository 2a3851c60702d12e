#include "consistency/moment_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "consistency/name_sides.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kOffice = "office";
constexpr Day kLater = 30;  // days after which a text would know better

struct Moment {
  const Statement* statement = nullptr;
  std::size_t side = 0;
};

bool IsMoment(const Statement& s, const CheckContext& context) {
  return TakesPart(s, context) && !HasValidTime(s) &&
         s.as_of.lo > kMinusInfinity && s.as_of.hi < kPlusInfinity &&
         context.value(s).kind == ValueKind::kEntity;
}

// Of different persons, within a week, not of one day; the nearest pair.
std::optional<std::pair<Moment, Moment>> Nearest(
    const std::vector<Moment>& moments, const CheckContext& context) {
  std::optional<std::pair<Moment, Moment>> found;
  Day least = kOneWeek + 1;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const Statement& a = *moments[i].statement;
    for (std::size_t j = i + 1; j < moments.size(); ++j) {
      const Statement& b = *moments[j].statement;
      const Day gap = b.as_of.lo - a.as_of.hi;
      if (gap > kOneWeek) break;
      if (gap <= 0 || gap >= least || moments[i].side == moments[j].side ||
          a.scope != b.scope || !MayContradict(a, b, context))
        continue;
      least = gap;
      found.emplace(moments[i], moments[j]);
    }
  }
  return found;
}

// Later texts name the later holder, none the earlier one.
bool Followed(const std::pair<Moment, Moment>& pair,
              const std::vector<Moment>& moments) {
  const Day known = pair.second.statement->as_of.hi;
  bool later = false;
  for (const Moment& m : moments) {
    const bool after = m.statement->as_of.lo > known;
    if (after && m.side == pair.first.side) return false;
    later |=
        m.side == pair.second.side && m.statement->as_of.lo > known + kLater;
  }
  return later;
}

}  // namespace

void CheckMoments(std::span<const Statement> group, const CheckContext& context,
                  std::vector<Conflict>& out) {
  const Predicate& predicate = context.predicate(group.front());
  if (!predicate.single || !predicate.changes || !predicate.compared ||
      predicate.subject_type != kOffice)
    return;
  NameSides names;
  for (const Statement& s : group) {
    if (IsMoment(s, context))
      names[{context.value(s).text, StringId()}].push_back(context.index(s));
  }
  if (names.size() < 2) return;
  std::vector<std::vector<StatementIndex>> sides =
      OnePersonEach(std::move(names), context);
  std::vector<Moment> moments;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const StatementIndex s : sides[side])
      moments.push_back({&context.statements[s], side});
  }
  std::ranges::sort(moments, {}, [](const Moment& m) {
    return std::tuple(m.statement->as_of.lo, m.statement->as_of.hi,
                      m.statement->hash);
  });
  const auto pair = Nearest(moments, context);
  if (!pair || Followed(*pair, moments)) return;
  Conflict conflict;
  conflict.kind = FindingKind::kValue;
  conflict.severity = Severity::kProbable;
  conflict.subject = group.front().subject;
  conflict.predicate = group.front().predicate;
  conflict.statements = {context.index(*pair->first.statement),
                         context.index(*pair->second.statement)};
  conflict.relative_violation = 1;
  conflict.sides = {std::move(sides[pair->first.side]),
                    std::move(sides[pair->second.side])};
  out.push_back(std::move(conflict));
}

}  // namespace gainsay::internal
