// Why two names are taken for one thing, or for two.
//
//   for (const IdentityDecision& d : ExplainIdentity(checker, corpus,
//   "Vell").value())
//     std::cout << d.a.name << " / " << d.b.name << ": " << d.score << '\n';
#ifndef GAINSAY_IDENTITY_H_
#define GAINSAY_IDENTITY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/checker.h"
#include "gainsay/export.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

// Something that a claim speaks of, as its source puts it.
struct NamedThing {
  std::string name;    // or its description
  std::string id;      // that the source gives it, if any
  std::string source;  // of its first claim
};

// One decision about two of them. Scores are log-odds.
struct IdentityDecision {
  enum class Verdict : std::uint8_t { kOne, kTwo, kUndecided };
  Verdict verdict = Verdict::kUndecided;
  NamedThing a, b;
  std::int32_t score =
      0;  // 8 make two one; 0: by an id, the alias file, a guard
  std::vector<std::string> evidence;  // "equal full names +6"; a guard's reason
};

// The decisions in which a name or id holds the words of `name` (folded; empty:
// all), in the order in which they were taken: ids, the alias file, evidence,
// guards, what is undecided. Up to the caps of the run. Costs as much as a
// check up to identity. Errors: those of reading.
GAINSAY_EXPORT Result<std::vector<IdentityDecision>> ExplainIdentity(
    const Checker& checker, const Corpus& corpus, std::string_view name = {});

}  // namespace gainsay::inline v0

#endif  // GAINSAY_IDENTITY_H_
