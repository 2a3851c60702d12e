// What a grammar knows of each distinct word of a run: looked up once a word,
// not once a token.
#ifndef GAINSAY_LIB_TEXT_WORDS_H_
#define GAINSAY_LIB_TEXT_WORDS_H_

#include <cstdint>
#include <deque>
#include <string_view>

#include "base/ids.h"
#include "base/interner.h"
#include "lang/syntax_index.h"

namespace gainsay::internal {

struct WordInfo {
  TagSet tags = 0;             // that it may have
  Tag first = Tag::kNone;      // the likeliest
  std::uint8_t noun_file = 0;  // lexicographer file of its noun lemma; 0: none
  bool filled = false, known = false;
  bool plural = false;                               // inflected noun
  bool past = false, third = false, gerund = false;  // forms of its verb lemma
  std::uint32_t features = 0;                        // WordFeature bits
  std::uint32_t verb_kinds = 0;  // of the verb lemma: bit VerbRow::Kind
  StringId noun, verb;           // lemmas; the word itself where it has none
  ClassSet noun_classes = 0;     // of the noun lemma
  ClassSet classes = 0;          // of the word itself, where it is a lemma
};

// Fills on demand from the interner it shares with the tokens. References stay
// valid. One thread at a time.
class WordTable {
 public:
  WordTable(const SyntaxIndex& index, Interner& interner)
      : index_(&index),
        interner_(&interner),
        only_participle_(index.ClassBit("only_participle")) {}
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  const WordInfo& Of(StringId folded) {
    if (folded.index >= words_.size()) words_.resize(interner_->size());
    WordInfo& info = words_[folded.index];
    if (!info.filled) Fill(folded, info);
    return info;
  }
  const SyntaxIndex& index() const { return *index_; }
  Interner& interner() { return *interner_; }

 private:
  void Fill(StringId id, WordInfo& info);
  void AddInflections(std::string_view word, WordInfo& info);
  void AddVerbForm(char form, WordInfo& info);
  bool AddIrregular(std::string_view word, WordInfo& info);
  void Guess(std::string_view word, WordInfo& info);

  const SyntaxIndex* index_;
  Interner* interner_;
  ClassSet only_participle_;
  std::deque<WordInfo> words_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_WORDS_H_
