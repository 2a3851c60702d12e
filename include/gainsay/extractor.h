// Extension points: a user's own Extractor and own Check.
#ifndef GAINSAY_EXTRACTOR_H_
#define GAINSAY_EXTRACTOR_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/claim.h"
#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

// Turns a document into claims: a language model, a parser, a table reader. It
// stands beside the built-in extraction or instead of it (Options::extractors).
// Each claim names its evidence by `span` (bytes of the document's text).
// Called from the checking threads, one document a call: keep it const and safe
// to share.
class GAINSAY_EXPORT Extractor {
 public:
  virtual ~Extractor();
  virtual Result<std::vector<ClaimInput>> Extract(
      const Document& document) const = 0;
};

// What a Check sees of one statement: claims of one subject and predicate that
// say the same.
struct StatementView {
  std::string_view subject, predicate;
  const Value& value;
  std::span<const std::string_view> sources;
};

// Statements, by index into the group, that a check holds to be contradictory.
struct CheckCandidate {
  std::vector<std::size_t> statements;
  std::string explanation;  // one sentence
};

// Finds candidates among all statements of one subject and predicate.
// Candidates are shrunk to minimal sets with Contradicts() as the oracle before
// they are reported as findings of kind "schema".
class GAINSAY_EXPORT Check {
 public:
  virtual ~Check();
  virtual std::string_view name() const = 0;
  virtual std::vector<CheckCandidate> Candidates(
      std::span<const StatementView> group) const = 0;
  virtual bool Contradicts(std::span<const StatementView> statements) const = 0;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_EXTRACTOR_H_
