// The first pass over a document for names: phrases of the lexicon and runs of
// capitalised words, classified by their own words and neighbours. See names.h.
#ifndef GAINSAY_LIB_MENTION_NAME_SCAN_H_
#define GAINSAY_LIB_MENTION_NAME_SCAN_H_

#include "mention/names.h"

namespace gainsay::internal {

class NameScanner {
 public:
  NameScanner(NameFinder& finder, const TokenizedText& text,
              std::vector<NameMention>& names);
  // Appends the names of all segments, by first token.
  void Scan();

 private:
  struct PhraseMatch {
    const NameLexicon::Phrase* phrase = nullptr;
    std::uint32_t end = 0;
  };

  std::uint16_t Bits(std::uint32_t token) {
    return finder_.Info(text_.tokens[token].folded).bits;
  }
  bool IsWord(std::uint32_t token) const;
  bool IsCapitalised(std::uint32_t token) const;
  bool IsMark(std::uint32_t token, std::string_view mark) const;
  bool IsHyphen(std::uint32_t token) const;
  bool NoSpaceBefore(std::uint32_t token) const;
  // A capital here says nothing: start of a sentence or of a quotation.
  bool CapitalIsForced(std::uint32_t token) const;
  bool MayBeName(std::uint32_t token);

  void ScanSegment(const Segment& segment);
  bool IsTitleCase(const Segment& segment);
  PhraseMatch MatchPhrase(std::uint32_t token, NameLexicon::PhraseKind kind);
  std::uint32_t MatchWords(const NameLexicon::Phrase& phrase,
                           std::uint32_t token) const;
  bool Licensed(const PlaceRow& row, std::uint32_t first, std::uint32_t last);

  std::uint32_t ScanAt(std::uint32_t token);
  std::uint32_t ScanTitle(std::uint32_t token);
  std::uint32_t ScanHeadline(std::uint32_t token);
  bool IsSerial(std::uint32_t token) const;
  bool NamesPeople(std::uint32_t token);
  bool StopsRun(std::uint32_t first, std::uint32_t token);
  std::uint32_t PassLinker(std::uint32_t first, std::uint32_t token);
  bool TitleFollows(std::uint32_t token);
  void EmitPlace(std::uint32_t token, const PhraseMatch& match);
  void EmitNationality(std::uint32_t token, const PhraseMatch& match);
  std::uint32_t OwnedRunEnd(std::uint32_t token);
  std::uint32_t RunEnd(std::uint32_t token);
  void ClassifyRun(std::uint32_t first, std::uint32_t last);
  bool LooksLikePerson(std::uint32_t first, std::uint32_t last);
  bool LooksLikeBody(std::uint32_t first, std::uint32_t last);
  NameMention& Emit(std::uint32_t first, std::uint32_t last, NameKind kind);

  NameFinder& finder_;
  const TokenizedText& text_;
  std::vector<NameMention>& names_;
  std::uint32_t begin_ = 0, end_ = 0;  // the segment at hand
  bool title_case_ = false;
  // By string: written in lower case somewhere; with a capital that no place
  // forces.
  std::vector<std::uint8_t> seen_lower_, seen_name_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_NAME_SCAN_H_
