// When it happened, whatever the words: clock times and days that hang on the
// verb of a clause, or on a noun, that tells of a happening.
//
// What a clause tells goes by its happening (TimedRow: "kicked off" is a
// beginning; else by its verb's lemma) and its theme: what it happens to ("the
// dyke burst", "police evacuated the hall"), or, where the row says so, who
// does it ("the train reached the town"). "Was not received until 5.35" tells
// that it was at 5.35. Plans meet plans only. Which of two documents speak of
// the same: identity/told_time_match.h.
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
  DocumentIndex document;
  std::uint32_t sentence = 0;
  ByteSpan value_span, evidence;
  bool clock = false;    // a time of day, else a day or more
  StringId key;          // the happening
  StringId label;        // its verb or noun
  bool listed = false;   // it is a row's, of certain things
  bool once = false;     // what happens to these once
  bool counted = false;  // of many, told of the first or the last one
  bool plan = false;     // not told as past
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
  StringId agent_name;                      // who did it, by name
  DayInterval when;  // the day of a clock that the text names, else unbounded
  ValueRow value;
};

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
        asked_(asked),
        out_(out) {}

  // Appends what the times of the sentence tell.
  void Read();

 private:
  struct Theme {
    std::uint32_t group = kNowhere;
    Entity entity;
  };

  void ReadAtom(std::uint32_t atom);
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
  bool Lists(std::string_view list, StringId lemma) const;
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
  AskedWhen& asked_;
  std::vector<ToldTime>& out_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TOLD_TIMES_H_
