// When somebody first performed with, or joined, a body with a name: "made her
// debut with the Kelm Orchestra in 2017", "conducted it for the first time in
// 2021", "first appeared with", "joined Kelm United in 2012", "has been a
// member of the Kelm Choir since 2015".
//
// The body is the scope of the claim: one may join another, and play with it
// first at another time. A first time as something ("as a soloist") or of a
// kind ("her home debut") is left out, and so is a return.
#ifndef GAINSAY_LIB_CLAIM_DEBUTS_H_
#define GAINSAY_LIB_CLAIM_DEBUTS_H_

#include <optional>

#include "claim/frame_reading.h"
#include "claim/office_phrase.h"
#include "mention/mention.h"

namespace gainsay::internal {

// Bits of the classes that a grammar's rows name; looked up once.
struct DebutClasses {
  ClassSet debut = 0, performance = 0, performs = 0, with = 0, as = 0,
           first = 0, occasion = 0, join = 0, belong = 0, belong_at = 0,
           member = 0, again = 0, since = 0;
  explicit DebutClasses(const SyntaxIndex& index);
};

class DebutReader {
 public:
  DebutReader(const SentenceView& sentence, const MentionTable& mentions,
              const Discourse& discourse, const EntityClasses& classes,
              const TenureClasses& tenure, const DebutClasses& words)
      : s_(sentence),
        mentions_(mentions),
        words_(words),
        phrases_(sentence, discourse, classes, tenure) {}

  // Of a date only.
  std::optional<FrameReading> Read(const Atom& atom) const;

 private:
  // What stands between a value and the verb before it.
  struct Between {
    std::uint32_t verb = kNowhere, body = kNowhere;
    bool debut = false, first_time = false, member = false, as = false,
         other = false, aside = false;
  };
  Between Before(std::uint32_t value) const;
  bool IsFirst(std::uint32_t group) const;
  bool Has(std::uint32_t token, ClassSet classes) const;
  std::optional<FrameReading> Make(const Frame& frame, const Between& found,
                                   std::uint32_t value) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const DebutClasses& words_;
  OfficePhrases phrases_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_DEBUTS_H_
