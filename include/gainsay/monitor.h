// Monitor: a report that follows its sources as they come and go.
//
//   gainsay::Monitor monitor{gainsay::Checker()};
//   gainsay::Delta delta = monitor.Add(gainsay::Document{.source = "wire",
//   .text = text}).value(); for (const std::string& id : delta.appeared)
//   std::cout << "new: " << id << '\n'; gainsay::Report report =
//   monitor.Snapshot();
#ifndef GAINSAY_MONITOR_H_
#define GAINSAY_MONITOR_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gainsay/checker.h"
#include "gainsay/claim.h"
#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

// What one step changed: ids of findings, each list sorted. A finding keeps its
// id when only its evidence changes (a new repost); then it is among `changed`.
struct Delta {
  std::vector<std::string> appeared, gone, changed;
  std::optional<DocumentId> document;  // that was added
  std::optional<ClaimId> claim;        // that was added
};

// Documents and claims that may be added and removed at any time.
//
// Law: after every step, Snapshot() has the bytes of a batch run
// (Checker::Check) over what is there now, in the order in which it came. A
// step that fails changes nothing.
//
// Cost: claims that can only meet claims of their own subject - the subject has
// an id, the value is a quantity, text, names or bool without a time of
// validity, and no rule across predicates names the predicate - are checked
// with that subject alone: independent of how much else is there. All else
// (documents, dates, tenures, subjects known by name, whose identity may change
// with any of them) is checked together again, and so is everything where
// Options ask for near misses, aliases, a hierarchy or own checks.
//
// One writer at a time; snapshots are immutable and may be shared.
class GAINSAY_EXPORT Monitor {
 public:
  explicit Monitor(Checker checker);
  // Begins with a corpus, at the cost of one batch run. Its ids stay valid
  // here.
  Monitor(Checker checker, Corpus corpus);
  ~Monitor();
  Monitor(Monitor&&) noexcept;
  Monitor& operator=(Monitor&&) noexcept;

  // Errors as Corpus::Add.
  Result<Delta> Add(Document document);
  Result<Delta> Add(ClaimInput claim);
  // Errors: no such document or claim, or removed before. Claims that cite a
  // removed document stay; they are claims without a document then.
  Result<Delta> Remove(DocumentId document);
  Result<Delta> Remove(ClaimId claim);

  // The report of all that is there now. O(findings).
  Report Snapshot() const;

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_MONITOR_H_
