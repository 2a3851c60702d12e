// A grammar's rows behind hash maps: built once a language, immutable.
#ifndef GAINSAY_LIB_LANG_SYNTAX_INDEX_H_
#define GAINSAY_LIB_LANG_SYNTAX_INDEX_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "lang/class_set.h"
#include "lang/syntax.h"

namespace gainsay::internal {

class SyntaxIndex {
 public:
  explicit SyntaxIndex(const SyntaxTables& tables);

  const SyntaxTables& tables() const { return *tables_; }
  const ClosedRow* Closed(std::string_view word) const;
  const LexiconRow* Word(std::string_view word) const;
  // The lemma of an irregular form for a part of speech 'N' or 'V'; empty if
  // none.
  std::string_view Irregular(std::string_view form, char tag) const;
  // The classes that list a lemma, or its noun's file.
  ClassSet Classes(std::string_view lemma, std::uint8_t noun_file = 0) const;
  // The bit of a class by name, without the '@'; 0 if unknown.
  ClassSet ClassBit(std::string_view name) const;
  // The first lemma of a class, which stands for all of it; empty if unknown.
  // Linear in the classes.
  std::string_view FirstOf(std::string_view name) const;
  // Kinds of a verb lemma: bit VerbRow::Kind.
  std::uint32_t VerbKinds(std::string_view lemma) const;
  // The row whose verb and particle these are, or null.
  const PhrasalRow* Phrasal(std::string_view verb,
                            std::string_view particle) const;

 private:
  const SyntaxTables* tables_;
  absl::flat_hash_map<std::string_view, ClassSet> classes_;      // by lemma
  absl::flat_hash_map<std::string_view, std::size_t> class_of_;  // by name
  absl::flat_hash_map<std::string_view, std::uint32_t> verbs_;
  absl::flat_hash_map<std::string_view, std::vector<const PhrasalRow*>>
      phrasal_;
};

// The index of the built-in English rows.
const SyntaxIndex& EnglishSyntax();

// Calls `f` with each of the words of a list separated by `by`.
template <typename F>
void ForEachWord(std::string_view list, char by, F f) {
  while (!list.empty()) {
    const std::size_t n = list.find(by);
    const std::string_view word = list.substr(0, n);
    if (!word.empty()) f(word);
    list =
        n == std::string_view::npos ? std::string_view() : list.substr(n + 1);
  }
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_SYNTAX_INDEX_H_
