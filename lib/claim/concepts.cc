#include "claim/concepts.h"

#include "claim/ages.h"
#include "claim/debuts.h"
#include "claim/tenures.h"
#include "claim/terms.h"

namespace gainsay::internal {

std::optional<FrameReading> ReadConcepts(const SentenceView& sentence,
                                         const MentionTable& mentions,
                                         const Discourse& discourse,
                                         const EntityClasses& classes,
                                         const ConceptClasses& concepts,
                                         DayInterval written, const Atom& atom,
                                         const ValuePaths& paths) {
  if (auto age = AgeReader(sentence, mentions, discourse, classes).Read(atom))
    return age;
  if (auto term = TermReader(sentence, mentions, discourse, classes,
                             concepts.tenure, written)
                      .Read(atom))
    return term;
  if (auto tenure =
          TenureReader(sentence, mentions, discourse, classes, concepts.tenure)
              .Read(atom))
    return tenure;
  if (auto debut = DebutReader(sentence, mentions, discourse, classes,
                               concepts.tenure, concepts.debut)
                       .Read(atom))
    return debut;
  if (auto deed = DeedReader(sentence, discourse, classes, concepts.deed)
                      .Read(atom, paths))
    return deed;
  return BeginningReader(sentence, mentions, discourse, classes,
                         concepts.beginning, written)
      .Read(atom, paths);
}

}  // namespace gainsay::internal
