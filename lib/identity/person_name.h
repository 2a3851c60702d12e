// Names of persons in records, by structure.
//
// Sources write one person's name in many ways: "Aliyev, Heydar", "H. Aliyev",
// "Sir Heydar Aliyev II", "Гейдар Алиев". A name is its words, plain and in
// Latin letters, without honorifics, suffixes and titles of peerage, in any
// order.
#ifndef GAINSAY_LIB_IDENTITY_PERSON_NAME_H_
#define GAINSAY_LIB_IDENTITY_PERSON_NAME_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/name_words.h"

namespace gainsay::internal {

struct PersonName {
  std::vector<std::string>
      words;        // in the order written, family name last if a comma told
  std::string kin;  // tells namesakes apart: "son" of "Ada Vell (son)"
  bool single() const { return words.size() == 1; }
};

// Linear; transliteration (ICU, Any-Latin) only for other scripts than Latin.
PersonName ParsePersonName(std::string_view name,
                           const NameWords& words = EnglishNameWords());

// Transliterates each distinct name once. Not for sharing among threads.
class PersonNameCache {
 public:
  const PersonName& Get(std::string_view name);

 private:
  std::unordered_map<std::string, PersonName> names_;
};

enum class PersonMatch : std::uint8_t {
  kDifferent,   // no family name in common
  kConflict,    // one family name, but given names that exclude each other
  kNear,        // family names that differ by a letter or two
  kFamily,      // one of them is a family (or a single) name alone
  kCompatible,  // initials or left-out names
  kEqual,
};

PersonMatch MatchPersons(const PersonName& a, const PersonName& b);

// "mueller" as "muller": umlauts spelt out are dropped.
std::string WithoutUmlauts(std::string_view word);

// True if two words may be two spellings of one: an edit or two apart, or with
// umlauts spelt out ("mueller", "muller").
bool NearWords(std::string_view a, std::string_view b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_PERSON_NAME_H_
