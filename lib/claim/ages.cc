#include "claim/ages.h"

#include <algorithm>
#include <cmath>

#include "claim/atoms.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

struct AgeFrames {
  Frame age = ConceptFrame("age/bare", "age", "age");
  // "Capaldi, 55, isn't afraid".
  Frame beside = ConceptFrame("age/beside", "age", "age", true);
  Frame epithet = ConceptFrame("age/epithet", "age", "age", true);
  Frame at_death =
      ConceptFrame("age/bare-at-death", "age_at_death", "age_at_death");
};
const AgeFrames& Frames() {
  static const AgeFrames frames;
  return frames;
}

std::optional<FrameReading> Make(const Frame& frame, std::uint32_t group,
                                 std::uint32_t clause, FoundSubject subject) {
  return ReadingAt(frame, StepTo("is", group, clause), std::move(subject));
}

}  // namespace

// A whole number of years somebody may be old, without a unit.
bool AgeReader::MayBeAge(const Atom& atom) const {
  const bool number =
      atom.kind == Atom::Kind::kNumber || atom.kind == Atom::Kind::kAge;
  if (!number || atom.last != atom.first + 1) return false;
  const double years = mentions_.mentions[atom.id].number;
  return years >= kYoungest && years <= kOldest && years == std::floor(years);
}

// Nothing is counted by it: "52, he", "46.", "53 in May".
bool AgeReader::Alone(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  return group != kNowhere && s_.G(group).kind == GroupKind::kValue &&
         s_.G(group).last == atom.last;
}

std::optional<FoundSubject> AgeReader::Person(std::uint32_t group) const {
  std::optional<Entity> entity = Meant(s_, group, discourse_, classes_);
  if (!entity || entity->kind != Entity::Kind::kPerson ||
      !entity->name.valid() || entity->plural)
    return std::nullopt;
  return FoundSubject{*std::move(entity), group};
}

std::optional<FoundSubject> AgeReader::SubjectOf(std::uint32_t clause) const {
  const Clause& c = s_.parse.clauses[clause];
  if (c.kind != Clause::Kind::kRelative || c.head == kNowhere)
    return Person(c.subject);
  // "Ann Lind, the head of digs, who is 44".
  constexpr int kUp = 3;
  std::uint32_t group = c.head;
  bool of_person = false;  // "Bronik, the foreman, who is 43"
  for (int up = 0; up < kUp && group != kNowhere; ++up) {
    if (auto person = Person(group)) return person;
    if (of_person) {
      std::optional<Entity> entity = ReadEntity(s_, group, classes_);
      if (entity && entity->kind == Entity::Kind::kThing &&
          entity->name.valid() && entity->classes == 0 && !entity->plural) {
        entity->kind = Entity::Kind::kPerson;
        entity->classes |= classes_.people;
        return FoundSubject{*std::move(entity), group};
      }
    }
    of_person = s_.G(group).role == GroupRole::kApposition &&
                s_.words.Of(s_.G(group).lemma).noun_file == kPersonFile;
    group = s_.G(group).governor;
  }
  return std::nullopt;
}

// "Karel Bos, a 19-year-old forward": whatever the noun.
std::optional<FrameReading> AgeReader::Apposed(const Atom& atom) const {
  if (atom.kind != Atom::Kind::kAge) return std::nullopt;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      s_.G(group).role != GroupRole::kApposition)
    return std::nullopt;
  std::optional<FoundSubject> person = Person(s_.G(group).governor);
  if (!person) return std::nullopt;
  return Make(Frames().beside, group, s_.G(group).clause, *std::move(person));
}

// "Wilber Condori, 24, came up first", "Viktor Halas, 52, a Slovak".
std::optional<FrameReading> AgeReader::Beside(const Atom& atom) const {
  const auto& tokens = s_.text.tokens;
  std::uint32_t mark = atom.first;  // before the age, and before "now"
  if (mark > 0 &&
      (s_.Info(mark - 1).classes & s_.words.index().ClassBit("now_age")) != 0)
    --mark;
  if (mark < 2 || atom.last >= tokens.size()) return std::nullopt;
  const std::string_view before = s_.text.View(tokens[mark - 1]),
                         after = s_.text.View(tokens[atom.last]);
  const bool commas =
      before == "," && (after == "," || after == "." || after == ";");
  // "Jan Pil, at 58 the oldest".
  const bool at =
      (s_.Info(mark - 1).classes & s_.words.index().ClassBit("at_age")) != 0 &&
      mark >= 3 && s_.text.View(tokens[mark - 2]) == "," &&
      (after == "," || (s_.Info(atom.last).features & kDefinite) != 0);
  if (!commas && !at && (before != "(" || after != ")")) return std::nullopt;
  if (at) --mark;
  const NameMention* name = s_.names.At(mark - 2);
  if (name == nullptr || name->last != mark - 1 ||
      name->kind != NameKind::kPerson)
    return std::nullopt;
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    if (s_.G(i).first <= name->first && name->first < s_.G(i).last) {
      std::optional<FoundSubject> person = Person(i);
      if (!person) return std::nullopt;
      return Make(Frames().beside, GroupOfAtom(s_.parse, atom), s_.G(i).clause,
                  *std::move(person));
    }
  }
  return std::nullopt;
}

// "The 71-year-old", "the 51-year-old engineer": who has been named; but "the
// 19-year-old suspect".
bool AgeReader::IsEpithet(const Group& g, const Atom& atom) const {
  // "Flew from the age of 26".
  if (TagOf(s_.text.tokens[atom.first]) != Tag::kNumber) return false;
  if (g.last == atom.last) return true;
  const WordInfo& head = s_.words.Of(g.lemma);
  return atom.first == g.first + 1 && g.role == GroupRole::kSubject &&
         head.noun_file == kPersonFile && !g.name && g.possessor == kNowhere &&
         (head.classes & s_.words.index().ClassBit("anybody")) == 0;
}

// "Themba Ngcukana sat down. The 71-year-old played": whom it takes up.
std::optional<FrameReading> AgeReader::Epithet(const Atom& atom) const {
  if (atom.kind != Atom::Kind::kAge) return std::nullopt;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      !IsEpithet(s_.G(group), atom) || s_.G(group).plural ||
      (s_.G(group).features & kDefinite) == 0 ||
      s_.G(group).role == GroupRole::kApposition)
    return std::nullopt;
  std::optional<Entity> person = discourse_.LastPerson(s_);
  if (!person || !person->name.valid()) return std::nullopt;
  return Make(Frames().epithet, group, s_.G(group).clause,
              FoundSubject{*std::move(person), group});
}

// "Died on Saturday at her home in Lisbon, aged 88": not of Lisbon.
std::optional<FrameReading> AgeReader::AgedAtDeath(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (atom.kind != Atom::Kind::kAge || group == kNowhere ||
      s_.G(group).kind != GroupKind::kValue || s_.G(group).clause == kNowhere ||
      TagOf(s_.text.tokens[atom.first]) == Tag::kNumber)
    return std::nullopt;
  const Clause& clause = s_.parse.clauses[s_.G(group).clause];
  const std::uint32_t beside = s_.G(group).governor;
  if (clause.verb == kNowhere || clause.verb > group || beside == kNowhere ||
      beside < clause.verb || s_.G(beside).role != GroupRole::kPrepositional ||
      (s_.G(clause.verb).verb & kNotTold) != 0 ||
      (s_.words.Of(s_.G(clause.verb).lemma).classes & classes_.die) == 0 ||
      Person(beside))
    return std::nullopt;
  std::optional<FoundSubject> person = Person(clause.subject);
  if (!person) return std::nullopt;
  return Make(Frames().at_death, group, s_.G(group).clause, *std::move(person));
}

std::optional<FrameReading> AgeReader::Told(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  const std::uint32_t index = s_.G(group).clause;
  if (index == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[index];
  if (clause.verb == kNowhere || clause.conditional || clause.question)
    return std::nullopt;
  const Group& verb = s_.G(clause.verb);
  if ((verb.verb & kNotTold) != 0) return std::nullopt;
  const ClassSet of_verb = s_.words.Of(verb.lemma).classes;
  const bool past = (verb.verb & kPast) != 0;
  const bool is = (verb.verb & kCopula) != 0 &&
                  (clause.predicate == group || clause.object == group);
  const bool turned = (of_verb & s_.words.index().ClassBit("turn_age")) != 0 &&
                      clause.object == group;
  // "At 57, she knows": of what is told in the present, before it.
  const bool at = !past && group < clause.verb &&
                  s_.G(group).preposition != kNowhere &&
                  (s_.Info(s_.G(group).preposition).classes &
                   s_.words.index().ClassBit("at_age")) != 0;
  if (!is && !turned && !at) return std::nullopt;
  std::optional<FoundSubject> person = SubjectOf(index);
  // "The striker, who turns 22": whom the sentence before speaks of.
  if (!person && turned) person = LastPerson(clause);
  if (!person) return std::nullopt;
  // "Turns 22 next week": 21 till then.
  if (turned && !past && (verb.verb & kPerfect) == 0) {
    auto reading = Make(Frames().age, group, index, *std::move(person));
    const double n = mentions_.mentions[atom.id].number;
    if (reading)
      reading->count = Count{.n = n - 1, .n_max = n, .unit = TimeUnit::kYear};
    return reading;
  }
  if (is && past) {
    // "She was 91": of the dead; else of whatever time is told.
    if (!discourse_.ToldOfDeath(s_.index)) return std::nullopt;
    return Make(Frames().at_death, group, index, *std::move(person));
  }
  return Make(Frames().age, group, index, *std::move(person));
}

// The one that the sentence before names, of "the striker".
std::optional<FoundSubject> AgeReader::LastPerson(const Clause& clause) const {
  const std::uint32_t group =
      clause.kind == Clause::Kind::kRelative ? clause.head : clause.subject;
  if (group == kNowhere || s_.G(group).plural || s_.G(group).name ||
      (s_.G(group).features & kDefinite) == 0 ||
      s_.words.Of(s_.G(group).lemma).noun_file != kPersonFile)
    return std::nullopt;
  std::optional<Entity> person = discourse_.LastPerson(s_);
  if (!person || !person->name.valid()) return std::nullopt;
  return FoundSubject{*std::move(person), group};
}

std::optional<FrameReading> AgeReader::Read(const Atom& atom) const {
  if (auto birthday = Birthday(atom)) return birthday;
  if (auto died = AgedAtDeath(atom)) return died;
  if (auto epithet = Epithet(atom)) return epithet;
  if (auto apposed = Apposed(atom)) return apposed;
  if (!MayBeAge(atom)) return std::nullopt;
  if (auto beside = Beside(atom)) return beside;
  return Alone(atom) ? Told(atom) : std::nullopt;
}

}  // namespace gainsay::internal
