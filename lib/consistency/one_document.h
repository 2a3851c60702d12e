// Conflicts inside one document: a document seldom contradicts itself; what
// looks like it is most often two things told in one breath.
#ifndef GAINSAY_LIB_CONSISTENCY_ONE_DOCUMENT_H_
#define GAINSAY_LIB_CONSISTENCY_ONE_DOCUMENT_H_

#include <span>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// Makes a tension of each conflict whose statements all rest on the words of
// one and the same document, and takes out those on what has no name: "the
// blast" of two sentences is most often two blasts (of 28 such among 5,895 news
// items none was one). Records, which have no prose (`is_text` false),
// keep their severity. O(claims of the conflicts).
void DemoteWithinOneDocument(const StatementTable& statements,
                             const GraphInput& input,
                             const std::vector<bool>& is_text,
                             std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_ONE_DOCUMENT_H_
