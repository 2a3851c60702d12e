// Words that stand in or beside the names of persons in records: rows only.
#ifndef GAINSAY_LIB_LANG_NAME_WORDS_H_
#define GAINSAY_LIB_LANG_NAME_WORDS_H_

#include <span>
#include <string_view>

namespace gainsay::internal {

// All folded, without full stops. Static storage.
struct NameWords {
  std::span<const std::string_view> honorifics;  // before a name: "dr", "sir"
  std::span<const std::string_view> suffixes;    // after it: "jr", "iii", "phd"
  std::span<const std::string_view>
      credits;  // roles in a list of authors: "by", "editor"
  std::span<const std::string_view>
      joiners;  // between two names of a list: "and", "with"
  std::span<const std::string_view>
      particles;  // part of a family name: "van", "de", "al"
  std::span<const std::string_view>
      peerages;  // begin a title after a name: "baron", "earl"
  std::span<const std::string_view>
      kin;  // in brackets after a name, of namesakes: "son", "elder"
  // Of a thing, in its name or before its noun: which of two of a kind it is:
  // "lower", "new". Sorted.
  std::span<const std::string_view> apart;
  // Classes of heads: what lapsed under a noun of one is none of another.
  // Sorted.
  std::span<const std::string_view> lapse_kinds;
};

const NameWords& EnglishNameWords();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_NAME_WORDS_H_
