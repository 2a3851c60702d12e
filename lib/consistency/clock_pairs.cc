#include "consistency/clock_pairs.h"

#include <algorithm>
#include <cmath>

#include "graph/clock_values.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostCompared = 64;
constexpr double kHour = 60, kZones = 3 * kHour;

double Gap(const Statement& a, const Statement& b, bool core,
           const CheckContext& context, double* moved = nullptr) {
  return ToldClockGap(context.value(a), context.value(b), core,
                      context.graph.strings, moved);
}

bool SaysLocal(const Statement& s, const CheckContext& context) {
  return context.graph.strings.View(context.value(s).text) == kLocalClock;
}

// "4:30 p.m." in New York is "1:30 p.m." in Seattle.
bool MayBeOtherZone(const Statement& a, const Statement& b,
                    const CheckContext& context) {
  if (SaysLocal(a, context) && SaysLocal(b, context)) return false;
  double apart = std::abs(context.value(a).number - context.value(b).number);
  apart = std::min(apart, kMinutesOfDay - apart);
  return std::fmod(apart, kHour) == 0 && apart <= kZones;
}

LineItem ItemOf(const Statement& s, bool core, double moved,
                const CheckContext& context) {
  const ValueRow& value = context.value(s);
  const QuantityInterval q = core ? value.qcore : value.qhull;
  return {q.lo + moved, q.hi + moved, false, false, context.index(s)};
}

}  // namespace

bool AreToldClocks(StatementCell cell, const CheckContext& context) {
  return std::ranges::all_of(cell, [&](const Statement* s) {
    return IsToldClock(context.value(*s), context.graph.strings);
  });
}

std::optional<ClockPair> ApartClocks(StatementCell cell,
                                     const CheckContext& context) {
  const std::size_t n = std::min(cell.size(), kMostCompared);
  struct Reading {
    bool core, zones;
  };
  for (const Reading reading :
       {Reading{false, false}, Reading{false, true}, Reading{true, true}}) {
    const Statement *first = nullptr, *second = nullptr;
    double widest = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = i + 1; k < n; ++k) {
        const double gap = Gap(*cell[i], *cell[k], reading.core, context);
        if (gap <= widest || !MayContradict(*cell[i], *cell[k], context) ||
            (!reading.zones && MayBeOtherZone(*cell[i], *cell[k], context)))
          continue;
        widest = gap, first = cell[i], second = cell[k];
      }
    }
    if (first == nullptr) continue;
    double moved = 0;
    Gap(*first, *second, reading.core, context, &moved);
    ClockPair pair{ItemOf(*first, reading.core, 0, context),
                   ItemOf(*second, reading.core, moved, context), reading.core,
                   reading.zones};
    if (pair.lower.lo > pair.upper.lo) std::swap(pair.lower, pair.upper);
    return pair;
  }
  return std::nullopt;
}

std::vector<std::vector<StatementIndex>> ClockSides(
    StatementCell cell, const ClockPair& pair, const CheckContext& context) {
  const Statement& lower = context.statements[pair.lower.statement];
  const Statement& upper = context.statements[pair.upper.statement];
  std::vector<std::vector<StatementIndex>> sides(2);
  for (const Statement* s : cell) {
    const bool near_lower = Gap(*s, lower, pair.core, context) <=
                            Gap(*s, upper, pair.core, context);
    sides[near_lower ? 0 : 1].push_back(context.index(*s));
  }
  return sides;
}

}  // namespace gainsay::internal
