// Clauses of a sentence: which group is whose subject, object, prepositional
// group, apposition or time; who is quoted for what.
#ifndef GAINSAY_LIB_TEXT_CLAUSE_H_
#define GAINSAY_LIB_TEXT_CLAUSE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "text/chunk.h"

namespace gainsay::internal {

struct Clause {
  enum class Kind : std::uint8_t {
    kMain,
    kRelative,     // "which were halted in 2018", "held in Beijing"
    kParticipial,  // ", killing 10 people"
    kInfinitive,   // "to restore ..."
    kComplement,   // "said that ..."
    kSubordinate,  // "after they met ..."
    kCoordinate,   // "but have not taken place ..."
  } kind = Kind::kMain;
  bool comma =
      false;  // an embedded clause opened by a comma: a comma closes it
  bool conditional = false;  // if, whether
  bool question = false;
  std::uint32_t verb = kNowhere;  // groups
  std::uint32_t subject = kNowhere;
  std::uint32_t object = kNowhere, object2 = kNowhere;
  std::uint32_t predicate =
      kNowhere;  // after a copula: adjective, noun or value group
  std::uint32_t head = kNowhere;      // kRelative: the noun group it modifies
  std::uint32_t mark = kNowhere;      // subordinator
  std::uint32_t speaker = kNowhere;   // the group quoted for it
  std::uint32_t parent = kNowhere;    // clause
  std::uint32_t first = 0, last = 0;  // groups [first, last) it spans
};

struct Parse {
  Groups groups;
  std::vector<Clause> clauses;

  const Group& G(std::uint32_t i) const { return groups.groups[i]; }
  // What the verb acts on, and who acts, whatever the voice. kNowhere if not
  // said.
  std::uint32_t Patient(const Clause& clause) const;
  std::uint32_t Agent(const Clause& clause) const;
};

// Finds the clauses of chunked groups and sets the groups' roles. Linear.
void FindClauses(const TokenizedText& text, std::span<const Atom> atoms,
                 WordTable& words, Parse& parse);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CLAUSE_H_
