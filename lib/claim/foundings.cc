// When something was founded, opened or put into use, in words that no frame
// lists: "traces its roots to 1921", "dates back to 1997", "came into service
// in 1967", "Reis started the festival in 1987"; and the treaty or agreement
// on which it rests. See beginnings.h.
#include <utility>

#include "claim/beginning_frames.h"
#include "claim/beginnings.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 9;  // groups from a value to its verb

}  // namespace

// The preposition before a group; "time" where it has none.
std::string_view BeginningReader::Relation(std::uint32_t group) const {
  const std::uint32_t preposition = s_.G(group).preposition;
  if (preposition == kNowhere) return "time";
  return s_.words.interner().View(s_.text.tokens[preposition].folded);
}

// The verb before a value in its clause; names may stand between.
std::uint32_t BeginningReader::VerbBefore(std::uint32_t value) const {
  for (std::uint32_t i = value, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kVerb) return i;
    const bool joins = g.kind == GroupKind::kConjunction &&
                       s_.G(i + 1).kind == GroupKind::kNoun;
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark ||
        (g.kind == GroupKind::kConjunction && !joins))
      return kNowhere;
  }
  return kNowhere;
}

// What a verb is told of: "the house on Marlo Square, opened in 1902", "founded
// in 1921, when the town was small, the works".
std::optional<FoundSubject> BeginningReader::ToldOf(std::uint32_t verb) const {
  const Group& g = s_.G(verb);
  const Clause& clause = s_.parse.clauses[g.clause];
  const bool bare = (g.verb & kBareParticiple) != 0;
  const bool relative =
      clause.kind == Clause::Kind::kRelative && clause.head != kNowhere;
  if (bare && verb == 0) {
    for (std::uint32_t i = 1; i < s_.parse.groups.groups.size(); ++i) {
      if (s_.G(i).role == GroupRole::kSubject &&
          s_.G(i - 1).kind == GroupKind::kPunct)
        return Lasting(i);
    }
    return std::nullopt;
  }
  std::uint32_t group = relative ? clause.head : clause.subject;
  if (bare && group != kNowhere) {
    const Group& told = s_.G(group);
    if (told.preposition != kNowhere && told.governor != kNowhere &&
        (s_.Info(told.preposition).features & kPlaceWord) != 0 &&
        s_.G(told.governor).kind == GroupKind::kNoun)
      group = told.governor;
  }
  return Lasting(group);
}

// "Entered service", "came into operation", "was put into commercial use"; no
// trial operation.
bool BeginningReader::IntoUse(std::uint32_t verb, std::uint32_t value) const {
  const ClassSet of = Of(verb);
  if ((of & (words_.into_use | words_.enter)) == 0) return false;
  for (std::uint32_t i = verb + 1; i < value; ++i) {
    const Group& g = s_.G(i);
    if (s_.Holds(i, words_.back)) return false;
    if (g.kind != GroupKind::kNoun || (Of(i) & words_.use) == 0) continue;
    const bool into = g.preposition != kNowhere &&
                      (s_.Info(g.preposition).classes & words_.into) != 0;
    const bool plain =
        g.head == g.first || (s_.Info(g.first).classes & words_.plain_use) != 0;
    return plain &&
           (into || ((of & words_.enter) != 0 && g.preposition == kNowhere));
  }
  return false;
}

// "Founded by Reis and Bos in 1921", "founded in 1921, when Bos was young, the
// club": other names stand nearer.
bool BeginningReader::Hidden(std::uint32_t verb, std::uint32_t value) const {
  for (std::uint32_t i = verb; i < value; ++i) {
    if (s_.G(i).kind == GroupKind::kConjunction) return true;
  }
  const std::uint32_t mark = value + 2;
  return verb == 0 && mark < s_.parse.groups.groups.size() &&
         s_.G(mark).kind == GroupKind::kMark;
}

std::optional<FrameReading> BeginningReader::Founding(const Atom& atom) const {
  const std::uint32_t value = GroupOfAtom(s_.parse, atom);
  if (value == kNowhere || !LongAgo(atom)) return std::nullopt;
  if (auto act = FoundingAct(value)) return act;
  if (s_.G(value).kind != GroupKind::kValue) return std::nullopt;
  const std::uint32_t verb = VerbBefore(value);
  if (verb == kNowhere || s_.G(verb).clause == kNowhere) return std::nullopt;
  const std::uint32_t c = s_.G(verb).clause;
  const Clause& clause = s_.parse.clauses[c];
  if (clause.verb != verb || !Asserts(clause)) return std::nullopt;
  const ClassSet of = Of(verb);
  const bool passive = (s_.G(verb).verb & (kPassive | kBareParticiple)) != 0;
  const std::string_view relation = Relation(value);
  const bool when = relation == "in" || relation == "on" || relation == "time";
  const auto make =
      [&](const Frame& frame,
          std::optional<FoundSubject> of_what) -> std::optional<FrameReading> {
    if (!of_what) return std::nullopt;
    return Make(frame, value, c, *std::move(of_what));
  };
  // What is built, or a name of which nothing is known.
  const auto built = [&](std::optional<FoundSubject> what) {
    const ClassSet craft = classes_.vessel | classes_.vehicle;
    // "Marlo 2": which one, its name does not say.
    const std::uint32_t next =
        what && what->group != kNowhere ? s_.G(what->group).head + 1 : kNowhere;
    const bool numbered = next < s_.text.tokens.size() &&
                          s_.text.tokens[next].shape == TokenShape::kNumber;
    const bool fits = what && !numbered &&
                      (what->entity.classes & craft) == 0 &&
                      (what->entity.classes &
                       (words_.built | words_.service | classes_.company)) != 0;
    return fits ? std::move(what) : std::nullopt;
  };
  // What is told plainly a frame reads: "founded in 1921".
  if (when && passive && (of & words_.found) != 0 && Hidden(verb, value))
    return make(Begun().was_founded, ToldOf(verb));
  if (when && (s_.G(verb).verb & kBareParticiple) != 0 &&
      (of & words_.inaugurate) != 0)
    return make(Begun().put_in_use, built(ToldOf(verb)));
  if (when &&
      ((passive && (of & words_.commission) != 0) || IntoUse(verb, value)))
    return make(Begun().put_in_use, built(ToldOf(verb)));
  if ((relation == "to" || relation == "from") && !passive)
    return make(Begun().was_founded, GoesBack(verb, value));
  // "Reis started the festival in 1987".
  if (when && !passive && (of & words_.begin) != 0 &&
      clause.object != kNowhere && ByFounder(clause.subject)) {
    std::optional<FoundSubject> what = Lasting(clause.object);
    // "Reis started Halcyon in 2018".
    const bool bare = s_.G(clause.object).name &&
                      (s_.Info(s_.G(clause.object).first).features &
                       (kDefinite | kIndefinite | kPossessive)) == 0;
    if (what && (what->entity.classes & words_.contest) == 0 &&
        ((what->entity.classes & (words_.series | classes_.company)) != 0 ||
         (bare && what->entity.classes == 0)))
      return make(Begun().was_founded, std::move(what));
  }
  return std::nullopt;
}

// "Dates back to 1997", "traces its roots to 1921", "its history goes back to".
std::optional<FoundSubject> BeginningReader::GoesBack(
    std::uint32_t verb, std::uint32_t value) const {
  const ClassSet of = Of(verb);
  const Clause& clause = s_.parse.clauses[s_.G(verb).clause];
  const std::uint32_t subject =
      clause.kind == Clause::Kind::kRelative ? clause.head : clause.subject;
  if (subject == kNowhere) return std::nullopt;
  if ((of & words_.trace) != 0) {
    const std::uint32_t origins = clause.object;
    // "Its ground's history" is another one's.
    if (origins == kNowhere || (Of(origins) & words_.origins) == 0 ||
        s_.G(origins).possessor != kNowhere)
      return std::nullopt;
    return Lasting(subject, true);
  }
  bool back = false;
  for (std::uint32_t i = verb + 1; i < value; ++i)
    back |= s_.Holds(i, words_.back);
  const bool dates = (of & words_.date_from) != 0;
  if (!dates && (!back || (of & words_.go_back) == 0)) return std::nullopt;
  if ((Of(subject) & words_.origins) != 0) return Whose(subject);
  std::optional<FoundSubject> what = Lasting(subject);
  // "The house dates from 1921", "the club dates from": frames read both.
  if (!what) return std::nullopt;
  const ClassSet of_what = what->entity.classes;
  const ClassSet read = classes_.company | classes_.recurring | words_.built;
  const ClassSet lasts = words_.series | words_.scheme | classes_.company;
  const bool fits =
      dates ? (of_what & read) == 0 : of_what == 0 || (of_what & lasts) != 0;
  return fits ? std::move(what) : std::nullopt;
}

// A person, or a name that may be one's.
bool BeginningReader::ByFounder(std::uint32_t group) const {
  if (group == kNowhere || !s_.G(group).name) return false;
  std::optional<Entity> who = ReadEntity(s_, group, classes_);
  return who && (who->kind == Entity::Kind::kPerson ||
                 (who->kind == Entity::Kind::kThing && who->classes == 0));
}

// "Rests on a protocol signed in Marlo in 1998", "was set up under an agreement
// dating from 1994", "its legal basis is the 1991 agreement".
std::optional<FrameReading> BeginningReader::FoundingAct(
    std::uint32_t value) const {
  std::uint32_t act = value;
  for (std::uint32_t steps = 0;; ++steps, --act) {
    const Group& g = s_.G(act);
    if (g.kind == GroupKind::kNoun && (Of(act) & words_.charter) != 0) break;
    if (act == 0 || steps >= kReach || g.kind == GroupKind::kPunct ||
        g.kind == GroupKind::kConjunction ||
        (g.kind == GroupKind::kVerb && (Of(act) & words_.sign) == 0))
      return std::nullopt;
  }
  const Group& g = s_.G(act);
  // "The commission's legal basis is the 1991 agreement".
  const std::uint32_t before = g.preposition == kNowhere ? act - 1 : act - 2;
  if (act < 2 || s_.G(before).kind != GroupKind::kVerb ||
      s_.G(before).clause == kNowhere)
    return std::nullopt;
  const std::uint32_t c = s_.G(before).clause;
  const Clause& clause = s_.parse.clauses[c];
  if (!Asserts(clause) || clause.subject == kNowhere) return std::nullopt;
  std::optional<FoundSubject> what;
  if (g.preposition == kNowhere) {
    if ((s_.G(before).verb & kCopula) == 0 ||
        (Of(clause.subject) & words_.basis) == 0)
      return std::nullopt;
    what = Whose(clause.subject);
  } else {
    const ClassSet by = s_.Info(g.preposition).classes;
    const bool rests =
        (Of(before) & words_.rest_on) != 0 && (by & words_.upon) != 0;
    const bool set_up = (Of(before) & words_.found) != 0 &&
                        (s_.G(before).verb & kPassive) != 0 &&
                        (by & words_.under) != 0;
    if (!rests && !set_up) return std::nullopt;
    what = ToldOf(before);
  }
  if (!what) return std::nullopt;
  return Make(Begun().act, value, c, *std::move(what));
}

}  // namespace gainsay::internal
