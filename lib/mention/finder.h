// Finds mentions in tokens: the recogniser's front door.
//
//   MentionGrammar grammar(English());             // once; share among threads
//   MentionFinder finder(grammar, cutter);         // one a thread
//   finder.Find(cut, table);                       // recognition
//   Resolve(cut, document_day, table);             // resolve/timex.h
#ifndef GAINSAY_LIB_MENTION_FINDER_H_
#define GAINSAY_LIB_MENTION_FINDER_H_

#include "mention/chart.h"
#include "mention/mention.h"
#include "mention/pattern.h"
#include "text/tokenize.h"

namespace gainsay::internal {

class MentionFinder {
 public:
  // Both outlive it. One thread at a time; keeps its charts, so that a document
  // costs no allocation once they have grown.
  MentionFinder(const Grammar& grammar, Cutter& cutter)
      : grammar_(&grammar), cutter_(&cutter) {}

  // Whether mentions are given that only who wants every value wants: "last"
  // and "next" that belong to no date, units that are named without a number
  // ("from miles to km"), pounds that may weigh as well as be paid, and the
  // bound of a number whose unit is a mention too ("more than sixty" of "more
  // than sixty years old"). Off at first.
  void set_every_value(bool on) { every_value_ = on; }
  // Whether "from May to July" is one mention rather than two, as the dates of
  // "10 - 22 May" always are. Off at first.
  void set_ranges(bool on) { ranges_ = on; }

  // Replaces the table by the mentions of a text that `cutter` cut: types,
  // spans, senses and numbers; not yet resolved. Linear in the text.
  void Find(const TokenizedText& text, MentionTable& table);

 private:
  void FindIn(const TokenizedText& text, std::uint32_t first,
              std::uint32_t last, MentionTable& table);
  // Masks and words that a number at a token may end before.
  struct Behind {
    TriggerMask mask = 0;
    std::uint64_t words = 0;
  };
  Behind BehindNumber(std::uint32_t at) const;
  void ApplyRules(int level);
  void ApplyRule(std::uint32_t rule, std::uint32_t at);
  void Select(const TokenizedText& text, MentionTable& table);
  const RuleHit* Weighed(const RuleHit& money) const;
  bool HoldsNumbers(const RuleHit& hit) const;
  void Emit(const TokenizedText& text, const RuleHit& hit, MentionTable& table);
  void EmitNumbers(const TokenizedText& text, std::uint32_t begin,
                   std::uint32_t end, bool nested, MentionTable& table);
  void EmitBound(const TokenizedText& text, const RuleHit& hit,
                 MentionTable& table);
  bool CountsNothing(std::uint32_t at, const NumberHit& hit, bool nested) const;
  std::uint32_t SignBefore(std::uint32_t at) const;
  std::uint32_t RepeatedAt(const NumberHit& hit) const;
  std::uint32_t CopySense(std::uint32_t sense, MentionTable& table);

  const Grammar* grammar_;
  Cutter* cutter_;
  Chart chart_;
  Captures captures_;
  bool every_value_ = false, ranges_ = false;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_FINDER_H_
