// Parts told together: "nine passengers and three crew were killed". Each is a
// claim of the whole's predicate whose scope names the part, never a total; the
// parts of one list share their evidence. What they add up to is compared with
// totals by consistency/sum_check.h.
#ifndef GAINSAY_LIB_CLAIM_PARTS_H_
#define GAINSAY_LIB_CLAIM_PARTS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/entity.h"

namespace gainsay::internal {

// How the scope of a part begins; the lemma of what it counts follows.
inline constexpr std::string_view kPartScope = "part: ";

inline bool IsPartScope(std::string_view scope) {
  return scope.starts_with(kPartScope);
}

// The atoms of a list of counts to which `atom` belongs, by position: each the
// numeral of a noun group, of nouns that differ and share a class of
// `people`. Empty if the list is anything else ("some of the six and the 14
// others"). Linear in the atoms of the sentence.
std::vector<std::uint32_t> PartsOf(const SentenceView& sentence,
                                   std::uint32_t atom, ClassSet people);

// "Among people under 25, turnout was": a clause speaks of some of them; of the
// whole sentence where none is given (kNowhere).
bool SharesAmongSome(const SentenceView& sentence, std::uint32_t clause);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PARTS_H_
