// Polarity: one says that it happened, or is so; another that it did not, or is
// not.
#ifndef GAINSAY_LIB_CONSISTENCY_POLARITY_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_POLARITY_CHECK_H_

#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// Pairs of an asserted and a negated statement of one subject, predicate and
// scope. Definite if the days of the one lie within the days that the other
// denies (hulls), tension if only the cores do; where no day is said the pair
// is a tension. Plans, possibilities and questions take no part: to deny is not
// to ask.
std::vector<Conflict> CheckPolarity(const StatementTable& statements,
                                    const GraphInput& input);

// Statements of one subject and predicate whose values differ and that cannot
// conflict because one of them is planned, possible or asked: near misses with
// the reason "modality". At most `cap`.
std::vector<NearMissRow> ModalityNearMisses(const StatementTable& statements,
                                            const GraphInput& input,
                                            std::size_t cap);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_POLARITY_CHECK_H_
