// A language's words and phrases in one automaton over folded tokens.
//
// Rows come from lib/lang/<tag>/*.inc. A row's words are folded and separated
// by single blanks, cut as text/tokenize.h cuts ("new year 's day", "p.m.",
// "jan ."). Immutable once built; share among threads.
#ifndef GAINSAY_LIB_LANG_LEXICON_H_
#define GAINSAY_LIB_LANG_LEXICON_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "base/ids.h"
#include "base/interner.h"
#include "lang/rule.h"
#include "lang/word.h"

namespace gainsay::internal {

class Lexicon {
 public:
  using Word = std::uint32_t;  // dense; 0: not a word of any row
  using Node = std::uint32_t;  // 0: none

  // Words of the tables, and the bare words that patterns of rules name.
  explicit Lexicon(std::span<const std::span<const WordRow>> tables,
                   std::span<const std::span<const RuleRow>> rules = {});

  Word Find(std::string_view folded) const;
  // The node of a phrase's first word, and of each word after.
  Node Start(Word word) const { return roots_[word]; }
  Node Step(Node node, Word word) const;
  // The rows whose phrase ends at a node, in the order of the tables.
  std::span<const WordRow* const> Rows(Node node) const {
    return std::span(rows_).subspan(nodes_[node].first, nodes_[node].count);
  }
  bool HasNext(Node node) const { return nodes_[node].has_next; }
  std::size_t words() const { return roots_.size(); }

 private:
  struct NodeData {
    std::uint32_t first = 0, count = 0;
    bool has_next = false;
  };
  void AddPatternWords(std::string_view pattern);
  Word AddWord(std::string_view word);
  Node AddPhrase(std::string_view phrase);

  absl::flat_hash_map<std::string_view, Word> ids_;
  std::vector<Node> roots_;
  absl::flat_hash_map<std::uint64_t, Node> edges_;
  std::vector<NodeData> nodes_;
  std::vector<const WordRow*> rows_;
};

// Which lexicon word each string of an interner is: looked up once a string, so
// once a distinct word and not once a token. One writer, as the interner's.
class WordCache {
 public:
  WordCache(const Lexicon& lexicon, const Interner& interner)
      : lexicon_(&lexicon), interner_(&interner) {}
  Lexicon::Word Of(StringId id) {
    if (id.index >= words_.size()) Fill();
    return id.index < words_.size() ? words_[id.index] : 0;
  }
  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  void Fill();

  const Lexicon* lexicon_;
  const Interner* interner_;
  std::vector<Lexicon::Word> words_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_LEXICON_H_
