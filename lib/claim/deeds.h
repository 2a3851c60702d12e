// What happens once between two that are named: a purchase, the winning of a
// prize. "Kestrel Airways, which Volta Air acquired in 2016", "Ann Bell, who
// won the Marlo Prize in 2014".
//
// A firm may be sold again, and a writer win another prize: the other one is
// the scope of the claim, and without a name there is none. What is won each
// year (a cup, a title) is left out.
#ifndef GAINSAY_LIB_CLAIM_DEEDS_H_
#define GAINSAY_LIB_CLAIM_DEEDS_H_

#include <optional>
#include <string>

#include "claim/frame_reading.h"
#include "mention/mention.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Bits of the classes that a grammar's rows name; looked up once.
struct DeedClasses {
  ClassSet acquire = 0, win = 0, prize = 0;
  explicit DeedClasses(const SyntaxIndex& index);
};

class DeedReader {
 public:
  DeedReader(const SentenceView& sentence, const Discourse& discourse,
             const EntityClasses& classes, const DeedClasses& words)
      : s_(sentence), discourse_(discourse), classes_(classes), words_(words) {}

  // Of a date only.
  std::optional<FrameReading> Read(const Atom& atom,
                                   const ValuePaths& paths) const;

 private:
  std::optional<FrameReading> Purchase(const PathStep& step) const;
  std::optional<FrameReading> Prize(const PathStep& step) const;
  std::optional<Entity> Named(std::uint32_t group) const;

  const SentenceView& s_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const DeedClasses& words_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_DEEDS_H_
