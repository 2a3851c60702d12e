// What records tell of a person beside the name, and what speaks for two being
// one.
#ifndef GAINSAY_LIB_IDENTITY_PERSON_EVIDENCE_H_
#define GAINSAY_LIB_IDENTITY_PERSON_EVIDENCE_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "gainsay/date.h"
#include "identity/person_name.h"

namespace gainsay::internal {

struct PersonTenure {
  StringId country, source;
  DayInterval begin, end;
  bool begin_known = false, end_known = false;
};

// One person as one source's records tell of it.
struct PersonNode {
  std::string key;  // id, or name and what sets it apart
  std::map<std::string, std::string, std::less<>> ids;  // scheme -> id
  std::set<std::string> raw_names;                      // as written
  std::vector<const PersonName*> names;
  std::set<StringId> countries, sources;
  std::vector<PersonTenure> tenures;
  std::vector<DayInterval> born, died;
  std::vector<ReferentIndex> referents;
};

struct PersonScore {
  std::int32_t total = 0;
  PersonMatch names = PersonMatch::kDifferent;
  bool tenure = false;  // tenures that begin or end together
  std::string text;     // "family name alone +4, tenures begin together +3"
};

// At least this, and two nodes are one person; kAsk..kMerge-1 are listed as
// undecided.
inline constexpr std::int32_t kMergePersons = 6, kAskPersons = 4;

PersonScore ScorePersons(const PersonNode& a, const PersonNode& b);

// True if both carry an id of one scheme, and not the same.
bool OtherIds(const PersonNode& a, const PersonNode& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_PERSON_EVIDENCE_H_
