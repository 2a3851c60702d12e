// The words of a document that tell its story from others.
#ifndef GAINSAY_LIB_IDENTITY_DOCUMENT_WORDS_H_
#define GAINSAY_LIB_IDENTITY_DOCUMENT_WORDS_H_

#include <string_view>
#include <vector>

#include "claim/stated_value.h"
#include "lang/value_words.h"

namespace gainsay::internal {

struct DocumentWords {
  struct Word {
    std::string_view lemma;
    double weight = 0;  // squared: what it adds to a product of two texts
  };
  WordList names;           // capitalised inside a sentence; folded, sorted
  WordList rare_names;      // those that few texts have
  std::vector<Word> words;  // distinct lemmas, sorted; at most kMostWords
  double norm = 0;          // of the weights

  // Cosine of the angle between two texts as vectors of words that are there
  // or not, rare words weighing more (ValueWords::Rarity): in [0, 1], 0 where
  // one is empty. Linear.
  double Likeness(const DocumentWords& other) const;
};

inline constexpr std::size_t kMostWords = 20'000;

DocumentWords WordsOf(const StatedText& text, const ValueWords& words);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_DOCUMENT_WORDS_H_
