// When it happened, whatever the words: clock times and days that hang on the
// verb of a clause, or on a noun, that tells of a happening.
//
// What a clause tells goes by its happening (TimedRow: "kicked off" is a
// beginning; else by its verb's lemma) and its theme: what it happens to ("the
// dyke burst", "police evacuated the hall"), or, where the row says so, who
// does it ("the train reached the town"). "Was not received until 5.35" tells
// that it was at 5.35. Plans meet plans only. Which of two documents speak of
// the same: identity/told_time_match.h.
//
// So are how something came out (OutcomeRow), who did it and where it was
// (lang/en/doers.inc, settings.inc), lengths of what goes on (LastedRow:
// "reopened after three hours", "it took 14 hours to put out the fire", "a ban
// of 18 months"), and since when something is the most (RecordRow: "the worst
// flood since 1978", "a 12-year high"): of one degree, one thing, one kind of
// it and one area.
#ifndef GAINSAY_LIB_CLAIM_TOLD_TIMES_H_
#define GAINSAY_LIB_CLAIM_TOLD_TIMES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "claim/clocks.h"
#include "claim/told.h"

namespace gainsay::internal {

struct ToldTime {
  // A time, how long it lasted, since when it is the most, how it came out, who
  // did it, where it was.
  enum class Of : std::uint8_t {
    kTime,
    kLength,
    kRecord,
    kOutcome,
    kDoer,
    kPlace
  };

  Of of = Of::kTime;
  DocumentIndex document;
  std::uint32_t sentence = 0;
  ByteSpan value_span, evidence;
  bool clock = false;    // a time of day, else a day or more (Of::kTime)
  StringId key;          // the happening
  StringId label;        // its verb or noun
  bool listed = false;   // it is a row's, of certain things
  bool once = false;     // what happens to these once
  bool counted = false;  // of many, told of the first or the last one
  bool plan = false;     // not told as past
  bool veto = false;     // no time: says that the document's are not compared
  StringId theme;        // its noun, by what it goes
  StringId theme_name;   // its proper name
  bool known = false;    // definite, owned or named
  bool plural = false, people = false;
  std::int32_t ordinal = 0;  // "the first car"
  // Lemmas before the theme's noun; names of what it is of, of where it is.
  absl::InlinedVector<StringId, 2> narrow;
  absl::InlinedVector<StringId, 4> names;
  absl::InlinedVector<StringId, 4> beside;  // nouns and names of the clause
  absl::InlinedVector<StringId, 2> places;  // behind prepositions, by name
  // Of lengths and records: what both must say ("in the region", "to lorries"),
  // sorted; nouns of where it is, which must not differ.
  absl::InlinedVector<StringId, 2> scope, spots;
  bool daily = false;   // there may be another one, or more of it, a day later
  bool grows = false;   // a later document may have more of it
  bool owned = false;   // somebody's (of records)
  StringId agent_name;  // who did it, by name
  bool person = false;  // the value is somebody's name (Of::kDoer)
  bool sided = false;   // of one of several, which both texts must name
  bool contested = false;  // a text names those, too, who did not do it
  DayInterval when;  // the day of a clock that the text names, else unbounded
  ValueRow value;    // of a length, hours: a quantity
};

// Lengths between two clock times that one document tells: when the road was
// shut, when it opened again. Appended to what is told from `first` on.
void AddLengthsBetween(std::size_t first, WordTable& words,
                       std::vector<ToldTime>& told);

// What a question asked the time of: "When was it signed? At four." Of the
// sentence before.
using AskedWhen = std::optional<ToldTime>;

class ToldTimeReader {
 public:
  ToldTimeReader(const SentenceView& sentence, const MentionTable& mentions,
                 const Discourse& discourse, const EntityClasses& classes,
                 const ClockWords& words, DocumentIndex document,
                 DayInterval written, AskedWhen& asked,
                 std::vector<ToldTime>& out)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes),
        words_(words),
        clocks_(sentence, mentions, discourse, classes, words, written),
        rows_(ToldRowsOf(sentence.words.index())),
        document_(document),
        written_(written),
        asked_(asked),
        out_(out) {}

  // Appends what the times of the sentence tell.
  void Read();

 private:
  struct Theme {
    std::uint32_t group = kNowhere;
    Entity entity;
  };

  // Words that say a degree: tokens [first, last) of a group.
  struct Degree {
    const RecordRow* row = nullptr;
    bool higher = false;
    std::uint32_t first = 0, last = 0;
    std::uint32_t group = kNowhere;
  };

  void ReadAtom(std::uint32_t atom);
  bool ReadRecord(const Atom& atom, std::uint32_t group, const ToldTime& at);
  std::optional<Degree> DegreeAt(std::uint32_t token) const;
  std::optional<Degree> DegreeBefore(const Atom& atom,
                                     std::uint32_t value) const;
  void TakeDegree(std::string_view degree, ToldTime& told) const;
  bool IsTheOne(const Degree& degree) const;
  bool SetSpan(const Atom& atom, ToldTime& told) const;
  bool SetRecordTheme(const Degree& degree, std::uint32_t clause,
                      ToldTime& told) const;
  void SetRecordScope(const Degree& degree, std::uint32_t value,
                      ToldTime& told) const;
  bool IsNarrower(const Group& group, bool ordinal) const;
  bool IsRecordFact(std::uint32_t clause, bool negated) const;
  bool OfDegree(const Atom& atom, std::uint32_t value, ToldTime& told) const;
  bool OfHigh(const Atom& atom, std::uint32_t group, ToldTime& told) const;
  bool OfNone(const Atom& atom, std::uint32_t value, ToldTime& told) const;
  bool OfWait(const Atom& atom, std::uint32_t group, ToldTime& told) const;
  bool OfLastTime(const Atom& atom, std::uint32_t value, ToldTime& told) const;
  void NoteChanges();
  void ReadFacts();
  void ReadOutcome(std::uint32_t clause);
  void ReadHarmed(std::uint32_t clause);
  bool IsNobody(std::uint32_t group) const;
  void ReadDoer(std::uint32_t clause);
  void ReadSetting(std::uint32_t clause);
  bool IsPastFact(const Clause& clause, bool& denied) const;
  bool ThingFits(std::string_view things, const Theme& theme) const;
  bool IsQuoted(std::uint32_t group) const;
  bool IsThing(std::string_view row, std::string_view things,
               const Theme& theme) const;
  bool SetFactTheme(const Clause& clause, std::string_view row,
                    std::string_view things, ToldTime& told) const;
  bool SetFactTheme(const Theme& theme, std::string_view row,
                    std::string_view things, ToldTime& told) const;
  void ReadDoerNoun(std::uint32_t clause);
  std::uint32_t OfWhat(std::uint32_t noun) const;
  bool SetDoer(std::uint32_t who, ToldTime& told) const;
  void SetFactDay(std::uint32_t clause, ToldTime& told) const;
  ToldTime FactOf(ToldTime::Of of, std::uint32_t clause,
                  std::uint32_t value) const;
  bool DeniesBehind(std::uint32_t verb) const;
  bool SetMatter(const Clause& clause, ToldTime& told) const;
  void SetWho(const Clause& clause, ToldTime& told) const;
  std::uint32_t PlaceOf(const Clause& clause) const;
  std::uint32_t DoerOf(const Clause& clause) const;
  bool ReadRange(const Atom& atom, std::uint32_t group, const ToldTime& at);
  bool ReadLength(std::uint32_t atom, std::uint32_t group, const ToldTime& at);
  bool LengthOfClause(std::uint32_t clause, bool ends, ToldTime& told) const;
  bool EndsOtherwise(const LastedRow& row, const Clause& clause) const;
  bool LengthOfTaking(std::uint32_t clause, std::uint32_t value,
                      ToldTime& told) const;
  bool LengthOfNoun(std::uint32_t group, bool known, ToldTime& told) const;
  bool LengthBeside(const Atom& atom, std::uint32_t group,
                    ToldTime& told) const;
  void SetWhere(std::uint32_t clause, ToldTime& told) const;
  void TakeLasted(const LastedRow& row, ToldTime& told) const;
  bool Bans(std::uint32_t clause, std::uint32_t noun, ToldTime& told) const;
  bool LengthOfState(std::uint32_t value, ToldTime& told) const;
  bool SetLasted(const LastedRow& row, const Theme& theme,
                 ToldTime& told) const;
  bool IsLengthFact(std::uint32_t clause) const;
  bool VerbFits(std::string_view list, const Clause& clause) const;
  bool SetClock(const Atom& atom, ToldTime& told, bool& hangs) const;
  bool SetDay(const Atom& atom, ToldTime& told) const;
  bool Hangs(const Atom& atom, const PathStep& step, bool clock) const;
  bool OfPaths(std::uint32_t atom, bool hangs, ToldTime& told) const;
  bool OfWhen(const Atom& atom, ToldTime& told) const;
  bool OfItWas(const Atom& atom, ToldTime& told) const;
  bool OfClause(std::uint32_t clause, bool until, ToldTime& told) const;
  bool OfNoun(const PathStep& step, ToldTime& told) const;
  StringId NounOf(std::uint32_t group) const;
  bool OfAsked(const Atom& atom, ToldTime& told) const;
  bool SetFact(const Clause& clause, bool until, ToldTime& told) const;
  bool SetHappening(const Clause& clause, StringId verb, ToldTime& told) const;
  std::optional<Theme> ThemeOf(const Clause& clause, bool subject,
                               std::string_view things = {}) const;
  std::optional<Theme> ThemeAt(std::uint32_t group,
                               std::string_view things = {}) const;
  void Take(const auto& happening, ToldTime& told) const;
  bool SetTheme(const Theme& theme, std::string_view as, ToldTime& told) const;
  void Beside(std::uint32_t clause, std::uint32_t theme, ToldTime& told) const;
  void NoteQuestion();
  static bool ListsWord(std::string_view list, std::string_view word);
  bool Lists(std::string_view list, StringId lemma) const {
    return ListsWord(list, View(lemma));
  }
  ClassSet Class(std::string_view name) const {
    return s_.words.index().ClassBit(name);
  }
  ClassSet ClassesOf(std::uint32_t group) const {
    return s_.words.Of(s_.G(group).lemma).classes;
  }
  std::string_view View(StringId id) const {
    return s_.words.interner().View(id);
  }
  StringId Intern(std::string_view text) const {
    return s_.words.interner().Intern(text);
  }

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const ClockWords& words_;
  ClockReader clocks_;
  const ToldRows& rows_;
  DocumentIndex document_;
  DayInterval written_;
  AskedWhen& asked_;
  std::vector<ToldTime>& out_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TOLD_TIMES_H_
