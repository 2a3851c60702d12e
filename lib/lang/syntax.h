// What one language supplies for the passes from tokens to claims: closed
// words, lexicon, contextual tag rows, word classes, verb rows and frames, all
// of them rows. No code elsewhere names a word of a language.
#ifndef GAINSAY_LIB_LANG_SYNTAX_H_
#define GAINSAY_LIB_LANG_SYNTAX_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace gainsay::internal {

// Coarse parts of speech. kNone: not tagged yet.
enum class Tag : std::uint8_t {
  kNone,
  kNoun,
  kName,        // proper noun
  kPronoun,     // he, it, who as a pronoun of a question
  kDeterminer,  // the, this, their, no
  kAdjective,
  kAdverb,
  kNumber,
  kVerb,        // finite or base form
  kParticiple,  // past participle
  kGerund,      // -ing
  kAuxiliary,   // be, have, do, modals
  kPreposition,
  kConjunction,   // and, or, but
  kSubordinator,  // that, which, who, because, when
  kParticle,      // infinitive marker, possessive mark, negation
  kPunct,
};
inline constexpr std::size_t kTagCount = 17;

using TagSet = std::uint32_t;
constexpr TagSet Bit(Tag tag) {
  return TagSet{1} << static_cast<unsigned>(tag);
}

// A word of a closed class, or one whose tags the lexicon gets wrong: its tags,
// the likeliest first.
struct ClosedRow {
  std::string_view word;
  std::string_view tags;   // letters of kTagLetters
  std::uint32_t features;  // WordFeature bits
};

enum WordFeature : std::uint32_t {
  kBe = 1,
  kHave = 2,
  kDo = 4,
  kModal = 8,  // auxiliaries
  kFutureModal = 16,
  kPossibleModal = 32,  // will; may, might, could
  kPastForm = 64,       // was, had, did
  kNegation = 128,      // not, never, no
  kDefinite = 256,
  kDemonstrative = 512,
  kIndefinite = 1024,
  kPossessive = 2048,
  kRelative = 4096,  // who, which, that
  kInfinitive = 8192,
  kGenitive = 16384,  // to; 's
  kPerson = 32768,
  kPlural = 65536,
  kThing = 131072,         // pronouns
  kQuestion = 262144,      // what, how, why
  kTemporal = 524288,      // after, since, until as subordinators
  kSimilar = 1048576,      // such
  kConditional = 2097152,  // if, whether, unless
  kModalParticle = 4194304,
  kPastOnly = 8388608,  // took, went: never a participle
  kOfWord = 1U << 24,
  kPlaceWord = 1U << 25,  // of; in, at, near
  kAmongWord = 1U << 26,  // between, with, among: who takes part
  kQuoteWord = 1U << 27,  // according to
  kForWord = 1U << 28,    // for: what they met for
  kThatWord = 1U << 29,   // that: opens what is said, too
  kThanWord = 1U << 30,   // than: what is compared follows
  kWhenWord = 1U << 31,   // when: what happened at a date follows
};

// A lexicon entry: letters N V J R, the most frequent first, and the
// lexicographer file of the first noun sense.
struct LexiconRow {
  std::string_view word;
  std::string_view tags;
  std::uint8_t noun_file;
};
inline constexpr std::uint8_t kPersonFile = 18, kEventFile = 11, kActFile = 4,
                              kPlaceFile = 15, kGroupFile = 14,
                              kArtifactFile = 6, kPhenomenonFile = 19,
                              kProcessFile = 22, kStateFile = 26,
                              kCommunicationFile = 10;

// An irregular form: "halves" N "half".
struct IrregularRow {
  std::string_view form;
  char tag;
  std::string_view lemma;
};

// An ending that is taken off to find a lemma; the lemma must be in the lexicon
// unless `sure`.
struct EndingRow {
  std::string_view ending, replacement;
  char form;  // 's' plural or third person, 'd' past, 'g' gerund
  bool sure;
};

// Changes the tag of a word in context. A word changes only to a tag it may
// have.
struct TagRow {
  std::string_view name;
  TagSet before;  // of the word before; 0: any
  TagSet from;    // of the word itself
  TagSet after;   // of the word after; 0: any
  Tag to;
  std::uint32_t before_features = 0,
                after_features = 0;  // any of these; 0: any
};

// A class of lemmas that frames name by "@name".
struct WordClassRow {
  std::string_view name;
  std::string_view lemmas;  // separated by spaces
  std::uint8_t noun_file =
      0;  // also every noun whose first sense stands in this file; 0: none
  std::string_view but = {};  // of those not these
};

// Two or three words that act as one verb: "take place" -> "take_place".
struct PhrasalRow {
  std::string_view verb, particle, lemma;
};

// How a verb turns what follows it: catenatives ("agree to restart"), verbs of
// saying, verbs that are light ("hold talks").
struct VerbRow {
  std::string_view lemmas;  // separated by spaces
  enum class Kind : std::uint8_t {
    kPlan,         // agree, plan, vow + to: the next verb is planned
    kPossible,     // seek, hope, try + to
    kActual,       // begin, continue, manage + to: the next verb happened
    kDeny,         // refuse, fail, decline + to: it did not
    kSay,          // say, tell, report
    kPassivePlan,  // be + set, scheduled, expected, due, slated + to / for
    kErgative,  // the subject of the intransitive is what it happens to: halt,
                // resume, begin
  } kind;
};

// A frame that gives a value to a thing.
//
// `path` is how the value hangs on its governors, nearest first, up to three
// steps separated by spaces; a step is `relations:words`, both lists separated
// by `|`; a word is a lemma or an `@class`, `*` is any; `first+time` wants that
// word among the group's modifiers, right after it, in a prepositional group of
// it, as the subject of the verb or as the verb of the infinitive after it
// (several by `/`), `not+hold` a negated verb. Relations: mod (hyphenated or
// bare premodifier), pre (right after that noun in its group), count (numeral
// of), is (copula), adj (followed by that adjective), amount (of or in that
// noun, right after it), obj (what the verb acts on, also the subject of a
// passive), subj, obj2, app (apposition or parenthesis), first and second (of
// two dates in brackets), time (bare date or
// frequency), or a preposition. `subject` says where the thing is found,
// alternatives in order, separated by spaces: head (the last governor),
// headname (if it is a name), of, in, poss (what it is of, in, whose), host
// (what that governor itself follows), for (what the clause is for), patient,
// agent, either, event (an event of the clause or the document's focus), place,
// subjof (what the subject of the clause is of), focus (the first named thing
// of the title or lead that is one of the things), counted (the first
// governor). An event falls back to the first of the lead that is one of the
// things. `predicate` may give two names, "a/b": b where the clause is planned
// or possible, a presupposed value; a final `!` says presupposed, a final `<`
// opens the value's hull towards the past, `*` restricts the claim to the word
// wanted ("became governor" says nothing of becoming minister), `^` to the last
// governor, or the event it is a word of; a `~` behind that also to the year of
// the document: what was the last time changes.
struct AttrRow {
  std::string_view name;
  std::string_view predicate;
  std::string_view value;  // count, number, percent, money, duration, set, age,
                           // date, ordinal or a dimension
  std::string_view path;
  std::string_view subject;
  std::string_view
      things;  // lemmas or @classes the subject's head must be of; empty: any
};

// A count or amount that is told by concepts, wherever in the clause its cue
// stands (claim/counts.h).
struct CountRow {
  std::string_view name;
  std::string_view predicate;  // a final `!` says presupposed
  std::string_view value;      // as in AttrRow
  // Nouns that are counted, lemmas or @classes by `|`; `-`: also a number that
  // counts nothing; `of ` before them: a number before "of" and one of them
  // ("420 of its 2,800 jobs").
  std::string_view counted;
  // Alternatives by spaces, `relation:words`: verb (of the clause, or of the
  // relative clause on what is counted), of (the noun of which the number is
  // said: "a crowd of 4,200"), own (somebody's: "its 340 workers"), with (the
  // noun that has them: "a factory with 410 workers"), for (the noun or verb
  // before it: "room for 40"), word (a word right after), else a preposition
  // and the noun it leads to, after the number: "on:board".
  std::string_view cue;
  // Where the thing stands, alternatives in order: owner, cue (the noun of the
  // cue), host (what the number's group, or that of its "of", hangs on), agent,
  // clause (the only one of the things in the clause), event, focus.
  std::string_view subject;
  std::string_view things;
};

// Nouns that count the same things: "company firm". The first one is what they
// all go by; several documents on one story that count them differently
// contradict each other (claim/told.h).
using LikeNounsRow = std::string_view;

// A frame whose event gives times to its patient: when it began, ended,
// happened.
struct EventRow {
  std::string_view name;
  std::string_view verbs;    // lemmas
  std::string_view nouns;    // nominalisations
  std::string_view subject;  // as in AttrRow: patient, agent, either
  std::string_view
      on_date;  // predicate of a date: on, in, at, during, for a plan, or bare;
                // after a blank, another one where the subject is a series
  std::string_view since_date;  // predicate of a date after since
  std::string_view lasting;     // predicate of a duration
  std::string_view things;      // lemmas or @classes of the subject; empty: any
};

// How a sentence tells a value of more, of less or of a part of what its
// predicate is of.
enum class Narrowing : std::uint8_t {
  kWord,         // by a word anywhere: "including", "officially"
  kBeforeOwner,  // by a word before a possessive: "with its antenna"
  kBeforeVerb,   // by a word before a verb: "first drilled with a width of"
  kBehind,       // by what stands behind a preposition: "before 2020"
  kBehindSome,   // by several behind one, uncounted: "for concerts"
  kInNamed       // by what has a name, behind a preposition of place
};

struct NarrowingRow {
  std::string_view predicate;  // empty: each lasting measure
  Narrowing how;
  std::string_view words;   // class of the word or preposition
  std::string_view except;  // classes of nouns that narrow nothing
};

// An event that is the same as another one: "The meeting, held on ..." after
// "resumed the talks" gives the date of the return.
struct SameEventRow {
  std::string_view predicate;  // of the claim about a definite event
  std::string_view
      event;  // EventRow::name that happened to the same series just before
  std::string_view becomes;  // the predicate it has of the series
};

// What a verb tells of things as a noun would: mud that comes down is a
// landslide, a mine that goes off an explosion.
struct HappeningRow {
  std::string_view things;  // lemmas: of the subject, or what is acted on
  std::string_view verbs;   // lemmas
  std::string_view event;   // the noun
};

// What happens at a time that a text tells (claim/told_times.h), whatever its
// words: the verbs that tell it, and the nouns that do.
struct TimedRow {
  std::string_view happening;  // a final `<`: of its subject, also beside an
                               // object ("the train reached the town")
  // Of what, lemmas that all go by the first; empty: of anything.
  std::string_view things;
  std::string_view verbs;  // lemmas
  std::string_view nouns;  // "kick-off": of the first thing
};

// How something is the most since a time (claim/told_times.h).
struct RecordRow {
  std::string_view degree;
  std::string_view highest;  // "worst", "most_severe"
  std::string_view higher;   // beside another: "worse"
  std::string_view nouns;    // "a 12-year high"
};

// What goes on for a time that a text tells (claim/told_times.h).
struct LastedRow {
  std::string_view
      happening;  // a final `>`: its verbs end it; `@`: of a person
  std::string_view things, verbs, nouns;  // as in TimedRow
  std::string_view begin, end;  // TimedRow::happening at which it begins, ends
};

// How something came out, one way or the other (claim/told_facts.cc).
struct OutcomeRow {
  // A final `*`: each thing goes by its own noun; `<`: of the subject; `!`: it
  // happens once.
  std::string_view happening;
  std::string_view things;  // lemmas; "@": people; "#": who is counted
  std::string_view came_out, verbs;
  std::string_view otherwise, other_verbs;
};

// How many take part: "three-way", "trilateral".
struct PartiesRow {
  std::string_view word;
  int parties;
};

struct SyntaxTables {
  std::span<const ClosedRow> closed;        // sorted by word
  std::span<const LexiconRow> lexicon;      // sorted by word
  std::span<const IrregularRow> irregular;  // sorted by form
  std::span<const EndingRow> endings;
  std::span<const TagRow> tags;
  std::span<const WordClassRow> classes;
  std::span<const PhrasalRow> phrasal;
  std::span<const VerbRow> verbs;
  std::span<const AttrRow> attributes;
  std::span<const CountRow> counts;
  // Amounts that a story tells of its one thing of a kind: as attributes, the
  // predicate being the concept; no schema knows it, subjects are not looked
  // for.
  std::span<const AttrRow> told;
  std::span<const LikeNounsRow> like_nouns;
  std::span<const TimedRow> timed;
  std::span<const RecordRow> records;
  std::span<const LastedRow> lasted;
  std::span<const OutcomeRow> outcomes;
  // Who is of one body, which comes first: "council councillor".
  std::span<const std::string_view> bodies;
  // Who did it, where it was; the marks and things are those of OutcomeRow.
  std::span<const TimedRow> doers, settings;
  // Phrases that say that a number is all there is, that it may yet grow.
  std::span<const std::string_view> totals, growing;
  std::span<const EventRow> events;
  std::span<const SameEventRow> same_events;
  std::span<const NarrowingRow> narrowings;
  std::span<const HappeningRow> happenings;
  std::span<const HappeningRow> states;  // verbs: prepositions
  std::span<const PartiesRow> parties;
  std::span<const std::string_view> hedges;  // before numbers: "at least"
};

// The letters of ClosedRow::tags, by Tag.
inline constexpr std::string_view kTagLetters = "?NPODJR#VEGAITSC.";
// N noun, P name, O pronoun, D determiner, J adjective, R adverb, # number, V
// verb, E participle, G gerund, A auxiliary, I preposition, T conjunction, S
// subordinator, C particle, . punctuation

const SyntaxTables& EnglishSyntaxTables();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_SYNTAX_H_
