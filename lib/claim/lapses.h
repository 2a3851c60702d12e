// What a sentence tells of a lapse in words that no frame lists: "after a break
// of nearly five years", "had lain idle since 2019", "its first edition in five
// years".
//
// By concepts, not by whole phrases: the classes @lapse (a break), @stop (to
// suspend), @idle (dormant), @perform (to be held, to sail), @first_one,
// @last_one and @series of a language. What lapses is a series that the clause
// names, else the one that the document is about.
#ifndef GAINSAY_LIB_CLAIM_LAPSES_H_
#define GAINSAY_LIB_CLAIM_LAPSES_H_

#include <optional>
#include <string_view>

#include "claim/claim.h"
#include "claim/frame_reading.h"
#include "mention/mention.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Bits of the classes that a grammar's rows name; looked up once.
struct LapseClasses {
  ClassSet lapse = 0, stop = 0, idle = 0, perform = 0, first = 0, last = 0,
           series = 0, instance = 0, after = 0, back = 0, again = 0,
           without = 0, out = 0, use = 0, shut = 0, move = 0, elapse = 0,
           begin = 0, service = 0, occasion = 0, sides = 0, lapsing = 0,
           activity = 0, become = 0, barrier = 0, impose = 0, lift = 0,
           fully = 0, stopping = 0, host = 0, ago = 0, other = 0,
           bring_about = 0, endure = 0, standing = 0, vacancy = 0, deadlock = 0,
           any = 0, the_last = 0, does = 0, limbo = 0, there = 0, recent = 0,
           most = 0, taken = 0, around = 0, output = 0, unable = 0, once = 0,
           only = 0, open = 0, confer = 0;
  std::string_view talk;  // the first noun of @meeting
  explicit LapseClasses(const SyntaxIndex& index);
};

class LapseReader {
 public:
  LapseReader(const SentenceView& sentence, const Discourse& discourse,
              const EntityClasses& classes, const LapseClasses& lapse)
      : s_(sentence), discourse_(discourse), classes_(classes), lapse_(lapse) {}

  // `paths`: how the value of `atom` hangs, a date or a length of time;
  // `hours`: one of hours, which only tells how long something was shut.
  std::optional<FrameReading> Read(const Atom& atom, const ValuePaths& paths,
                                   bool hours) const;
  // Only what hangs on "the first time", "the first session", whatever else its
  // verb may tell: "started for the first time since 2016".
  std::optional<FrameReading> ReadFirst(const Atom& atom,
                                        const ValuePaths& paths) const;
  // Only a date of something since which a lapse has lasted.
  std::optional<FrameReading> ReadSince(const Atom& atom) const;

 private:
  // Where the series is looked for: what the verb is about, also the rest of
  // the clause, also what the document is about.
  enum class Where : std::uint8_t { kActors, kClause, kDocument };
  // What may lapse: series; what stands still, also a plant, exports; what is
  // shut, also a building or a firm.
  enum class Kinds : std::uint8_t { kSeries, kLapsing, kPlacesToo };

  std::optional<FrameReading> Length(const Atom& atom, const ValuePaths& paths,
                                     bool hours) const;
  bool IsWithout(const Clause& clause) const;
  bool IsTitle(std::uint32_t group) const;
  std::optional<FrameReading> Vacant(const Frame& frame,
                                     const PathStep& step) const;
  std::optional<FrameReading> Without(const Frame& frame, const PathStep& step,
                                      const Clause& clause) const;
  std::optional<FrameReading> WhileShut(std::uint32_t group,
                                        const PathStep& whole) const;
  std::optional<FrameReading> LengthAfter(const Atom& atom) const;
  std::optional<FrameReading> Date(const Atom& atom,
                                   const ValuePaths& paths) const;
  std::optional<FrameReading> SinceTheLast(const PathStep& step) const;
  std::optional<FrameReading> First(const PathStep& step, bool date) const;
  std::optional<FrameReading> OfBreak(const Frame& frame,
                                      const PathStep& step) const;
  std::optional<FrameReading> OfWhole(const Frame& frame, const PathStep& step,
                                      std::uint32_t noun) const;
  bool LastInApposition(const PathStep& step) const;
  bool PlacedBetween(std::uint32_t first, std::uint32_t last) const;
  std::optional<FrameReading> Make(const Frame& frame, const PathStep& step,
                                   Where where,
                                   Kinds kinds = Kinds::kLapsing) const;
  std::optional<FoundSubject> Series(std::uint32_t clause, Where where,
                                     Kinds kinds) const;
  std::optional<FoundSubject> Talks(const Clause& clause) const;
  std::optional<Entity> WhoseActivity(std::uint32_t group, Kinds kinds) const;
  std::optional<Entity> SeriesAt(std::uint32_t group,
                                 Kinds kinds = Kinds::kSeries) const;
  std::optional<Entity> NamedSubject(std::uint32_t clause) const;

  bool NothingHappens(const Clause& clause) const;
  bool Performs(const Clause& clause) const;
  bool None(const Clause& clause) const;
  bool NothingDone(const Clause& clause) const;
  std::uint32_t NoneOf(const Clause& clause) const;
  bool WasTheLast(const Clause& clause, const PathStep& step) const;
  bool IsPlaced(std::uint32_t group) const;
  bool TheLastTime(const Clause& clause, const PathStep& step) const;
  bool UntilThen(const Clause& clause, const PathStep& step) const;
  bool IsBareLast(std::uint32_t group) const;
  bool HoldsLast(std::uint32_t group) const;
  bool NotOpen(const Clause& clause) const;
  bool IsBareFirst(std::uint32_t group) const;
  bool OfNone(const Clause& clause) const;
  bool HasLaterDate(const Atom& atom) const;
  std::uint32_t Before(std::uint32_t first) const;
  std::uint32_t HostOfSince(std::uint32_t value) const;
  std::optional<FrameReading> ShutFor(const Clause& clause,
                                      const PathStep& step) const;
  std::optional<FrameReading> Filled(const Clause& clause,
                                     PathStep whole) const;
  std::optional<FrameReading> FilledBreak(const Atom& atom,
                                          const PathStep& step) const;
  bool Others(std::uint32_t clause) const;
  bool IsOfWhose(const Clause& clause) const;
  bool Idle(const Clause& clause) const;
  bool FallsIdle(const Clause& clause) const;
  bool IsOfBarrier(const Clause& clause, ClassSet verbs) const;
  bool Returns(const Clause& clause) const;
  bool Stops(const Clause& clause) const;
  bool ToldLast(const Clause& clause, const PathStep& step) const;
  bool StoodStill(const Clause& clause) const;
  bool BringsNone(const Clause& clause) const;
  bool LastBrought(const Clause& clause) const;
  bool SaysLast(const Clause& clause) const;
  std::optional<FrameReading> OfAny(const Frame& frame, const PathStep& step,
                                    std::uint32_t noun) const;
  std::optional<FrameReading> FirstThat(const PathStep& step, bool date) const;

  const SentenceView& s_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const LapseClasses& lapse_;
};

// News tells of a return soon after it: a lead that says how long the break was
// and no day ("the festival is back after a three-year absence") says that it
// ended within kTellsLate days before its document was written, most likely
// within kTellsSoon.
inline constexpr Day kTellsLate = 92, kTellsSoon = 14;

// What closes and opens: the consulate that a text speaks of, not its town
// ("Osland reopened its consulate in Kelm, a port. It was closed in 2019"), and
// whatever it is called ("the mission was shut").
void FitPremises(const SentenceView& sentence, const Discourse& discourse,
                 const EntityClasses& classes, FoundSubject& told);

// False where what `told` names goes on, whatever its clause says has stopped:
// "the commission suspended the licence". Puts the owner for an activity that
// it stops or takes up again: "the plant resumed production".
bool FitLapseSubject(const SentenceView& sentence, const Discourse& discourse,
                     const EntityClasses& classes, const LapseClasses& lapse,
                     const Clause* clause, FoundSubject& told);

// Whether the sentence that tells a lapse's length tells it of an earlier time:
// "In 1999 a car burned, and the tunnel was closed for two days".
bool IsOfEarlierLapse(const SentenceView& sentence,
                      const MentionTable& mentions, const Clause& clause,
                      const ValueRow& length, DayInterval written);

// The return that `length`, a claim of a lapse's length made from the sentence,
// implies; none where the sentence is no lead, names a day that is not of the
// two weeks before the document's, or the document has no date. The value is
// added to `table`.
// `clause`: the one that says it.
std::optional<Claim> ReturnTold(const SentenceView& sentence,
                                const MentionTable& mentions,
                                const Clause& clause, const Claim& length,
                                PredicateIndex predicate, ClaimTable& table);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_LAPSES_H_
