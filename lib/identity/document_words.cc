#include "identity/document_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gainsay::internal {
namespace {

constexpr std::size_t kShortWord = 4;  // bytes; shorter ones tell little

}  // namespace

DocumentWords WordsOf(const StatedText& text, const ValueWords& words) {
  DocumentWords out;
  out.names = text.names;
  std::ranges::copy_if(out.names, std::back_inserter(out.rare_names),
                       [&](std::string_view name) {
                         return name.size() >= kShortWord &&
                                words.Rarity(name) == kRare;
                       });
  WordList lemmas;
  for (const StatedSentence& sentence : text.sentences) {
    for (std::size_t i = 0; i < sentence.lemmas.size(); ++i) {
      const std::string_view lemma = sentence.lemmas[i];
      if ((sentence.kinds[i] & (kStopWord | kValueMark | kOtherMark)) == 0 &&
          lemma.size() >= kShortWord)
        lemmas.push_back(lemma);
    }
  }
  std::ranges::sort(lemmas);
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  if (lemmas.size() > kMostWords) lemmas.resize(kMostWords);
  double sum = 0;
  for (const std::string_view lemma : lemmas) {
    const double rarity = words.Rarity(lemma);
    if (rarity == 0) continue;
    out.words.push_back({lemma, rarity * rarity});
    sum += rarity * rarity;
  }
  out.norm = std::sqrt(sum);
  return out;
}

double DocumentWords::Likeness(const DocumentWords& other) const {
  if (words.empty() || other.words.empty()) return 0;
  double common = 0;
  for (auto a = words.begin(), b = other.words.begin();
       a != words.end() && b != other.words.end();) {
    if (a->lemma < b->lemma) {
      ++a;
    } else if (b->lemma < a->lemma) {
      ++b;
    } else {
      common += a->weight;
      ++a;
      ++b;
    }
  }
  return common / (norm * other.norm);
}

}  // namespace gainsay::internal
