// Amounts that a story tells of its one thing of a kind, whatever the subject
// of the sentence: "22 wagons", "the bill came to 118 million euros".
//
// A count goes by its noun (LikeNounsRow: "firms" are companies), any other
// amount by a concept (SyntaxTables::told: cost, prize, weight). What is no
// fact, a part ("another 12", "of which 54 million"), a rate of a count, or
// still growing ("so far") is kept with the reason: it is not compared, but
// tells that the document knows the amount. Which of two documents speak of the
// same: identity/told_match.h.
#ifndef GAINSAY_LIB_CLAIM_TOLD_H_
#define GAINSAY_LIB_CLAIM_TOLD_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "claim/claim.h"
#include "claim/frames.h"
#include "mention/mention.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// "In 2019 a total of 51,000 trucks used the crossing". See told_periods.cc.
struct ToldPeriod {
  DayInterval days;
  // The row (whole_counts.inc) that says in which role; whether it is how many
  // there are at a time, and whether both sides must name what it is told of.
  std::uint32_t row = 0;
  bool as_of = false, at = false;
  // Nouns behind prepositions, what acts or is acted on, and the words before
  // them; names by their canonical form. Sorted.
  std::vector<StringId> scope, settings, kinds;
};

struct ToldAmount {
  // A plan meets plans of the same news only.
  enum class Aside : std::uint8_t {
    kNone,
    kPlan,
    kNoFact,
    kPart,
    kRate,
    kGrowing
  };
  // When it is so: of a thing that has it, or of something that happened.
  enum class Tense : std::uint8_t { kState, kEvent };

  DocumentIndex document;
  std::uint32_t sentence = 0;
  ByteSpan value_span, evidence;
  StringId key;           // "company"; a concept of told.inc
  StringId label;         // what is counted, as it is written; the concept
  bool counted = false;   // by its noun
  bool total = false;     // "in all"
  bool sum = false;       // of the numbers of a list: no more than there are
  bool ordinal = false;   // the how manieth
  bool settled = false;   // of the one that is told of, not of the next one
  double cast = 0;        // of a margin: all votes for and against
  bool by_story = false;  // compared though frames have read it of a name
  bool size = false;      // so at all times: "a 58-metre core raised last year"
  bool grows = false;     // whatever a first report says
  bool may_grow = false;  // within weeks, as counts do
  bool one_name = false;  // both sides name what it is of, or neither does
  bool owned = false;     // "its six albums": all of the owner, of `things`
  Aside aside = Aside::kNone;
  Tense tense = Tense::kEvent;
  StringId by;    // "Monday night": by when there were as many
  StringId rate;  // "month" of an amount a month
  StringId verb;  // of its clause, by what it goes (LikeNounsRow)
  // Lemmas before the noun ("passenger" of trains), names among them apart.
  absl::InlinedVector<StringId, 2> narrow, narrow_names;
  StringId behind;  // what makes the count one of some: "from abroad"
  absl::InlinedVector<StringId, 4> things;  // of amounts: what they are told of
  absl::InlinedVector<StringId, 2> places;  // by name, of its clause
  // Who acts or owns, by name; a pronoun that nobody is known for.
  std::vector<StringId> names;
  bool someone = false;
  // The name of what the subject calls by a noun or a pronoun ("it has"), if it
  // has one.
  StringId whose;
  // Lemmas of the sentence, and the names among its words; sorted.
  std::vector<StringId> around, around_names;
  DayInterval when;  // the day that the sentence names, unbounded: none
  // Of a count that its clause tells for a period or a day of its own: which.
  std::optional<ToldPeriod> period;
  bool by_period = false;  // the key names the period and the role as well
  ValueRow value;
};

// The rows of a language, compiled at its first use.
class ToldRows {
 public:
  explicit ToldRows(const SyntaxIndex& syntax);
  const FrameIndex& frames() const { return frames_; }
  // What a noun, a verb goes by: its row's first, else the lemma itself.
  std::string_view LikeNoun(std::string_view lemma) const {
    return Like(nouns_, lemma);
  }
  // The body that somebody is of ("deputy": parliament); else what a noun goes
  // by.
  std::string_view Body(std::string_view lemma) const {
    const auto it = bodies_.find(lemma);
    return it == bodies_.end() ? LikeNoun(lemma) : it->second;
  }
  std::string_view LikeVerb(std::string_view lemma) const {
    return Like(verbs_, lemma);
  }
  // The verb that says of the rest what this one says of a part ("acquitted").
  std::string_view Opposite(std::string_view verb) const {
    const auto it = opposites_.find(verb);
    return it == opposites_.end() ? std::string_view() : it->second;
  }
  bool HasConcept(std::string_view name) const;
  // True if the amount of a concept is so even where the clause is no fact.
  bool Presupposes(std::string_view name) const;
  bool Lists(std::string_view noun) const { return nouns_.contains(noun); }

  // In which roles a noun is counted for a period ("as_of member : have").
  enum class Whole : std::uint8_t { kAsOf, kDuring, kDuringAt };
  struct WholeCount {
    Whole whole = Whole::kAsOf;
    absl::flat_hash_set<std::string_view> verbs;
  };
  std::span<const WholeCount> wholes() const { return wholes_; }
  // Indexes of the rows of a noun; none: not counted so.
  std::span<const std::uint32_t> WholesOf(std::string_view noun) const {
    const auto it = whole_of_.find(noun);
    return it == whole_of_.end() ? std::span<const std::uint32_t>()
                                 : it->second;
  }

 private:
  bool AddWhole(std::string_view row);
  using Rows = absl::flat_hash_map<std::string_view, std::string_view>;
  static std::string_view Like(const Rows& rows, std::string_view lemma) {
    const auto it = rows.find(lemma);
    return it == rows.end() ? lemma : it->second;
  }
  FrameIndex frames_;
  Rows nouns_, verbs_, opposites_, bodies_;
  std::vector<WholeCount> wholes_;
  absl::flat_hash_map<std::string_view, std::vector<std::uint32_t>> whole_of_;
};
const ToldRows& ToldRowsOf(const SyntaxIndex& syntax);

class ToldReader {
 public:
  ToldReader(const SentenceView& sentence, const MentionTable& mentions,
             const Discourse& discourse, const EntityClasses& classes,
             DocumentIndex document, std::vector<ToldAmount>& out)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes),
        rows_(ToldRowsOf(sentence.words.index())),
        document_(document),
        out_(out) {}

  // Appends what each value of the sentence tells.
  void Read();

 private:
  void ReadAtom(std::uint32_t atom);
  std::uint32_t CountedGroup(std::uint32_t atom) const;
  std::uint32_t SetBefore(const Group& group) const;
  std::uint32_t TallyOf(std::uint32_t atom) const;
  StringId CountedNoun(std::uint32_t atom, ToldAmount& told) const;
  StringId NounKey(std::uint32_t group, ToldAmount& told) const;
  std::uint32_t ComplementOf(std::uint32_t group) const;
  std::uint32_t LabelOf(std::uint32_t atom) const;
  StringId VerbOf(std::uint32_t clause) const;
  StringId PhraseOf(std::uint32_t clause) const;
  StringId PartOf(std::uint32_t atom, ToldAmount& told) const;
  StringId PartKey(StringId noun, double whole, std::string_view what) const;
  StringId PlaceAfter(std::uint32_t group) const;
  StringId PartOfThem(std::uint32_t atom, ToldAmount& told) const;
  std::optional<std::uint32_t> ShareOfWhole(std::uint32_t atom) const;
  bool AddPlace(std::uint32_t group, ToldAmount& told) const;
  std::uint32_t PlaceBehind(std::uint32_t group, std::uint32_t feature) const;
  bool RelativeOn(std::uint32_t group) const;
  bool IsThere(std::uint32_t group) const;
  bool AddFocus(ToldAmount& told) const;
  std::uint32_t CalledTown(std::uint32_t group) const;
  std::uint32_t PlaceOfPopulation(std::uint32_t atom) const;
  bool CountsPeople(std::uint32_t atom, ToldAmount& told) const;
  void ReadPeople(std::uint32_t atom, const ToldAmount& told);
  std::uint32_t VotesOf(std::uint32_t group) const;
  std::uint32_t VotedFor(std::uint32_t group) const;
  void NoteChamber(ToldAmount& told) const;
  void NoteRound(std::uint32_t group, ToldAmount& told) const;
  void ReadVotes(std::uint32_t atom, const ToldAmount& told);
  bool IsInFavour(std::uint32_t group) const;
  bool VotedForOne(std::uint32_t group) const;
  void ReadInFavour();
  bool SinceWhen(std::optional<DayInterval>& since) const;
  bool AddSeries(std::uint32_t group, const std::optional<Entity>& series,
                 ToldAmount& told) const;
  bool AddSeries(std::uint32_t group, ToldAmount& told) const;
  bool TellsEdition(std::uint32_t atom, ToldAmount& told) const;
  bool IsSettled(std::uint32_t group) const;
  void ReadEditions();
  void NarrowBehind(std::uint32_t group, ToldAmount& told) const;
  void NotePhase(std::uint32_t group, ToldAmount& told) const;
  bool Is(std::uint32_t group, std::string_view name) const;
  bool CountsAll(std::uint32_t group, const Atom& a) const;
  StringId OriginsOf(std::uint32_t atom, ToldAmount& told) const;
  void ReadShare(std::uint32_t atom, const ToldAmount& whole);
  void Owner(std::uint32_t group, ToldAmount& told) const;
  void NoteSum(std::size_t first);
  void ReadSums(std::size_t first);
  std::uint32_t NextOfSum(std::uint32_t atom) const;
  void ReadMargins(std::size_t first);
  void ReadAboard();
  ToldAmount Derived(std::uint32_t atom, std::string_view key,
                     std::string_view label) const;
  std::optional<double> VotesAgainst(std::uint32_t atom) const;
  void Multiply(const Group& group, ValueRow& value) const;
  void Places(std::uint32_t clause, ToldAmount& told) const;
  StringId CountedTimes(std::uint32_t atom, ToldAmount& told) const;
  std::uint32_t HostOf(std::uint32_t atom) const;
  std::string_view ConceptOf(std::uint32_t atom, ToldAmount& told);
  bool IsAble(std::uint32_t clause) const;
  void Narrow(const Group& group, const Atom& atom, ToldAmount& told) const;
  void Things(std::uint32_t group, const ValuePath& path, bool sized,
              ToldAmount& told) const;
  void AddThing(std::uint32_t group, ToldAmount& told) const;
  void Names(std::uint32_t group, ToldAmount& told) const;
  void AddName(std::uint32_t group, ToldAmount& told) const;
  void Around(ToldAmount& told) const;
  void When(std::uint32_t group, ToldAmount& told) const;
  bool IsOfOtherCount(std::uint32_t date, std::uint32_t group) const;
  void Period(std::uint32_t group, ToldAmount& told) const;
  ToldAmount ByPeriod(const ToldAmount& told) const;
  std::uint32_t PeriodClause(std::uint32_t group, DayInterval& days) const;
  std::optional<DayInterval> OnlyDate(std::uint32_t clause,
                                      std::uint32_t counted) const;
  bool PeriodRole(std::uint32_t group, std::uint32_t clause,
                  ToldAmount& told) const;
  void PeriodScope(std::uint32_t group, std::uint32_t clause,
                   ToldPeriod& period) const;
  bool SetValue(std::uint32_t atom, ToldAmount& told) const;
  StringId RateOf(const Atom& atom, const Group& group) const;
  ToldAmount::Aside AsideOf(std::uint32_t atom, std::uint32_t group,
                            std::string_view name) const;
  bool IsNoFact(std::uint32_t clause, bool even_denied = false) const;
  bool IsPlan(std::uint32_t clause) const;
  bool IsByTime(const Atom& time) const;
  StringId ByWhen() const;
  bool IsPart(const Atom& atom, std::uint32_t group, bool counted) const;
  bool SaysAny(std::string_view list, std::uint32_t first,
               std::uint32_t last) const;
  bool IsBarePast(const Clause& clause) const;
  ToldAmount::Tense TenseOf(std::uint32_t clause) const;
  ClassSet Class(std::string_view name) const {
    return s_.words.index().ClassBit(name);
  }
  std::string_view View(StringId id) const {
    return s_.words.interner().View(id);
  }
  std::string_view Word(std::uint32_t token) const {
    return View(s_.text.tokens[token].folded);
  }

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const ToldRows& rows_;
  DocumentIndex document_;
  std::vector<ToldAmount>& out_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TOLD_H_
