#include "claim/jubilees.h"

#include <algorithm>
#include <cmath>

#include "calendar/cuts.h"
#include "claim/ages.h"
#include "claim/atoms.h"
#include "claim/beginning_frames.h"
#include "claim/beginnings.h"

namespace gainsay::internal {
namespace {

constexpr std::int32_t kMonths = 12;
constexpr std::int32_t kCelebrated = 6;     // months from the day to the feast
constexpr double kLeast = 2, kMost = 2000;  // years of a thing

Frame DatedFrame(const char* predicate) {
  return ConceptFrame("beginning/jubilee-in", predicate, predicate, true);
}
struct JubileeFrames {
  Frame founded = DatedFrame("founded"), opened = DatedFrame("opened");
  Frame born = ConceptFrame("age/birthday-in", "born", "born", true);
};
const JubileeFrames& Frames() {
  static const JubileeFrames frames;
  return frames;
}

}  // namespace

std::optional<DayInterval> OnlyDateOf(const SentenceView& s,
                                      const MentionTable& mentions,
                                      std::uint32_t clause, std::uint32_t but) {
  std::optional<DayInterval> only;
  for (const Atom& atom : s.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const std::uint32_t group = GroupOfAtom(s.parse, atom);
    if (group == kNowhere || group == but || s.G(group).clause != clause)
      continue;
    const Mention& date = mentions.mentions[atom.id];
    const bool bounded =
        date.hull.lo > kMinusInfinity && date.hull.hi < kPlusInfinity;
    if (only || !bounded || date.type != MentionType::kDate)
      return std::nullopt;
    only = date.hull;
  }
  return only;
}

ValueRow YearsBefore(const SentenceView& s, std::uint32_t group,
                     DayInterval days, double years, std::int32_t slack) {
  const auto months = static_cast<std::int32_t>(years) * kMonths;
  ValueRow row;
  row.kind = ValueKind::kDate;
  row.core = {AddMonths(days.lo, -months), AddMonths(days.hi, -months)};
  row.hull = {AddMonths(days.lo, -months - slack),
              AddMonths(days.hi, -months + slack)};
  const Token &first = s.text.tokens[s.G(group).first],
              &last = s.text.tokens[s.G(group).last - 1];
  row.surface = s.words.interner().Intern(
      s.text.text.substr(first.begin, last.end - first.begin));
  return row;
}

// "Celebrated its centenary in 2012", "its golden jubilee in May".
std::optional<FrameReading> BeginningReader::Centenary(const Atom& atom) const {
  struct Row {
    std::string_view name;
    double years;
  };
  constexpr Row kRows[] = {{"jubilee_25", 25},   {"jubilee_50", 50},
                           {"jubilee_60", 60},   {"jubilee_100", 100},
                           {"jubilee_150", 150}, {"jubilee_200", 200},
                           {"jubilee_300", 300}};
  const std::uint32_t date = GroupOfAtom(s_.parse, atom);
  if (date == kNowhere || s_.G(date).clause == kNowhere) return std::nullopt;
  const std::uint32_t clause = s_.G(date).clause;
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.kind != GroupKind::kNoun || g.clause != clause || g.plural) continue;
    for (const Row& row : kRows) {
      const ClassSet of = s_.words.index().ClassBit(row.name);
      const bool word = (Of(i) & of) != 0;
      const bool told =
          word || ((Of(i) & words_.anniversary) != 0 && s_.Holds(i, of));
      if (!told) continue;
      std::optional<FoundSubject> subject = Whose(i);
      return subject ? Jubilee(row.years, i, *std::move(subject))
                     : std::nullopt;
    }
  }
  return std::nullopt;
}

// "Marked its 75th anniversary in 2014", "next year brings the 150th
// anniversary of": of a bridge or a line, of its opening.
std::optional<FrameReading> BeginningReader::Jubilee(
    double years, std::uint32_t group, FoundSubject subject) const {
  const std::uint32_t clause = s_.G(group).clause;
  if (clause == kNowhere) return std::nullopt;
  auto days = OnlyDateOf(s_, mentions_, clause, group);
  // "Turns 90 in September", told in May: of this year.
  constexpr Day kMonth = 31;
  const std::uint32_t verb = s_.parse.clauses[clause].verb;
  const bool ahead = verb != kNowhere && (s_.G(verb).verb & kFinite) != 0 &&
                     (s_.G(verb).verb & (kPast | kPerfect)) == 0;
  if (days && ahead && days->hi - days->lo <= kMonth &&
      written_.lo > kMinusInfinity && days->hi < written_.lo &&
      days->hi + 366 > written_.lo)
    days = DayInterval{AddMonths(days->lo, 12), AddMonths(days->hi, 12)};
  if (!days || years < kLeast || years > kMost || years != std::floor(years))
    return std::nullopt;
  const bool opened =
      (subject.entity.classes & (words_.structure | words_.service)) != 0;
  FrameReading out = Make(opened ? Frames().opened : Frames().founded, group,
                          clause, std::move(subject));
  out.value = YearsBefore(s_, group, *days, years, kCelebrated);
  return out;
}

// "The fair turns 60 next year".
std::optional<FrameReading> BeginningReader::Turns(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kValue ||
      s_.G(group).last != atom.last || s_.G(group).clause == kNowhere)
    return std::nullopt;
  const Clause& clause = s_.parse.clauses[s_.G(group).clause];
  if (clause.verb == kNowhere || clause.object != group || clause.question ||
      clause.conditional ||
      (s_.G(clause.verb).verb & (kNegated | kUnsure | kDeniedVerb)) != 0 ||
      (Of(clause.verb) & words_.turn) == 0)
    return std::nullopt;
  auto subject =
      Lasting(clause.kind == Clause::Kind::kRelative && clause.head != kNowhere
                  ? clause.head
                  : clause.subject,
              true);
  if (!subject) return std::nullopt;
  return Jubilee(mentions_.mentions[atom.id].number, group,
                 *std::move(subject));
}

// "Celebrated her 30th birthday last month", "turns 57 next month", "will turn
// 30 in May": a birthday is a day. "Turned 52 in April" tells an age.
std::optional<FrameReading> AgeReader::Birthday(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).clause == kNowhere) return std::nullopt;
  const std::uint32_t index = s_.G(group).clause;
  const Clause& clause = s_.parse.clauses[index];
  const double years = mentions_.mentions[atom.id].number;
  if (clause.verb == kNowhere || clause.question || clause.conditional ||
      (s_.G(clause.verb).verb & (kNegated | kUnsure | kDeniedVerb)) != 0 ||
      years < 1 || years > kOldest || years != std::floor(years))
    return std::nullopt;
  std::optional<FoundSubject> person;
  if (atom.kind == Atom::Kind::kOrdinal) {
    if (!s_.Holds(group, s_.words.index().ClassBit("birthday")) ||
        s_.G(group).head != atom.last)
      return std::nullopt;
    if (s_.G(group).possessor != kNowhere) {
      person = Person(s_.G(group).possessor);
    } else if ((s_.Info(s_.G(group).first).features & kPossessive) != 0) {
      person = SubjectOf(index);
    }
  } else if (MayBeAge(atom) && Alone(atom) && clause.object == group &&
             (s_.G(clause.verb).verb & (kPast | kPerfect)) == 0 &&
             (s_.words.Of(s_.G(clause.verb).lemma).classes &
              s_.words.index().ClassBit("turn_age")) != 0) {
    person = SubjectOf(index);
  }
  if (!person) return std::nullopt;
  const auto days = OnlyDateOf(s_, mentions_, index, group);
  if (!days) return std::nullopt;
  FrameReading out =
      ReadingAt(Frames().born, StepTo("is", group, index), *std::move(person));
  out.value = YearsBefore(s_, group, *days, years, 0);
  return out;
}

}  // namespace gainsay::internal
