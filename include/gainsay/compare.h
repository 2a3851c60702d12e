// Comparing two texts about one topic: do they contradict each other, how
// gravely, and with which words?
//
//   const gainsay::Comparer comparer;
//   const gainsay::Comparison c =
//       comparer.Compare({.text = "The bridge is 1,340 m long."},
//                        {.text = "The bridge is 900 m long."}).value();
//   // c.contradiction; c.a.quote is "1,340 m", c.b.quote is "900 m"
//
// The caller vouches for the topic; a Checker does not take it for granted and
// asks for more evidence. Where that is in doubt, the answer is no, and
// `reason` says why.
#ifndef GAINSAY_COMPARE_H_
#define GAINSAY_COMPARE_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

struct Comparison {
  struct Side {
    ByteSpan span;      // the value in the text, with its hedge; empty: none
    std::string quote;  // exactly those bytes
  };
  bool contradiction = false;
  // Of a contradiction, by how surely both values are of one thing: definite,
  // probable, or a tension where that is barely likelier than not. Otherwise a
  // tension: only some readings of the values disagree.
  Severity severity = Severity::kTension;
  // Why not: a word of the closed list of docs/formats.md; empty for a
  // contradiction, and where nothing of one text meets anything of the other.
  std::string reason;
  double score = 0;  // 0 to 1: how surely a contradiction; ranks pairs
  Side a, b;
  std::string evidence;  // what was added up, with its weights
};

// Immutable; share one among threads.
class GAINSAY_EXPORT Comparer {
 public:
  Comparer();
  ~Comparer();
  Comparer(const Comparer&);
  Comparer& operator=(const Comparer&);

  // Errors: a text is not UTF-8 or not below 4 GiB.
  Result<Comparison> Compare(const Document& a, const Document& b) const;

  // All pairs of passages about one topic, as retrieval hands them over: those
  // that contradict each other or are in tension, by (a, b) with a < b. Each
  // passage is read once. Errors as of Compare.
  struct Pair {
    std::size_t a = 0, b = 0;  // of `passages`
    Comparison comparison;
  };
  Result<std::vector<Pair>> CompareAll(
      std::span<const Document> passages) const;

 private:
  struct Rep;
  std::shared_ptr<const Rep> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_COMPARE_H_
