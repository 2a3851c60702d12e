// Readers by concepts that are asked before the frames.
#ifndef GAINSAY_LIB_CLAIM_CONCEPTS_H_
#define GAINSAY_LIB_CLAIM_CONCEPTS_H_

#include <optional>

#include "claim/beginnings.h"
#include "claim/debuts.h"
#include "claim/deeds.h"
#include "claim/event_lengths.h"
#include "claim/office_phrase.h"

namespace gainsay::internal {

// What they look for, by the rows of a grammar; looked up once.
struct ConceptClasses {
  TenureClasses tenure;
  BeginningClasses beginning;
  DeedClasses deed;
  DebutClasses debut;
  EventLengthClasses event_length;
  explicit ConceptClasses(const SyntaxIndex& index)
      : tenure(index),
        beginning(index),
        deed(index),
        debut(index),
        event_length(index) {}
};

// The first reading of `atom`: of an age, else of a term, of a tenure, of a
// debut, of a deed, of a beginning. `written`: the day of the document.
std::optional<FrameReading> ReadConcepts(const SentenceView& sentence,
                                         const MentionTable& mentions,
                                         const Discourse& discourse,
                                         const EntityClasses& classes,
                                         const ConceptClasses& concepts,
                                         DayInterval written, const Atom& atom,
                                         const ValuePaths& paths);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_CONCEPTS_H_
