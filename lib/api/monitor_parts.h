// How a Monitor divides what it holds into parts that are checked alone.
#ifndef GAINSAY_LIB_API_MONITOR_PARTS_H_
#define GAINSAY_LIB_API_MONITOR_PARTS_H_

#include <string_view>
#include <vector>

#include "api/pipeline.h"
#include "gainsay/claim.h"

namespace gainsay::internal {

// Says which claims can only meet claims of their own subject. Immutable.
class LocalClaims {
 public:
  explicit LocalClaims(const Checker::Rep& checker);

  // True if nothing that is said of another subject, and no document, can
  // change what is found about this claim, nor it what is found elsewhere.
  bool Is(const ClaimInput& claim) const;
  // True if no rule joins the predicate of a name to other subjects or to time.
  bool IsLocal(std::string_view predicate) const;

 private:
  void Exclude(PredicateIndex predicate);

  const Schema& schema_;
  bool any_ = true;          // Options allow it at all
  std::vector<bool> local_;  // by PredicateIndex
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_MONITOR_PARTS_H_
