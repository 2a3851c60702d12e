// Productions: from what a pattern captured to a sense.
#ifndef GAINSAY_LIB_MENTION_PRODUCE_H_
#define GAINSAY_LIB_MENTION_PRODUCE_H_

#include <cstdint>

#include "lang/rule.h"
#include "mention/chart.h"
#include "mention/pattern.h"
#include "mention/sense.h"

namespace gainsay::internal {

// What a production sees: the rule, its captures and the tokens it matched.
struct Match {
  const RuleRow& rule;
  const Captures& captures;
  Chart& chart;
  std::uint32_t begin = 0, end = 0;
  bool nouns_capitalised = false;  // of the language

  bool Has(Slot slot) const { return captures.Has(slot); }
  const Capture& At(Slot slot) const { return captures[slot]; }
  // The sense of a captured result.
  const Sense& SenseOf(Slot slot) const {
    return chart.senses()[chart.result(captures[slot].result).sense];
  }
};

// Whether the conditions of the rule hold at the match.
bool Holds(const Match& match);

// Fills `out`, or says that the captures make no sense together.
bool Produce(const Match& match, Sense& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_PRODUCE_H_
