// The things of one story that go by several words: "the Lady Arden", "the
// ship", "the 19-year-old vessel".
#ifndef GAINSAY_LIB_IDENTITY_STORY_THINGS_H_
#define GAINSAY_LIB_IDENTITY_STORY_THINGS_H_

#include "identity/identity.h"
#include "identity/resolve.h"

namespace gainsay::internal {

// Joins subjects without a name to the thing of that class of which their story
// tells: the named one that its documents mention most. Of few documents only.
// What is told apart ("the new bridge", "the bridge in Ghent", "the second
// ferry", several) is left alone, and so is what two things may mean. Subjects
// are those of all resolvers, before they are ordered. O(subjects * named).
void JoinStoryThings(const IdentityInput& input, Subjects& subjects);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STORY_THINGS_H_
