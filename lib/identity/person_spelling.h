// Whether two names are spellings of one person's name.
#ifndef GAINSAY_LIB_IDENTITY_PERSON_SPELLING_H_
#define GAINSAY_LIB_IDENTITY_PERSON_SPELLING_H_

#include <string>
#include <vector>

namespace gainsay::internal {

// Words of names (WordsOfName). True with and without middle names and
// initials, and where words differ by one letter ("Heydar", "Heidar").
bool OnePersonSpelt(const std::vector<std::string>& a,
                    const std::vector<std::string>& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_PERSON_SPELLING_H_
