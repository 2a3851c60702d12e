// Beginnings told by how long ago they were. See beginnings.h.
#include <utility>

#include "claim/beginning_frames.h"
#include "claim/beginnings.h"

namespace gainsay::internal {
namespace {

constexpr Day kYear = 366;

}  // namespace

// "Has been in business for 40 years", "has been held for 40 years", "has been
// open for 40 years".
std::optional<FrameReading> BeginningReader::Length(
    const Atom& atom, const ValuePaths& paths) const {
  const Mention& mention = mentions_.mentions[atom.id];
  const std::uint32_t value = GroupOfAtom(s_.parse, atom);
  if (mention.count.unit != TimeUnit::kYear || mention.plural_or_vague ||
      value == kNowhere)
    return std::nullopt;
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    if (step.clause == kNowhere) continue;
    const Clause& clause = s_.parse.clauses[step.clause];
    if (!Asserts(clause)) continue;
    const std::uint16_t verb = s_.G(clause.verb).verb;
    if (step.relation == "obj" && (Of(clause.verb) & words_.celebrate) != 0 &&
        (!After(value, ~0U) || s_.Holds(value + 2, words_.existence)) &&
        !OfOtherDate(value)) {
      if (auto subject = Lasting(clause.subject))
        return Counted(Begun().founded, atom, value, *std::move(subject));
    }
    if (step.relation != "for" || (verb & kPerfect) == 0 || (verb & kPast) != 0)
      continue;
    if (auto subject = InExistence(step, clause))
      return Make(Begun().exists_for, value, step.clause, *std::move(subject));
    const Group& g = s_.G(clause.verb);
    const bool open =
        ((verb & kCopula) != 0 && s_.Holds(clause.predicate, words_.open)) ||
        ((Of(clause.verb) & words_.open) != 0 && (verb & kPassive) == 0 &&
         g.last > g.first + 2);  // "has been open"
    if (open) {
      if (auto subject = Lasting(clause.subject);
          subject && (subject->entity.classes & words_.built) != 0)
        return Make(Begun().open_for, value, step.clause, *std::move(subject));
    }
    if (!step.verb || (Of(clause.verb) & words_.perform) == 0 ||
        Restricted(clause, value) || ToldFirst(clause))
      continue;
    if (auto subject = Performed(clause))
      return Make(Begun().held_for, value, step.clause, *std::move(subject));
  }
  return std::nullopt;
}

// Another date of the clause that is years from the document's: of that year's
// anniversary.
bool BeginningReader::OfOtherDate(std::uint32_t group) const {
  const std::uint32_t clause = s_.G(group).clause;
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const std::uint32_t other = GroupOfAtom(s_.parse, atom);
    if (other == kNowhere || s_.G(other).clause != clause) continue;
    const DayInterval days = mentions_.mentions[atom.id].core;
    if (days.hi < written_.lo - kYear / 2 || days.lo > written_.hi + kYear / 2)
      return true;
  }
  return false;
}

// "Its 40th anniversary", not "their 40th wedding anniversary".
bool BeginningReader::Plain(std::uint32_t group, const Atom& atom) const {
  return s_.G(group).head == atom.last;
}

std::optional<FrameReading> BeginningReader::Anniversary(
    const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      (Of(group) & words_.anniversary) == 0 || !Plain(group, atom))
    return std::nullopt;
  const bool dated = written_.hi < kPlusInfinity && !OfOtherDate(group);
  const std::uint32_t of = group + 2;
  if (s_.G(group).possessor == kNowhere && After(group, kOfWord) &&
      (Of(of) & (words_.opening | words_.founding)) != 0) {
    std::optional<FoundSubject> subject = Whose(of);
    if (!subject) return std::nullopt;
    const bool opening = (Of(of) & words_.opening) != 0;
    if (auto jubilee =
            Jubilee(mentions_.mentions[atom.id].number, group, *subject))
      return jubilee;
    if (!dated) return std::nullopt;
    return Counted(opening ? Begun().opened : Begun().founded, atom, group,
                   *std::move(subject));
  }
  std::optional<FoundSubject> subject = Whose(group);
  // "Kalmus' 80th birthday" may be a person's.
  const bool birthday = s_.Holds(group, words_.birthday);
  if (!subject || (birthday && subject->entity.classes == 0))
    return std::nullopt;
  if (auto jubilee =
          Jubilee(mentions_.mentions[atom.id].number, group, *subject))
    return jubilee;
  if (!dated) return std::nullopt;
  return Counted(Begun().founded, atom, group, *std::move(subject));
}

// An anniversary is celebrated some time in its year, and no rounded count:
// between a year less and a year more.
FrameReading BeginningReader::Counted(const Frame& frame, const Atom& atom,
                                      std::uint32_t group,
                                      FoundSubject subject) const {
  constexpr double kMonths = 12, kWithin = 11;
  FrameReading out = Make(frame, group, s_.G(group).clause, std::move(subject));
  const Mention& mention = mentions_.mentions[atom.id];
  const double months =
      kMonths *
      (atom.kind == Atom::Kind::kDuration ? mention.count.n : mention.number);
  out.count = Count{.n = months - kWithin,
                    .n_max = months + kWithin,
                    .unit = TimeUnit::kMonth};
  return out;
}

// "The fair, in its 25th year": between 24 and 25.
std::optional<FrameReading> BeginningReader::NthYear(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      (Of(group) & words_.year) == 0 || !Plain(group, atom) ||
      s_.G(group).preposition == kNowhere ||
      (s_.Info(s_.G(group).preposition).features & kPlaceWord) == 0 ||
      (s_.Info(s_.G(group).first).features & kPossessive) == 0 ||
      After(group, ~0U) || written_.hi >= kPlusInfinity || OfOtherDate(group))
    return std::nullopt;
  std::optional<FoundSubject> subject = Whose(group);
  if (!subject || (subject->entity.classes & words_.series) == 0)
    return std::nullopt;
  FrameReading out =
      Make(Begun().nth_year, group, s_.G(group).clause, *std::move(subject));
  const double n = mentions_.mentions[atom.id].number;
  out.count = Count{.n = n - 1, .n_max = n, .unit = TimeUnit::kYear};
  return out;
}

}  // namespace gainsay::internal
