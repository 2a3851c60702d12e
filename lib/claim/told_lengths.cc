// How long what happened went on. See told_times.h.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "claim/told_hours.h"
#include "claim/told_times.h"

namespace gainsay::internal {

// Told as over: not "has been shut for three hours", "had been burning for".
bool ToldTimeReader::IsLengthFact(std::uint32_t index) const {
  if (index == kNowhere) return true;
  const Clause& clause = s_.parse.clauses[index];
  if (clause.conditional || clause.question) return false;
  if (clause.verb == kNowhere) return true;
  const std::uint16_t verb = s_.G(clause.verb).verb;
  const bool so_far =
      (verb & kPerfect) != 0 && (verb & kPast) == 0 && (verb & kFinite) != 0;
  const bool going_on =
      (verb & kPerfect) != 0 && s_.Info(s_.G(clause.verb).head).gerund;
  const bool present =
      (verb & kFinite) != 0 && (verb & (kPast | kPerfect)) == 0 &&
      (s_.Info(s_.G(clause.verb).head).classes & words_.same_past) == 0;
  return (verb & kNotTold) == 0 && !so_far && !going_on && !present;
}

// What the words alone tell of.
void ToldTimeReader::TakeLasted(const LastedRow& row, ToldTime& told) const {
  told.key = Intern("lasted " + std::string(LastedOf(row).name));
  told.label = told.key;
  told.listed = told.known = true;
  told.daily = LastedOf(row).daily;
  told.theme = Intern(row.things.substr(0, row.things.find(' ')));
}

bool ToldTimeReader::SetLasted(const LastedRow& row, const Theme& theme,
                               ToldTime& told) const {
  const Lasted lasted = LastedOf(row);
  if (lasted.person && !theme.entity.name.valid()) return false;
  told.key = Intern("lasted " + std::string(lasted.name));
  told.label = told.key;
  told.listed = !row.things.empty();
  told.daily = lasted.daily;
  const std::string_view as = told.listed
                                  ? row.things.substr(0, row.things.find(' '))
                                  : std::string_view();
  if (!SetTheme(theme, as, told)) return false;
  told.known = told.known || told.listed;
  // "The fire in the cellar", "the search for the boat".
  const auto& groups = s_.parse.groups.groups;
  // "The return journey", "the police operation".
  for (std::uint32_t t = s_.G(theme.group).first; t < s_.G(theme.group).head;
       ++t) {
    if ((s_.Info(t).classes & Class("part_of_it")) != 0)
      told.scope.push_back(s_.text.tokens[t].folded);
  }
  for (const Group& g : groups) {
    if (g.governor != theme.group || g.kind != GroupKind::kNoun || g.name ||
        g.preposition == kNowhere)
      continue;
    constexpr std::uint32_t kWhere = kPlaceWord | kOfWord | kForWord;
    const bool where = (s_.Info(g.preposition).features & kWhere) != 0;
    const bool by = (s_.Info(g.preposition).classes & Class("by_whom")) != 0;
    if (where || by) (where ? told.spots : told.scope).push_back(g.lemma);
  }
  return !lasted.person || told.theme_name.valid();
}

// "Burned for nine hours before it was brought under control": of that phase.
bool ToldTimeReader::EndsOtherwise(const LastedRow& row,
                                   const Clause& clause) const {
  if (row.things.empty() || LastedOf(row).ends) return false;
  return std::ranges::any_of(s_.parse.clauses, [&](const Clause& other) {
    return other.verb != kNowhere && other.verb > clause.verb &&
           std::ranges::any_of(
               s_.words.index().tables().lasted, [&](const LastedRow& end) {
                 return LastedOf(end).ends && end.things == row.things &&
                        LastedOf(end).name != LastedOf(row).name &&
                        VerbFits(end.verbs, other);
               });
  });
}

// "Was shut for three hours", "reopened after three hours".
bool ToldTimeReader::LengthOfClause(std::uint32_t index, bool ends,
                                    ToldTime& told) const {
  if (index == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[index];
  if (clause.verb == kNowhere) return false;
  for (const LastedRow& row : s_.words.index().tables().lasted) {
    if (LastedOf(row).ends != ends || !VerbFits(row.verbs, clause)) continue;
    if (LastedOf(row).itself) {
      TakeLasted(row, told);
      return true;
    }
    if (EndsOtherwise(row, clause)) return false;
    const std::optional<Theme> theme = ThemeOf(clause, false, row.things);
    if (!theme ||
        (!row.things.empty() && !Lists(row.things, theme->entity.head)))
      continue;
    // "The ban kept him out": by the noun.
    if (LastedOf(row).person && clause.subject != kNowhere) {
      for (const LastedRow& other : s_.words.index().tables().lasted) {
        if (LastedOf(other).person &&
            Lists(other.nouns, s_.G(clause.subject).lemma))
          return SetLasted(other, *theme, told);
      }
    }
    return SetLasted(row, *theme, told);
  }
  return false;
}

// "It took 14 hours to put out the fire", "spent nine hours fighting it".
bool ToldTimeReader::LengthOfTaking(std::uint32_t index, std::uint32_t value,
                                    ToldTime& told) const {
  if (index == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[index];
  if (clause.verb == kNowhere || clause.verb >= value) return false;
  const ClassSet does = ClassesOf(clause.verb);
  const bool spends = (does & Class("spend")) != 0;
  if (!spends && (does & Class("take_time")) == 0) return false;
  for (std::uint32_t i = 0; i < s_.parse.clauses.size(); ++i) {
    const Clause& what = s_.parse.clauses[i];
    if (what.verb == kNowhere || what.verb <= value || what.verb > value + 2)
      continue;
    const std::uint16_t verb = s_.G(what.verb).verb;
    if ((verb & kNegated) != 0 ||
        (verb & (spends ? kGerundVerb : kToVerb)) == 0)
      continue;
    return LengthOfClause(i, !spends, told);
  }
  return false;
}

// Of a noun of what goes on: "the nine-hour siege", "the siege lasted".
bool ToldTimeReader::LengthOfNoun(std::uint32_t group, bool known,
                                  ToldTime& told) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun) return false;
  const Group& g = s_.G(group);
  const StringId noun = NounOf(group);
  for (const LastedRow& row : s_.words.index().tables().lasted) {
    if (!Lists(row.nouns, noun) && !Lists(row.nouns, g.lemma)) continue;
    if (LastedOf(row).person) {
      if (Bans(g.clause, group, told)) return true;
      continue;
    }
    if (!known ||
        (g.clause != kNowhere && s_.parse.clauses[g.clause].verb != kNowhere &&
         EndsOtherwise(row, s_.parse.clauses[g.clause])))
      return false;
    if (!row.things.empty()) {
      std::optional<Theme> theme = ThemeAt(group);
      return theme && SetLasted(row, *theme, told);
    }
    // "The three-hour closure of the bridge".
    std::uint32_t of = g.possessor;
    const auto& groups = s_.parse.groups.groups;
    for (std::uint32_t i = 0; of == kNowhere && i < groups.size(); ++i) {
      if (groups[i].governor == group && groups[i].preposition != kNowhere &&
          (s_.Info(groups[i].preposition).features & kOfWord) != 0 &&
          groups[i].kind == GroupKind::kNoun)
        of = i;
    }
    const std::optional<Theme> theme = ThemeAt(of);
    return theme && SetLasted(row, *theme, told);
  }
  return false;
}

// "A siege of nine hours", "the nine-hour siege", "after nine hours of talks".
bool ToldTimeReader::LengthBeside(const Atom& atom, std::uint32_t group,
                                  ToldTime& told) const {
  const Group& g = s_.G(group);
  const auto after = [&](std::uint32_t i) {
    return s_.G(i).preposition != kNowhere &&
           (s_.Info(s_.G(i).preposition).classes & Class("after_it")) != 0;
  };
  const auto known = [&](std::uint32_t i) {
    return (s_.G(i).features & (kDefinite | kPossessive | kDemonstrative)) !=
               0 ||
           s_.G(i).possessor != kNowhere || after(i);
  };
  if (g.kind == GroupKind::kNoun)
    return atom.last <= g.head && LengthOfNoun(group, known(group), told);
  const bool of_word = g.preposition != kNowhere &&
                       (s_.Info(g.preposition).features & kOfWord) != 0;
  if (of_word && group >= 2)
    return LengthOfNoun(group - 2, known(group - 2), told);
  const std::uint32_t next = group + 2;
  if (next < s_.parse.groups.groups.size() &&
      s_.G(next).preposition != kNowhere &&
      (s_.Info(s_.G(next).preposition).features & kOfWord) != 0)
    return LengthOfNoun(next, true, told);
  return LengthOfState(group, told);
}

// "Spent 64 days at sea", "after 19 days on strike".
bool ToldTimeReader::LengthOfState(std::uint32_t value, ToldTime& told) const {
  const Group& g = s_.G(value);
  // "Were on strike for 19 days".
  const bool was = value >= 4 && g.preposition != kNowhere &&
                   (s_.Info(g.preposition).classes & Class("for_time")) != 0 &&
                   s_.G(value - 4).kind == GroupKind::kVerb &&
                   (s_.G(value - 4).verb & kCopula) != 0;
  const std::uint32_t noun = was ? value - 2 : value + 2;
  if (noun >= s_.parse.groups.groups.size() || g.clause == kNowhere ||
      s_.G(noun).kind != GroupKind::kNoun || s_.G(noun).preposition == kNowhere)
    return false;
  const std::uint32_t verb = s_.parse.clauses[g.clause].verb;
  const bool whole =
      was || (verb != kNowhere && (ClassesOf(verb) & Class("spend")) != 0) ||
      (g.preposition != kNowhere &&
       (s_.Info(g.preposition).classes & Class("after_it")) != 0);
  if (!whole) return false;
  const auto& tables = s_.words.index().tables();
  for (const HappeningRow& state : tables.states) {
    if (state.event.empty() || !Lists(state.things, s_.G(noun).lemma) ||
        !Lists(state.verbs, s_.text.tokens[s_.G(noun).preposition].folded))
      continue;
    for (const LastedRow& row : tables.lasted) {
      if (!ListsWord(row.nouns, state.event)) continue;
      TakeLasted(row, told);
      return true;
    }
  }
  return false;
}

// "Was closed from 9 a.m. until noon".
bool ToldTimeReader::ReadRange(const Atom& atom, std::uint32_t group,
                               const ToldTime& at) {
  if (atom.kind != Atom::Kind::kDate) return false;
  const std::optional<ClockInText> clock =
      ReadClock(s_, atom, mentions_, *words_.values);
  const std::uint32_t own = s_.G(group).clause;
  if (!clock || !clock->end || own == kNowhere || !IsLengthFact(own))
    return false;
  ToldTime told = at;
  told.of = ToldTime::Of::kLength;
  if (!SetHoursBetween(clock->row, *clock->end, s_.words.interner(),
                       told.value) ||
      !LengthOfClause(own, false, told))
    return false;
  told.value.surface = clock->row.surface;
  told.when = clocks_.NamedDay(atom);
  Beside(own, kNowhere, told);
  out_.push_back(std::move(told));
  return true;
}

bool ToldTimeReader::ReadLength(std::uint32_t atom, std::uint32_t group,
                                const ToldTime& at) {
  const Atom& a = s_.atoms[atom];
  const Mention& mention = mentions_.mentions[a.id];
  if (ReadRange(a, group, at)) return true;
  if (a.kind != Atom::Kind::kDuration || mention.plural_or_vague) return false;
  // "Three hours a day", "another three hours".
  constexpr std::uint32_t kNear = 2;  // tokens
  const Segment& segment = s_.text.segments[s_.index];
  for (std::uint32_t t = a.last; t < segment.last && t < a.last + kNear; ++t) {
    if ((s_.Info(t).classes & Class("rate")) != 0) return false;
  }
  if (a.first > segment.first &&
      (s_.Info(a.first - 1).classes & Class("further")) != 0)
    return false;
  ToldTime told = at;
  told.of = ToldTime::Of::kLength;
  Count count = mention.count;
  if (count.modifier == Modifier::kBare) count.modifier = mention.modifier;
  told.value.surface =
      Intern(s_.text.text.substr(mention.span.begin, mention.span.size()));
  told.value.count = count;
  if (!SetHours(count, s_.words.interner(), told.value)) return false;
  const auto take = [&](ToldTime& it, std::uint32_t index, bool beside) {
    if (beside) Beside(index, kNowhere, it);
    SetWhere(index, it);
    // "Was shut for three months in 2019": another time.
    constexpr double kLong = 100;  // days
    const bool other =
        it.when.hi < kPlusInfinity && written_.lo > kMinusInfinity &&
        it.when.hi < written_.lo - kLong - 2 * it.value.number / kHoursOfDay;
    if (!other) out_.push_back(std::move(it));
    return true;
  };
  ToldTime it = told;
  const std::uint32_t own = s_.G(group).clause;
  if (IsLengthFact(own) && LengthBeside(a, group, it))
    return take(it, own, own != kNowhere);
  it = told;
  if (IsLengthFact(own) && LengthOfTaking(own, group, it))
    return take(it, own, true);
  for (const ValuePath& path :
       PathsOf(s_.text, s_.atoms, s_.parse, atom, s_.words)) {
    const PathStep& step = path.steps[0];
    if (!step.verb || step.clause == kNowhere || !IsLengthFact(step.clause))
      continue;
    const Clause& clause = s_.parse.clauses[step.clause];
    const ClassSet how = s_.words.Of(Intern(step.relation)).classes;
    const bool for_time = (how & Class("for_time")) != 0;
    const bool after = (how & Class("after_it")) != 0;
    it = told;
    if ((for_time || after) && LengthOfClause(step.clause, after, it))
      return take(it, step.clause, true);
    // "The siege lasted nine hours", "ended after nine hours".
    const ClassSet does = ClassesOf(clause.verb);
    const bool lasts =
        !after && (does & (Class("lasting") | Class("take"))) != 0;
    const bool over = after && (does & Class("ending")) != 0;
    it = told;
    if (!lasts && !over) continue;
    const std::uint32_t what = over ? s_.parse.Patient(clause) : kNowhere;
    if (LengthOfNoun(what != kNowhere ? what : clause.subject, true, it))
      return take(it, step.clause, true);
  }
  return false;
}

}  // namespace gainsay::internal
