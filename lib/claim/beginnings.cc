#include "claim/beginnings.h"

#include <algorithm>
#include <utility>

#include "claim/beginning_frames.h"

namespace gainsay::internal {
namespace {

constexpr Day kYear = 366;

}  // namespace

BeginningClasses::BeginningClasses(const SyntaxIndex& index)
    : perform(index.ClassBit("perform")),
      hold(index.ClassBit("hold")),
      first(index.ClassBit("first_one")),
      edition(index.ClassBit("edition")),
      series(index.ClassBit("recurring") | index.ClassBit("service")),
      lasting(series | index.ClassBit("company") | index.ClassBit("building") |
              index.ClassBit("structure") | index.ClassBit("scheme") |
              index.ClassBit("standing") | index.ClassBit("body")),
      existence(index.ClassBit("existence")),
      anniversary(index.ClassBit("jubilee")),
      birthday(index.ClassBit("birthday")),
      begin(index.ClassBit("begin")),
      celebrate(index.ClassBit("celebrate")),
      open(index.ClassBit("open_now")),
      built(index.ClassBit("building") | index.ClassBit("structure")),
      founding(index.ClassBit("founding")),
      opening(index.ClassBit("opening")),
      lapse(index.ClassBit("lapse")),
      year(index.ClassBit("year_word")),
      told_of(index.ClassBit("told_of")),
      service(index.ClassBit("service")),
      found(index.ClassBit("found")),
      inaugurate(index.ClassBit("inaugurate")),
      commission(index.ClassBit("put_in_service")),
      into_use(index.ClassBit("into_use")),
      enter(index.ClassBit("enter")),
      use(index.ClassBit("use")),
      plain_use(index.ClassBit("plain_use")),
      back(index.ClassBit("again")),
      into(index.ClassBit("into")),
      scheme(index.ClassBit("scheme")),
      trace(index.ClassBit("trace")),
      origins(index.ClassBit("origins")),
      date_from(index.ClassBit("date_from")),
      go_back(index.ClassBit("go_back")),
      charter(index.ClassBit("charter")),
      sign(index.ClassBit("sign")),
      basis(index.ClassBit("basis")),
      rest_on(index.ClassBit("rest_on")),
      upon(index.ClassBit("upon")),
      under(index.ClassBit("under_act")),
      occasion(index.ClassBit("occasion")),
      contest(index.ClassBit("contest")),
      turn(index.ClassBit("turn_age")),
      structure(index.ClassBit("structure")),
      plural_one(index.ClassBit("plural_one")) {}

// Whether a group follows a group and its preposition has a feature.
bool BeginningReader::After(std::uint32_t group, std::uint32_t features) const {
  const std::uint32_t next = group + 2;
  return next < s_.parse.groups.groups.size() &&
         s_.G(next).preposition != kNowhere &&
         s_.G(group + 1).kind == GroupKind::kPreposition &&
         (s_.Info(s_.G(next).preposition).features & features) != 0;
}

bool BeginningReader::Asserts(const Clause& clause) const {
  // "No festival has been held since".
  const bool none =
      clause.subject != kNowhere &&
      (s_.Info(s_.G(clause.subject).first).features & kNegation) != 0;
  return clause.verb != kNowhere && !clause.conditional && !clause.question &&
         !none && (s_.G(clause.verb).verb & kNotTold) == 0;
}

// "The Marlos", "Marlo Rovers"; a name in "s" that is no word is one thing's.
bool BeginningReader::ManyNamed(std::uint32_t group) const {
  const Group& g = s_.G(group);
  const WordInfo& head = s_.Info(g.head);
  const bool guessed = !head.known && (g.features & kDefinite) == 0;
  return (g.plural || head.plural) && !guessed;
}

// What goes on for years and a group names, with what its noun takes up.
// `singular`: a word beside it says that it is one, whatever its last word.
std::optional<FoundSubject> BeginningReader::Lasting(std::uint32_t group,
                                                     bool singular) const {
  if (group == kNowhere || s_.G(group).coordinated) return std::nullopt;
  const auto lasting = [&](const Entity& entity) {
    const bool open =
        entity.name.valid() && entity.classes == 0 && !entity.described &&
        entity.kind == Entity::Kind::kThing && (singular || !ManyNamed(group));
    return entity.kind != Entity::Kind::kPerson &&
           (!entity.plural || (open && singular) ||
            (entity.classes & words_.plural_one) != 0) &&
           (open || entity.kind == Entity::Kind::kOrganisation ||
            (entity.classes & words_.lasting) != 0);
  };
  std::optional<Entity> entity =
      NounOrPronoun(s_, group, discourse_, classes_, lasting);
  if (!entity || !lasting(*entity)) return std::nullopt;
  const bool told = entity->name.valid() || entity->definite ||
                    entity->demonstrative || entity->owned ||
                    (entity->classes & words_.plural_one) != 0;
  if (!told) {
    // "For a festival that was first held in 2007": the one that the document
    // is about.
    const std::uint32_t preposition = s_.G(group).preposition;
    const bool about = preposition != kNowhere &&
                       (s_.Info(preposition).classes & words_.told_of) != 0;
    std::optional<Entity> focus = discourse_.FocusThing(
        [&](const Entity& e) { return e.head == entity->head && lasting(e); });
    if (!about || !focus) return std::nullopt;
    entity = std::move(focus);
  }
  return FoundSubject{*std::move(entity), group};
}

// "Its", "our", "the club's", or "of the club".
std::optional<FoundSubject> BeginningReader::Whose(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.possessor != kNowhere) return Lasting(g.possessor);
  if (After(group, kOfWord)) return Lasting(group + 2);
  const std::uint32_t features = s_.Info(g.first).features;
  if ((features & kPossessive) == 0) return std::nullopt;
  const auto body = [&](const Entity& entity) {
    return entity.kind != Entity::Kind::kPerson &&
           (entity.kind == Entity::Kind::kOrganisation ||
            (entity.classes & words_.lasting) != 0 ||
            (entity.classes == 0 && entity.name.valid()));
  };
  std::optional<Entity> entity;
  if ((features & kThing) != 0) {
    // "NATO, which will celebrate its 50th anniversary".
    if (g.clause != kNowhere) {
      const Clause& clause = s_.parse.clauses[g.clause];
      const std::uint32_t subject =
          clause.kind == Clause::Kind::kRelative ? clause.head : clause.subject;
      if (subject != kNowhere && subject != group && clause.verb != kNowhere &&
          clause.verb < group)
        return Lasting(subject, true);
    }
    entity = discourse_.Pronoun(s_, group, body);
  } else if ((features & (kPerson | kPlural)) == 0) {
    // "Our anniversary": of whoever puts the text out.
    entity = discourse_.FocusThing(body);
  }
  if (!entity || !body(*entity)) return std::nullopt;
  return FoundSubject{*std::move(entity), kNowhere};
}

// Before a year ago: what began this year is told as news, in other words.
bool BeginningReader::LongAgo(const Atom& atom) const {
  const Mention& mention = mentions_.mentions[atom.id];
  return mention.type == MentionType::kDate &&
         mention.hull.hi < kPlusInfinity &&
         (written_.hi >= kPlusInfinity ||
          mention.hull.hi < written_.lo - kYear);
}

// "Was held for the first time".
std::uint32_t BeginningReader::FirstTime(std::uint32_t verb) const {
  const std::uint32_t time = verb + 2;
  const bool first =
      time < s_.parse.groups.groups.size() &&
      s_.G(time).preposition != kNowhere &&
      (s_.Info(s_.G(time).preposition).features & kForWord) != 0 &&
      (Of(time) & words_.occasion) != 0 && s_.Holds(time, words_.first);
  return first ? time : kNowhere;
}

// "Was first held", "the first festival was held".
bool BeginningReader::ToldFirst(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  if ((verb.first > 0 &&
       (s_.Info(verb.first - 1).classes & words_.first) != 0) ||
      s_.Holds(clause.verb, words_.first) || FirstTime(clause.verb) != kNowhere)
    return true;
  const std::uint32_t patient = s_.parse.Patient(clause);
  const std::uint32_t told = patient != kNowhere ? patient : clause.subject;
  if (told == kNowhere || s_.G(told).kind != GroupKind::kNoun) return false;
  const Group& g = s_.G(told);
  if ((Of(told) & (words_.series | words_.edition)) == 0 && !g.name)
    return false;
  // "The first women's race" is another one's.
  const std::uint32_t before = g.name ? g.first + 1 : g.head - 1;
  return g.head > g.first && before < g.last &&
         (s_.Info(before).classes & words_.first) != 0;
}

// "Was first held in Lisbon in 2007", "the first edition since the war": no
// beginning of the whole.
bool BeginningReader::Restricted(const Clause& clause,
                                 std::uint32_t value) const {
  const std::uint32_t patient = s_.parse.Patient(clause);
  const std::uint32_t told = patient != kNowhere ? patient : clause.subject;
  if (told != kNowhere && s_.G(told).kind == GroupKind::kNoun &&
      (Of(told) & words_.edition) == 0 &&
      After(told, kOfWord | kPlaceWord | kTemporal | kForWord))
    return true;
  for (std::uint32_t i = clause.verb + 1;
       i < s_.parse.groups.groups.size() && i < clause.last; ++i) {
    const Group& g = s_.G(i);
    if (s_.Holds(i, words_.lapse)) return true;
    if (i == FirstTime(clause.verb)) continue;
    if (i != value && i == clause.verb + 2 && g.kind == GroupKind::kNoun &&
        s_.G(i - 1).kind == GroupKind::kPreposition)
      return true;
  }
  return false;
}

// What is said to be held: the series, or that of which it is an edition.
std::optional<FoundSubject> BeginningReader::Performed(
    const Clause& clause) const {
  std::uint32_t group = s_.parse.Patient(clause);
  if (group == kNowhere) group = clause.subject;
  if (clause.kind == Clause::Kind::kRelative && clause.head != kNowhere)
    group = clause.head;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  const bool series = (Of(group) & words_.series) != 0;
  if ((Of(group) & words_.edition) != 0 && !s_.G(group).name) {
    if (auto whose = Whose(group);
        whose && (whose->entity.classes & words_.series) != 0)
      return whose;
  } else if (auto found = Lasting(group);
             found && (series || found->entity.name.valid()) &&
             (found->entity.classes == 0
                  ? (Of(clause.verb) & words_.hold) != 0
                  : (found->entity.classes & words_.series) != 0)) {
    return found;
  }
  // "The first festival was held": of the one that the document is about.
  if (!s_.Holds(group, words_.first)) return std::nullopt;
  std::optional<Entity> focus = discourse_.FocusThing([&](const Entity& e) {
    return (e.classes & words_.series) != 0 &&
           ((Of(group) & words_.edition) != 0 || e.head == s_.G(group).lemma);
  });
  if (!focus) return std::nullopt;
  return FoundSubject{*std::move(focus), group};
}

FrameReading BeginningReader::Make(const Frame& frame, std::uint32_t group,
                                   std::uint32_t clause,
                                   FoundSubject subject) const {
  return ReadingAt(frame, StepTo("time", group, clause), std::move(subject));
}

// "Has been in business since 1931".
std::optional<FoundSubject> BeginningReader::InExistence(
    const PathStep& step, const Clause& clause) const {
  if (step.group == kNowhere || step.verb ||
      (step.classes & words_.existence) == 0 ||
      s_.G(step.group).preposition == kNowhere ||
      // Not "out of operation".
      (s_.Info(s_.G(step.group).preposition).features & kPlaceWord) == 0)
    return std::nullopt;
  if ((s_.G(clause.verb).verb & kCopula) == 0) return std::nullopt;
  return Lasting(clause.kind == Clause::Kind::kRelative ? clause.head
                                                        : clause.subject);
}

std::optional<FrameReading> BeginningReader::Date(
    const Atom& atom, const ValuePaths& paths) const {
  if (!LongAgo(atom)) return std::nullopt;
  const std::uint32_t value = GroupOfAtom(s_.parse, atom);
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    if (step.clause == kNowhere) continue;
    const Clause& clause = s_.parse.clauses[step.clause];
    if (!Asserts(clause)) continue;
    const Group& verb = s_.G(clause.verb);
    const bool performs = (Of(clause.verb) & words_.perform) != 0;
    const bool since = step.relation == "since";
    if (since && (verb.verb & kPerfect) != 0) {
      // "The light has been in service since 1849": put in service.
      if (auto subject = InExistence(step, clause)) {
        const bool put = (subject->entity.classes & words_.built) != 0 &&
                         (step.classes & words_.use) != 0;
        return Make(put ? Begun().put_in_use : Begun().exists_since, value,
                    step.clause, *std::move(subject));
      }
      if (!step.verb || !performs || Restricted(clause, value) ||
          ToldFirst(clause))
        continue;
      if (auto subject = Performed(clause))
        return Make(Begun().runs_since, value, step.clause,
                    *std::move(subject));
    }
    const bool when = step.relation == "in" || step.relation == "on" ||
                      step.relation == "time";
    const bool begins = (Of(clause.verb) & words_.begin) != 0;
    if (when && step.verb && begins && clause.object == kNowhere &&
        !Restricted(clause, value)) {
      if (auto subject = Performed(clause))
        return Make(Begun().began, value, step.clause, *std::move(subject));
    }
    if (!when || !step.verb || !performs || !ToldFirst(clause) ||
        Restricted(clause, value))
      continue;
    if (auto subject = Performed(clause))
      return Make(Begun().first_held, value, step.clause, *std::move(subject));
  }
  return std::nullopt;
}

std::optional<FrameReading> BeginningReader::Read(
    const Atom& atom, const ValuePaths& paths) const {
  if (atom.kind == Atom::Kind::kDate) {
    if (auto founding = Founding(atom)) return founding;
    if (auto centenary = Centenary(atom)) return centenary;
    return Date(atom, paths);
  }
  if (atom.kind == Atom::Kind::kDuration) return Length(atom, paths);
  if (atom.kind == Atom::Kind::kNumber) return Turns(atom);
  if (atom.kind != Atom::Kind::kOrdinal) return std::nullopt;
  if (auto anniversary = Anniversary(atom)) return anniversary;
  return NthYear(atom);
}

}  // namespace gainsay::internal
