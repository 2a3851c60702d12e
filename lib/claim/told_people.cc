// How many live somewhere: "Dareh's 31,000 inhabitants", "the 24,000 people of
// Dareh", "60,000 people live in the valley". See told.h.
#include <algorithm>
#include <optional>
#include <utility>

#include "claim/subjects.h"
#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {

// Of which place: by its noun and by its name. False if it is none.
bool ToldReader::AddPlace(std::uint32_t group, ToldAmount& told) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      s_.G(group).plural)
    return false;
  const std::optional<Entity> place =
      NounOrPronoun(s_, group, discourse_, classes_);
  if (!place) return false;
  if (place->name.valid()) told.names.push_back(place->name);
  // "The town of Dareh", of which a district is a part.
  const std::uint32_t of = PlaceBehind(group, kOfWord);
  if (!place->name.valid() && of == group + 2 &&
      (s_.words.Of(s_.G(group).lemma).classes & Class("told_place_of")) != 0) {
    const NameMention* name = s_.names.At(s_.G(of).head);
    if (name != nullptr && name->canonical.valid())
      told.names.push_back(name->canonical);
  }
  const bool settled =
      place->head.valid() && ((s_.words.Of(place->head).classes &
                               (Class("place") | Class("told_settled"))) != 0);
  if (settled) told.things.push_back(place->head);
  return settled || (place->name.valid() && s_.G(group).name);
}

// "The people of Dareh who lost their homes": not all of them.
bool ToldReader::RelativeOn(std::uint32_t group) const {
  return std::ranges::any_of(s_.parse.clauses, [&](const Clause& clause) {
    return clause.kind == Clause::Kind::kRelative && clause.head == group &&
           !clause.comma;
  });
}

// The group behind a group or its verb that begins with a word of place or
// "of".
std::uint32_t ToldReader::PlaceBehind(std::uint32_t group,
                                      std::uint32_t feature) const {
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = group + 1; i < groups.size() && i < group + 4; ++i) {
    if (groups[i].kind == GroupKind::kPunct) break;
    if (groups[i].kind == GroupKind::kNoun)
      return groups[i].preposition != kNowhere &&
                     (s_.Info(groups[i].preposition).features & feature) != 0
                 ? i
                 : kNowhere;
  }
  return kNowhere;
}

// "24,000 people live there".
bool ToldReader::IsThere(std::uint32_t group) const {
  return group < s_.parse.groups.groups.size() && Is(group, "told_there");
}

// The place that the document is about.
bool ToldReader::AddFocus(ToldAmount& told) const {
  const std::optional<Entity> place =
      discourse_.FocusThing([&](const Entity& entity) {
        return entity.name.valid() && (entity.kind == Entity::Kind::kPlace ||
                                       (entity.classes & Class("place")) != 0);
      });
  if (!place) return false;
  told.names.push_back(place->name);
  return true;
}

// "Kelm is a town of 24,000 people", "Kelm, a town of 24,000,": the place.
std::uint32_t ToldReader::CalledTown(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.preposition == kNowhere || g.governor == kNowhere ||
      (s_.Info(g.preposition).features & kOfWord) == 0 ||
      (s_.words.Of(s_.G(g.governor).lemma).classes & Class("told_place_of")) ==
          0)
    return kNowhere;
  const Group& town = s_.G(g.governor);
  if (town.plural) return kNowhere;
  if (town.role == GroupRole::kApposition) return town.governor;
  if (town.clause == kNowhere) return kNowhere;
  const Clause& clause = s_.parse.clauses[town.clause];
  return clause.predicate == g.governor ? clause.subject : kNowhere;
}

// True if a number counts all who live in a place, which is noted.
bool ToldReader::CountsPeople(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const Group& g = s_.G(group);
  const auto is = [&](const Group& of, std::string_view name) {
    return (s_.words.Of(of.lemma).classes & Class(name)) != 0;
  };
  if (a.kind != Atom::Kind::kNumber || a.share || g.kind != GroupKind::kNoun ||
      g.head != a.last || !is(g, "told_people") || RelativeOn(group))
    return false;
  const bool dwellers = is(g, "told_dweller");
  if (const std::uint32_t town = CalledTown(group); town != kNowhere)
    return AddPlace(town, told);
  if (g.possessor != kNowhere) return dwellers && AddPlace(g.possessor, told);
  const std::uint32_t of = PlaceBehind(group, kOfWord);
  if (of == group + 2 && (g.features & kDefinite) != 0 && s_.G(of).name &&
      !RelativeOn(of))
    return AddPlace(of, told);
  if (g.clause == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  if (clause.subject == group && verb.first >= g.last &&
      is(verb, "told_dwell")) {
    const std::uint32_t in = PlaceBehind(clause.verb, kPlaceWord);
    return in != kNowhere ? AddPlace(in, told)
                          : IsThere(clause.verb + 1) && AddFocus(told);
  }
  // "Is home to 31,000 people".
  if ((verb.verb & kCopula) != 0 && g.preposition != kNowhere && group > 1 &&
      is(s_.G(group - 2), "told_home"))
    return AddPlace(clause.subject, told);
  // "There were 45,000 people in the valley".
  const std::uint32_t in = PlaceBehind(group, kPlaceWord);
  if ((verb.verb & kCopula) != 0 && clause.predicate == group &&
      in != kNowhere && is(s_.G(in), "told_settled"))
    return AddPlace(in, told);
  return dwellers && clause.object == group && is(verb, "told_have") &&
         AddPlace(clause.subject, told);
}

// "The town has a population of 24,000", "the population of Kelm is 24,000":
// the place.
std::uint32_t ToldReader::PlaceOfPopulation(std::uint32_t atom) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const Group& g = s_.G(group);
  const auto is = [&](std::uint32_t i) {
    return i != kNowhere &&
           (s_.words.Of(s_.G(i).lemma).classes & Class("told_population")) != 0;
  };
  if (a.kind != Atom::Kind::kNumber || a.share || g.clause == kNowhere)
    return kNowhere;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (g.preposition != kNowhere && is(g.governor) &&
      (s_.Info(g.preposition).features & kOfWord) != 0) {
    const Group& people = s_.G(g.governor);
    if (people.possessor != kNowhere) return people.possessor;
    const bool has = clause.verb != kNowhere && clause.object == g.governor &&
                     (s_.words.Of(s_.G(clause.verb).lemma).classes &
                      Class("told_have")) != 0;
    return has ? clause.subject : people.governor;
  }
  if (clause.verb == kNowhere || !is(clause.subject) ||
      (s_.G(clause.verb).verb & kCopula) == 0 || clause.predicate != group)
    return kNowhere;
  const std::uint32_t of = PlaceBehind(clause.subject, kOfWord);
  return of != kNowhere ? of : s_.G(clause.subject).possessor;
}

// Appends how many live in a place.
void ToldReader::ReadPeople(std::uint32_t atom, const ToldAmount& told) {
  ToldAmount people = told;
  people.names.clear();
  people.things.clear();
  people.someone = false;
  if (!CountsPeople(atom, people) && !AddPlace(PlaceOfPopulation(atom), people))
    return;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  people.key = people.label = s_.words.interner().Intern("population");
  people.one_name = true;
  Period(group, people);
  people.aside = AsideOf(atom, group, View(people.key));
  if (people.rate.valid()) people.aside = ToldAmount::Aside::kRate;
  // "Dareh's 31,000 inhabitants are to leave": there are so many.
  const bool there = s_.G(group).possessor != kNowhere ||
                     (s_.G(group).features & kDefinite) != 0;
  if (there && people.aside == ToldAmount::Aside::kNoFact)
    people.aside = ToldAmount::Aside::kNone;
  if (there) people.tense = ToldAmount::Tense::kState;
  out_.push_back(std::move(people));
}

}  // namespace gainsay::internal
