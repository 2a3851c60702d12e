// When what lasts began, in words that no frame lists: "a festival that was
// first held in 2007", "the ferry has run since 1962", "in business since
// 1931", "our ninetieth anniversary", "the fair, in its 25th year".
//
// By concepts: the classes @perform, @first_one, @existence, @jubilee,
// @founding and @opening of a language, and what goes on for years: a series, a
// service, a body, a building. A wedding's or an attack's anniversary, the
// first edition in five years or in another town tell of no beginning.
#ifndef GAINSAY_LIB_CLAIM_BEGINNINGS_H_
#define GAINSAY_LIB_CLAIM_BEGINNINGS_H_

#include <optional>

#include "claim/frame_reading.h"
#include "mention/mention.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Bits of the classes that a grammar's rows name; looked up once.
struct BeginningClasses {
  ClassSet perform = 0, hold = 0, first = 0, edition = 0, series = 0,
           lasting = 0, existence = 0, anniversary = 0, birthday = 0, begin = 0,
           celebrate = 0, open = 0, built = 0, founding = 0, opening = 0,
           lapse = 0, year = 0, told_of = 0, service = 0, found = 0,
           inaugurate = 0, commission = 0, into_use = 0, enter = 0, use = 0,
           plain_use = 0, back = 0, into = 0, scheme = 0, trace = 0,
           origins = 0, date_from = 0, go_back = 0, charter = 0, sign = 0,
           basis = 0, rest_on = 0, upon = 0, under = 0, occasion = 0,
           contest = 0, turn = 0, structure = 0, plural_one = 0;
  explicit BeginningClasses(const SyntaxIndex& index);
};

class BeginningReader {
 public:
  // `written`: the day of the document.
  BeginningReader(const SentenceView& sentence, const MentionTable& mentions,
                  const Discourse& discourse, const EntityClasses& classes,
                  const BeginningClasses& words, DayInterval written)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes),
        words_(words),
        written_(written) {}

  std::optional<FrameReading> Read(const Atom& atom,
                                   const ValuePaths& paths) const;

 private:
  std::optional<FrameReading> Date(const Atom& atom,
                                   const ValuePaths& paths) const;
  std::optional<FrameReading> Founding(const Atom& atom) const;
  std::optional<FrameReading> FoundingAct(std::uint32_t value) const;
  std::optional<FoundSubject> GoesBack(std::uint32_t verb,
                                       std::uint32_t value) const;
  std::optional<FoundSubject> ToldOf(std::uint32_t verb) const;
  bool Hidden(std::uint32_t verb, std::uint32_t value) const;
  bool IntoUse(std::uint32_t verb, std::uint32_t value) const;
  bool ByFounder(std::uint32_t group) const;
  std::uint32_t VerbBefore(std::uint32_t value) const;
  std::string_view Relation(std::uint32_t group) const;
  std::optional<FrameReading> Length(const Atom& atom,
                                     const ValuePaths& paths) const;
  std::optional<FrameReading> Anniversary(const Atom& atom) const;
  std::optional<FrameReading> NthYear(const Atom& atom) const;
  std::optional<FrameReading> Jubilee(double years, std::uint32_t group,
                                      FoundSubject subject) const;
  std::optional<FrameReading> Centenary(const Atom& atom) const;
  std::optional<FrameReading> Turns(const Atom& atom) const;
  std::optional<FoundSubject> Lasting(std::uint32_t group,
                                      bool singular = false) const;
  std::optional<FoundSubject> Performed(const Clause& clause) const;
  std::optional<FoundSubject> Whose(std::uint32_t group) const;
  std::optional<FoundSubject> InExistence(const PathStep& step,
                                          const Clause& clause) const;
  bool Asserts(const Clause& clause) const;
  bool ManyNamed(std::uint32_t group) const;
  std::uint32_t FirstTime(std::uint32_t verb) const;
  bool ToldFirst(const Clause& clause) const;
  bool Restricted(const Clause& clause, std::uint32_t value) const;
  bool LongAgo(const Atom& atom) const;
  bool OfOtherDate(std::uint32_t group) const;
  bool Plain(std::uint32_t group, const Atom& atom) const;
  ClassSet Of(std::uint32_t group) const {
    return s_.words.Of(s_.G(group).lemma).classes;
  }
  bool After(std::uint32_t group, std::uint32_t features) const;
  FrameReading Counted(const Frame& frame, const Atom& atom,
                       std::uint32_t group, FoundSubject subject) const;
  FrameReading Make(const Frame& frame, std::uint32_t group,
                    std::uint32_t clause, FoundSubject subject) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const BeginningClasses& words_;
  DayInterval written_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_BEGINNINGS_H_
