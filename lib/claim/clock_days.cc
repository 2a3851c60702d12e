// On which day it was: of a clock time, and of what only a verb tells of. See
// clocks.h.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "claim/clocks.h"

namespace gainsay::internal {
namespace {

struct DayFrames {
  Frame day = ConceptFrame("day/happened", "happened", "");
  Frame begin = ConceptFrame("day/began", "state_begin", "");
  Frame end = ConceptFrame("day/ended", "state_end", "");
};
const DayFrames& Frames() {
  static const DayFrames frames;
  return frames;
}

// Relations of a day to what happened on it; no "for", no "until".
constexpr std::string_view kWhen[] = {"on", "in", "at", "time"};

}  // namespace

// One day of the week before the document was written.
bool ClockReader::IsRecent(DayInterval day) const {
  constexpr Day kWeek = 7;
  return day.lo == day.hi && day.lo <= written_.hi &&
         day.lo + kWeek >= written_.lo;
}

// The first day that the lead names as past: "on Saturday".
DayInterval ClockReader::DayOfLead() const {
  constexpr std::uint32_t kLead = 120;  // tokens
  for (const Mention& date : mentions_.mentions) {
    if (date.first_token > kLead) break;
    const bool of_day =
        date.type == MentionType::kDate ||
        (date.type == MentionType::kTime && date.sense != Sense::kNoSense &&
         TellsDay(mentions_.senses[date.sense]));
    // A dateline is anchored to nothing.
    if (of_day && date.anchor == Mention::Anchor::kDocument &&
        IsRecent(date.core))
      return date.core;
  }
  return {};
}

DayInterval ClockReader::NamedDay(const Atom& atom) const {
  const auto known = [](DayInterval day) { return day.lo > kMinusInfinity; };
  const Mention& clock = mentions_.mentions[atom.id];
  const bool timed = atom.kind == Atom::Kind::kDate;
  if (timed && clock.sense != Sense::kNoSense &&
      TellsDay(mentions_.senses[clock.sense]))
    return clock.core;
  const auto clause = [&](const Atom& a) {
    const std::uint32_t group = GroupOfAtom(s_.parse, a);
    return group == kNowhere ? kNowhere : s_.G(group).clause;
  };
  for (const Atom& other : s_.atoms) {
    if (other.kind == Atom::Kind::kDate && other.id != atom.id &&
        clause(other) == clause(atom) &&
        known(mentions_.mentions[other.id].core))
      return mentions_.mentions[other.id].core;
  }
  return {};
}

// The day of a clock time: the one it names, else that of its clause, else, of
// what is resolved to the day of writing, that of the lead.
DayInterval ClockReader::DayOfClock(const Atom& atom) const {
  const DayInterval named = NamedDay(atom);
  if (named.lo > kMinusInfinity) return named;
  const auto known = [](DayInterval day) { return day.lo > kMinusInfinity; };
  const Mention& clock = mentions_.mentions[atom.id];
  const bool timed = atom.kind == Atom::Kind::kDate;
  if (!timed || !known(clock.core)) return {};
  if (IsRecent(clock.core) && clock.core != written_) return clock.core;
  const DayInterval lead = DayOfLead();
  return known(lead) ? lead : written_;
}

std::optional<FrameReading> ClockReader::ReadDay(
    const Atom& atom, const ValuePaths& paths) const {
  if (atom.kind != Atom::Kind::kDate || GroupOfAtom(s_.parse, atom) == kNowhere)
    return std::nullopt;
  const std::uint32_t own = s_.G(GroupOfAtom(s_.parse, atom)).clause;
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    if (step.clause == kNowhere || step.clause != own ||
        std::ranges::find(kWhen, step.relation) == std::end(kWhen))
      continue;
    const Clause& clause = s_.parse.clauses[step.clause];
    if (!Happened(clause)) continue;
    // Of a vote, a signing or a launch the frames tell of what it was.
    std::optional<FoundSubject> event = AsNoun(clause);
    const ClassSet of = event ? event->entity.classes : ClassSet();
    if (step.verb && (of & (classes_.disaster | words_.lasts)) != 0)
      return ReadingAt((of & words_.lasts) != 0 ? Frames().begin : Frames().day,
                       step, *std::move(event));
    if (std::optional<FoundSubject> voyage = OfVoyage(clause))
      return ReadingAt((s_.G(clause.verb).verb & kPerfect) != 0 ? Frames().begin
                                                                : Frames().end,
                       step, *std::move(voyage));
    if (auto strike = OfStrike(clause))
      return ReadingAt(
          (s_.words.Of(s_.G(clause.verb).lemma).classes & words_.ending) != 0
              ? Frames().end
              : Frames().begin,
          step, *std::move(strike));
  }
  return std::nullopt;
}

// "The ship, which had left Hobart in May", "the ship returned on Saturday":
// the voyage.
std::optional<FoundSubject> ClockReader::OfVoyage(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  const ClassSet of = s_.words.Of(verb.lemma).classes;
  const bool left = (of & words_.departing) != 0 &&
                    (verb.verb & kPerfect) != 0 && (verb.verb & kPast) != 0;
  const bool back = (of & words_.returning) != 0 && (verb.verb & kPerfect) == 0;
  if ((!left && !back) || (verb.verb & kPassive) != 0) return std::nullopt;
  for (const std::uint32_t group : {clause.subject, clause.head}) {
    if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun) continue;
    const std::optional<Entity> ship =
        NounOrPronoun(s_, group, discourse_, classes_);
    if (!ship || ship->plural || (ship->classes & classes_.vessel) == 0 ||
        (ship->classes & words_.service) != 0)
      continue;
    return FoundSubject{
        UnnamedEvent(s_, words_.voyage, clause.verb, clause.verb), group};
  }
  return std::nullopt;
}

// "Began an open-ended strike", "the strike ended": of workers.
std::optional<FoundSubject> ClockReader::OfStrike(const Clause& clause) const {
  const ClassSet verb = s_.words.Of(s_.G(clause.verb).lemma).classes;
  if ((verb & words_.goes_on) == 0 || (verb & words_.lasting) != 0)
    return std::nullopt;
  for (const std::uint32_t group : {clause.subject, s_.parse.Patient(clause)}) {
    if (group == kNowhere || s_.G(group).plural ||
        (s_.words.Of(s_.G(group).lemma).classes & words_.labour) == 0 ||
        s_.Holds(group, words_.no_labour))
      continue;
    std::optional<Entity> strike = ReadEntity(s_, group, classes_);
    if (!strike || Another(group, *strike)) continue;
    strike->kind = Entity::Kind::kEvent;
    strike->head = words_.walkout;
    strike->classes = s_.words.Of(words_.walkout).classes;
    return FoundSubject{*std::move(strike), group};
  }
  return std::nullopt;
}

}  // namespace gainsay::internal
