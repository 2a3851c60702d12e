// Conflicts of texts that are most often none: inside one document, which
// seldom contradicts itself, and between amounts of other scales.
#ifndef GAINSAY_LIB_CONSISTENCY_DOUBTFUL_H_
#define GAINSAY_LIB_CONSISTENCY_DOUBTFUL_H_

#include <span>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// Makes a tension of each conflict whose statements all rest on the words of
// one and the same document, and takes out those on what has no name: "the
// blast" of two sentences is most often two blasts (of 28 such among 5,895 news
// items none was one). A tension is made, too, of amounts told by texts of
// which one is more than a thousand times the other, and of ages of one person
// a generation apart. Records, which have no prose (`is_text` false), keep
// their severity. O(claims of the conflicts).
void DemoteDoubtful(const StatementTable& statements, const GraphInput& input,
                    const std::vector<bool>& is_text,
                    std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_DOUBTFUL_H_
