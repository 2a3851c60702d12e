// Spells: when one source says that one person held one office.
#ifndef GAINSAY_LIB_CONSISTENCY_TENURE_SPELLS_H_
#define GAINSAY_LIB_CONSISTENCY_TENURE_SPELLS_H_

#include <map>
#include <span>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Claims of one source that follow each other within ten days are one spell:
// terms of a parliament, cabinets of one premier.
inline constexpr Day kSameSpell = 10;

// The points of the axes on which tenures are compared.
inline constexpr const char* kTenureBegin = "beginning of the tenure";
inline constexpr const char* kTenureEnd = "end of the tenure";
inline constexpr const char* kPartEnd = "end of a part";

struct Spell {
  StringId source, scope;  // scope: how the source means its dates
  ValueIndex office;
  DayInterval begin, end;  // windows
  bool begin_known = false, end_known = false;
  bool censored = false;  // no end, because the data end: it lies after `as_of`
  std::vector<StatementIndex>
      statements;  // in order of time: the first begins, the last ends
};

// The spell that one statement tells, by one of its sources.
Spell MakeSpell(const Statement& s, StringId source,
                const CheckContext& context);

// The spells of a person, by source, office and begin.
std::vector<Spell> SpellsOf(std::span<const Statement> group,
                            const CheckContext& context);

// From when to when each source tells of each office: a tenure that begins
// where its source begins may have begun before.
class SourceWindows {
 public:
  explicit SourceWindows(const CheckContext& context);
  // Unbounded if the source tells nothing of the office.
  DayInterval Of(StringId source, const ValueRow& office) const;

 private:
  struct Key {
    StringId source, office, country;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  std::map<Key, DayInterval> windows_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TENURE_SPELLS_H_
