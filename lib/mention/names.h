// Names: persons, organisations, places, nationalities and titles in a
// document.
//
//   "LDP Secretary-General Toshimitsu Motegi"
//      LDP: organisation; Secretary-General: title; Toshimitsu Motegi: person
//   "Mr Motegi", later: the same entity, by its family name
//   "Japan's", "Japanese", "Tokyo": place, nationality, place; the country is
//   Japan
//
// By structure, not by a model: honorifics, titles, given names, organisation
// words and rows of places; then one pass over the document lets a name that
// was found in full license its short, lower-case and acronym forms elsewhere.
// What is capitalised but of no known kind is kOther. Linear in the text.
#ifndef GAINSAY_LIB_MENTION_NAMES_H_
#define GAINSAY_LIB_MENTION_NAMES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "base/interner.h"
#include "gainsay/document.h"
#include "lang/names.h"
#include "text/token.h"

namespace gainsay::internal {

enum class NameKind : std::uint8_t {
  kPerson,
  kOrganisation,
  kPlace,
  kNationality,
  kTitle,
  kHonorific,
  kOther
};

struct NameMention {
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  ByteSpan span;
  NameKind kind = NameKind::kOther;
  PlaceKind place = PlaceKind::kNone;  // of kPlace
  // As written, without honorific, or the row's canonical name; then the
  // fullest form of the same entity in the document ("Liu" gives "Liu
  // Jianchao", "LDP" its long form).
  StringId canonical;
  StringId country;  // canonical country of a place, nationality or "Japanese
                     // X"; or none
  const TitleRow* title = nullptr;  // of kTitle and kHonorific
  TitleTime time =
      TitleTime::kCurrent;  // of kTitle: "former", "next" ... before it
  std::uint32_t entity =
      kNone;  // NameTable::entities, of kPerson, kOrganisation, kOther
};

// What names of one document stand for.
struct NameEntity {
  NameKind kind = NameKind::kOther;
  StringId name;     // fullest form
  StringId acronym;  // "LDP", if the document defines or uses one; else none
  StringId country;
  std::uint32_t mentions = 0;
};

struct NameTable {
  std::vector<NameMention> names;  // by first token; they do not overlap
  std::vector<NameEntity> entities;
  // The name that covers a token, or null. O(log n).
  const NameMention* At(std::uint32_t token) const;
};

// Finds names. Keeps a cache over the interner's strings; one thread at a time.
class NameFinder {
 public:
  NameFinder(const NameLexicon& lexicon, Interner& interner)
      : lexicon_(&lexicon), interner_(&interner) {}
  void Find(const TokenizedText& text, NameTable& out);

  // What the lexicon says of a folded word; cached by its id.
  struct WordInfo {
    std::uint16_t bits = 0;
    bool known = false;
    std::span<const NameLexicon::Phrase> phrases;
    std::string_view word;  // without full stops
  };
  WordInfo Info(StringId folded);
  const NameLexicon& lexicon() const { return *lexicon_; }
  Interner& interner() { return *interner_; }

 private:
  const NameLexicon* lexicon_;
  Interner* interner_;
  std::vector<WordInfo> cache_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_NAMES_H_
