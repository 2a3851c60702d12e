// The oracle for candidates of values, tenures, polarity and schema rules.
#ifndef GAINSAY_LIB_CONSISTENCY_VERIFY_CLAIMS_H_
#define GAINSAY_LIB_CONSISTENCY_VERIFY_CLAIMS_H_

#include <cstdint>
#include <vector>

#include "consistency/check.h"
#include "consistency/conflict.h"

namespace gainsay::internal {

// Decides from the rows of the claims alone whether a candidate is what it says
// to be; shares no code with the checks that find them. Stateless but for the
// context, which it views; share freely.
class ClaimOracle {
 public:
  explicit ClaimOracle(const CheckContext& context) : context_(context) {}

  // True if the statements contradict each other: of one subject and predicate
  // where the kind of the candidate asks for it, asserted, with values or days
  // that lie apart by more than the schema allows; and if every walk closes
  // below zero with bounds that its claims make. Linear in the candidate.
  bool Contradicts(const Conflict& conflict) const;

 private:
  bool Values(const Conflict& conflict) const;
  bool IsSum(const Conflict& conflict) const;
  bool Sums(const Conflict& conflict) const;
  bool Tenures(const Conflict& conflict) const;
  bool TextTenures(const Conflict& conflict) const;
  bool Polarity(const Conflict& conflict) const;
  bool Rule(const Conflict& conflict) const;
  bool IsShare(const Conflict& conflict) const;
  bool Shares(const Conflict& conflict) const;
  bool Alone(const Statement& statement) const;
  bool Excluded(const Conflict& conflict) const;
  bool Depends(const Conflict& conflict) const;
  bool Inverse(const Conflict& conflict) const;
  bool HasWordsOf(const ValueRow& part, const ValueRow& whole) const;
  bool WalkHolds(const Walk& walk) const;
  bool StepHolds(const WalkStep& step) const;

  const Statement& at(StatementIndex i) const { return context_.statements[i]; }

  const CheckContext& context_;
};

// Leaves out what the oracle does not confirm; how many.
std::uint64_t Withhold(const CheckContext& context,
                       std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_VERIFY_CLAIMS_H_
