// Clock times of what happened: "the quake struck at 4:12 a.m.", "the fire
// broke out shortly before 9 pm", "an explosion at 21:05 killed two", "the
// first call came in at 02:17", "it was ten past two when the vote was taken".
//
// By concepts: the one event of the clause (a noun of events, "it", or what its
// verb tells as a mishap of a thing) and its phase, by the classes @onset,
// @ending, @alarm, @departing, @arriving of a language. Phases are predicates
// of their own and never meet. Not read: what is planned or only may be, series
// ("talks"), and clocks of what people do ("crews arrived at").
#ifndef GAINSAY_LIB_CLAIM_CLOCKS_H_
#define GAINSAY_LIB_CLAIM_CLOCKS_H_

#include <optional>
#include <string>
#include <vector>

#include "claim/clock_value.h"
#include "claim/frame_reading.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// What a language knows of clock times; looked up once.
struct ClockWords {
  const ValueWords* values = nullptr;
  ClassSet onset = 0, ending = 0, departing = 0, arriving = 0, mishap = 0,
           befall = 0, alarm = 0, alarm_raised = 0, timed = 0, at = 0,
           perform = 0, say = 0, same_past = 0, service = 0, lasting = 0,
           range_to = 0, held = 0, called = 0, responder = 0, by = 0, deed = 0,
           other_one = 0, moored = 0, come_upon = 0, labour = 0, goes_on = 0,
           lasts = 0, ruling = 0, pronounced = 0, once = 0, downward = 0,
           nautical = 0, opens = 0, returning = 0, no_labour = 0;
  StringId accident;  // the one word for mishaps, whatever their nouns
  StringId walkout;   // for strikes of workers
  StringId ship;      // for what only ships do
  StringId voyage;    // of a ship that left and came back
  ClockWords(const SyntaxIndex& index, const ValueWords& values,
             Interner& interner);
};

class ClockReader {
 public:
  ClockReader(const SentenceView& sentence, const MentionTable& mentions,
              const Discourse& discourse, const EntityClasses& classes,
              const ClockWords& words, DayInterval written)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes),
        words_(words),
        written_(written) {}

  struct Readings {
    std::vector<FrameReading> list;
    bool dated = false;  // the expression names its day, too
  };
  // What a clock time of the sentence tells: one reading, two of a range with
  // both ends; none if it is not of an event. `paths`: how it hangs.
  Readings Read(const Atom& atom, const ValuePaths& paths) const;
  // What a day tells of what only a verb tells of: "the nurses walked out on 3
  // June", "he went on trial on Monday", "mud came down on May 19".
  std::optional<FrameReading> ReadDay(const Atom& atom,
                                      const ValuePaths& paths) const;

  // "At 4:12", "about 9 pm", not "with 7:42 left".
  bool HangsByClock(const Atom& atom, const ClockInText& clock) const;
  // The one day of a clock time that it or its clause names, else unbounded.
  DayInterval NamedDay(const Atom& atom) const;
  // A clock time without the words before it: of "not until 5.35".
  ValueRow PlainClock(const Atom& atom) const {
    const auto clock = ReadClock(s_, atom, mentions_, *words_.values, false);
    return clock ? clock->row : ValueRow();
  }

 private:
  struct Told {
    const Frame* frame = nullptr;
    FoundSubject subject;
    // What happens to one subject on many days: compared of one day only, and
    // of one act.
    bool of_day = false;
    std::string act = {};
  };

  std::optional<FrameReading> Reading(const Atom& atom, const ValuePaths& paths,
                                      const ClockInText& clock) const;
  std::optional<Told> OfClause(std::uint32_t clause) const;
  std::optional<Told> OfVerb(std::uint32_t clause, ClassSet verb) const;
  std::optional<Told> Alarm(const Clause& clause, ClassSet verb) const;
  std::optional<Told> Act(const Clause& clause) const;
  std::optional<Told> Run(const Frame& frame, const Clause& clause) const;
  std::optional<Told> OfNoun(const PathStep& step) const;
  std::optional<FrameReading> WhenClause(const Atom& atom) const;
  std::optional<Entity> EventAt(std::uint32_t group, bool any) const;
  std::optional<FoundSubject> Event(const Clause& clause, bool happens) const;
  std::optional<FoundSubject> AsNoun(const Clause& clause) const;
  std::optional<FoundSubject> OfVoyage(const Clause& clause) const;
  std::optional<FoundSubject> OfStrike(const Clause& clause) const;
  std::optional<FoundSubject> Ruling(const Clause& clause) const;
  std::optional<FoundSubject> Mishap(const Clause& clause) const;
  bool StruckCarrier(const Clause& clause) const;
  std::optional<FoundSubject> Deed(const Clause& clause) const;
  std::optional<FoundSubject> Carrier(const Clause& clause) const;
  std::optional<FoundSubject> Person(std::uint32_t group) const;
  std::optional<Entity> DocumentsEvent() const;
  DayInterval DayOfClock(const Atom& atom) const;
  DayInterval DayOfLead() const;
  bool IsRecent(DayInterval day) const;
  FrameReading Make(Told told, const PathStep& step, const Atom& atom) const;
  std::optional<Entity> Happening(const Clause& clause) const;
  std::uint32_t ByWhom(const Clause& clause) const;
  bool Happened(const Clause& clause) const;
  bool Named(std::uint32_t group) const;
  bool Another(std::uint32_t group, const Entity& entity) const;
  bool IsPartOfDay(const Atom& atom, const ClockInText& clock) const;
  Entity AsAccident(Entity entity) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const ClockWords& words_;
  DayInterval written_;  // of the document
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_CLOCKS_H_
