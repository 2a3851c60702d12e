// Where a frame says its subject stands: from the last governor of a value's
// path.
#ifndef GAINSAY_LIB_CLAIM_SUBJECTS_H_
#define GAINSAY_LIB_CLAIM_SUBJECTS_H_

#include <optional>

#include "claim/claim.h"
#include "claim/frames.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// The entity a claim is about, and the group that names it in the sentence, if
// any.
struct FoundSubject {
  Entity entity;
  std::uint32_t group = kNowhere;
};

// The clause that says the value: of its last verb, else of its last governor.
const Clause* ClauseOfPath(const SentenceView& sentence, const ValuePath& path,
                           std::size_t steps);

// The subject by the frame's alternatives, in order; none if no alternative
// gives an entity of the things the frame accepts.
std::optional<FoundSubject> FindSubject(const SentenceView& sentence,
                                        const Frame& frame,
                                        const ValuePath& path,
                                        const Discourse& discourse,
                                        const EntityClasses& classes);

// True if the path's groups hold the modifiers that the frame's steps want.
bool ModifiersFit(const SentenceView& sentence, const Frame& frame,
                  const ValuePath& path);

// What restricts a claim of a scoped frame: the word that its modifier wants;
// empty: nothing.
std::string_view ScopeOf(const SentenceView& s, const Frame& frame,
                         const ValuePath& path);

// What a noun group or pronoun speaks of, with the name that an apposition
// gives it and what it takes up; none for other groups.
std::optional<Entity> EntityAt(const SentenceView& sentence,
                               std::uint32_t group, const Discourse& discourse,
                               const EntityClasses& classes,
                               Discourse::Fits fits);

// The ordinal of a referent of several things: "the bridges".
inline constexpr std::int32_t kSeveral = -1;

Referent ToReferent(const Entity& entity, DocumentIndex document);

// What a noun group means by itself, or a pronoun of which `fits` is true.
std::optional<Entity> NounOrPronoun(
    const SentenceView& sentence, std::uint32_t group,
    const Discourse& discourse, const EntityClasses& classes,
    Discourse::Fits fits = [](const Entity&) { return true; });

// The same, but nobody for a pronoun in what a speaker is quoted for: "He is
// 52," said his wife.
std::optional<Entity> Meant(const SentenceView& sentence, std::uint32_t group,
                            const Discourse& discourse,
                            const EntityClasses& classes);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_SUBJECTS_H_
