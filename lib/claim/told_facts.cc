// What a text tells of a happening beside its time: how it came out, who did
// it, where it was. See told_times.h.
#include <algorithm>
#include <string>
#include <utility>

#include "claim/row_marks.h"
#include "claim/subjects.h"
#include "claim/told_times.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kPeople = "@";

}  // namespace

// A fact of the past in which `denied` says whether the verb is.
bool ToldTimeReader::IsPastFact(const Clause& clause, bool& denied) const {
  if (clause.verb == kNowhere || clause.conditional || clause.question)
    return false;
  const std::uint16_t verb = s_.G(clause.verb).verb;
  constexpr std::uint16_t kNever =
      kUnsure | kDeniedVerb | kGerundVerb | kToVerb | kPlannedVerb | kFuture;
  const bool same =
      (s_.Info(s_.G(clause.verb).head).classes & words_.same_past) != 0;
  denied = (verb & kNegated) != 0;
  // "Has not approved it yet".
  if (denied && (verb & kPerfect) != 0) return false;
  return (verb & kNever) == 0 &&
         ((verb & (kPast | kPerfect | kBareParticiple)) != 0 || same);
}

bool ToldTimeReader::ThingFits(std::string_view things,
                               const Theme& theme) const {
  const Entity& entity = theme.entity;
  if (things == kPeople)
    return entity.kind == Entity::Kind::kPerson ||
           (entity.classes & classes_.people) != 0 ||
           entity.IsOpenName();  // a family name
  return Lists(things, entity.head);
}

// The theme of a clause, if it is of the things of a row.
bool ToldTimeReader::SetFactTheme(const Clause& clause, std::string_view row,
                                  std::string_view things,
                                  ToldTime& told) const {
  const RowMarks mark = MarksOf(row);
  const std::string_view any = things == kPeople || mark.Has('?') ? "" : things;
  std::optional<Theme> theme = ThemeOf(clause, mark.Has('<'), any);
  if (theme && IsThing(row, things, *theme))
    return SetFactTheme(*theme, row, things, told);
  // "Threw out his appeal": an object behind what belongs to the verb.
  const std::uint32_t behind = clause.verb + 2;
  if (things == kPeople || behind >= s_.parse.groups.groups.size() ||
      clause.object != kNowhere ||
      s_.G(behind).preposition != s_.G(clause.verb).last)
    return false;
  theme = ThemeAt(behind, things);
  return theme && IsThing(row, things, *theme) &&
         SetFactTheme(*theme, row, things, told);
}

bool ToldTimeReader::IsThing(std::string_view row, std::string_view things,
                             const Theme& theme) const {
  return ThingFits(things, theme) ||
         (MarksOf(row).Has('?') &&
          (theme.entity.IsOpenName() || IsQuoted(theme.group)));
}

// A title: "Orrin Nights" between quotes.
bool ToldTimeReader::IsQuoted(std::uint32_t group) const {
  const Group& g = s_.G(group);
  constexpr std::string_view kQuote = "\"";
  return g.first > 0 && g.last < s_.text.tokens.size() &&
         s_.names.At(g.head) != nullptr &&
         View(s_.text.tokens[g.first - 1].folded) == kQuote &&
         View(s_.text.tokens[g.last].folded) == kQuote;
}

bool ToldTimeReader::SetFactTheme(const Theme& theme, std::string_view row,
                                  std::string_view things,
                                  ToldTime& told) const {
  const RowMarks mark = MarksOf(row);
  told.key = Intern(mark.name);
  told.once = mark.Has('!');
  told.contested = mark.Has('^');
  told.sided = mark.Has('&');
  const bool own = mark.Has('*') && ThingFits(things, theme);
  const std::string_view as = own || things == kPeople
                                  ? std::string_view()
                                  : things.substr(0, things.find(' '));
  if (!SetTheme(theme, as, told)) return false;
  if (IsQuoted(theme.group)) told.plural = false;
  return true;
}

// The day that the clause names, else the only one of the sentence: "rejected
// the offer in a ballot that closed on Friday".
void ToldTimeReader::SetFactDay(std::uint32_t clause, ToldTime& told) const {
  std::optional<DayInterval> only;
  bool several = false;
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const Mention& mention = mentions_.mentions[atom.id];
    if (mention.type != MentionType::kDate || mention.plural_or_vague) continue;
    several = only.has_value();
    only = mention.hull;
    const std::uint32_t group = GroupOfAtom(s_.parse, atom);
    if (group == kNowhere || s_.G(group).clause != clause) continue;
    told.when = mention.hull;
    return;
  }
  constexpr Day kMonth = 31;
  if (only && !several && only->hi - only->lo < kMonth) told.when = *only;
}

ToldTime ToldTimeReader::FactOf(ToldTime::Of of, std::uint32_t clause,
                                std::uint32_t value) const {
  ToldTime told;
  told.of = of;
  told.document = document_;
  told.sentence = s_.index;
  const Segment& segment = s_.text.segments[s_.index];
  told.evidence = {s_.text.tokens[segment.first].begin,
                   s_.text.tokens[segment.last - 1].end};
  const Group& group = s_.G(value);
  told.value_span = {s_.text.tokens[group.first].begin,
                     s_.text.tokens[group.last - 1].end};
  told.value.kind = ValueKind::kText;
  told.label = s_.G(s_.parse.clauses[clause].verb).lemma;
  SetFactDay(clause, told);
  return told;
}

// "Pleaded not guilty", "was found not guilty".
bool ToldTimeReader::DeniesBehind(std::uint32_t verb) const {
  for (std::uint32_t i = verb + 1;
       i < s_.parse.groups.groups.size() && s_.G(i).kind != GroupKind::kVerb;
       ++i) {
    for (std::uint32_t t = s_.G(i).first; t < s_.G(i).last; ++t) {
      if ((s_.Info(t).features & kNegation) != 0) return true;
    }
  }
  return false;
}

void ToldTimeReader::ReadOutcome(std::uint32_t index) {
  const Clause& clause = s_.parse.clauses[index];
  bool denied = false;
  if (!IsPastFact(clause, denied)) return;
  for (const OutcomeRow& row : s_.words.index().tables().outcomes) {
    const bool yes = VerbFits(row.verbs, clause);
    if (!yes && !VerbFits(row.other_verbs, clause)) continue;
    ToldTime told = FactOf(ToldTime::Of::kOutcome, index, clause.verb);
    if (!SetFactTheme(clause, row.happening, row.things, told)) continue;
    const bool turned = denied != DeniesBehind(clause.verb);
    told.value.text = Intern(yes != turned ? row.came_out : row.otherwise);
    Beside(index, kNowhere, told);
    told.agent_name = {};
    told.veto = !SetMatter(clause, told);
    SetWho(clause, told);
    out_.push_back(std::move(told));
    return;
  }
}

// Of what somebody was convicted, what the ban is on: nouns behind
// prepositions. False of a part ("on three of the 14 counts"): the text tells
// of more.
bool ToldTimeReader::SetMatter(const Clause& clause, ToldTime& told) const {
  for (std::uint32_t i = clause.verb + 1;
       i < s_.parse.groups.groups.size() && s_.G(i).kind != GroupKind::kVerb;
       ++i) {
    const Group& g = s_.G(i);
    if (g.preposition == kNowhere ||
        (s_.Info(g.preposition).classes & Class("told_matter")) == 0)
      continue;
    if (g.atom != kNowhere && s_.atoms[g.atom].kind == Atom::Kind::kNumber)
      return false;
    if (g.kind == GroupKind::kNoun && s_.names.At(g.head) == nullptr &&
        (s_.words.Of(g.lemma).classes & Class("told_charge")) == 0)
      told.scope.push_back(Intern(rows_.LikeNoun(View(g.lemma))));
  }
  std::ranges::sort(told.scope);
  return true;
}

// Who decides ("the upper house"): by noun, which is not another's.
void ToldTimeReader::SetWho(const Clause& clause, ToldTime& told) const {
  const std::uint32_t who = DoerOf(clause);
  if (who == kNowhere) return;
  const std::optional<Theme> theme = ThemeAt(who);
  // "The plan did not pass".
  if (theme && Intern(rows_.LikeNoun(View(theme->entity.head))) != told.theme) {
    told.agent_name = theme->entity.name;
    told.spots.push_back(Intern(rows_.Body(View(theme->entity.head))));
  }
}

// Who does it: what acts, in the passive who stands behind "by".
std::uint32_t ToldTimeReader::DoerOf(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  if ((verb.verb & (kPassive | kBareParticiple)) == 0) {
    if (clause.kind == Clause::Kind::kRelative &&
        (clause.subject == kNowhere ||
         (s_.Info(s_.G(clause.subject).head).features & kRelative) != 0))
      return clause.head;
    return clause.subject;
  }
  for (std::uint32_t i = clause.verb + 1;
       i < s_.parse.groups.groups.size() && s_.G(i).kind != GroupKind::kVerb;
       ++i) {
    const std::uint32_t by = s_.G(i).preposition;
    if (by != kNowhere && s_.G(i).kind == GroupKind::kNoun &&
        (s_.Info(by).classes & classes_.by) != 0)
      return i;
  }
  return kNowhere;
}

void ToldTimeReader::ReadDoer(std::uint32_t index) {
  const Clause& clause = s_.parse.clauses[index];
  bool denied = false;
  if (!IsPastFact(clause, denied) || denied) return;
  for (const TimedRow& row : s_.words.index().tables().doers) {
    if (!VerbFits(row.verbs, clause)) continue;
    // "The race went to Ana Reis".
    const std::uint32_t to = clause.verb + 2;
    const bool went = (s_.words.Of(s_.G(clause.verb).lemma).classes &
                       Class("goes_to")) != 0 &&
                      to < s_.parse.groups.groups.size();
    const std::uint32_t who = went ? to : DoerOf(clause);
    if (who == kNowhere || s_.G(who).kind != GroupKind::kNoun) continue;
    ToldTime told = FactOf(ToldTime::Of::kDoer, index, who);
    if (!SetFactTheme(clause, row.happening, row.things, told)) continue;
    if (!SetDoer(who, told)) return;
    out_.push_back(std::move(told));
    return;
  }
}

// "The winner of the race was Ana Reis", "Ana Reis is the film's director".
void ToldTimeReader::ReadDoerNoun(std::uint32_t index) {
  const Clause& clause = s_.parse.clauses[index];
  const std::uint16_t verb = s_.G(clause.verb).verb;
  const std::uint32_t is =
      clause.predicate != kNowhere ? clause.predicate : clause.object;
  if ((verb & kCopula) == 0 || (verb & kNotTold) != 0 || clause.conditional ||
      clause.question || clause.subject == kNowhere || is == kNowhere)
    return;
  for (const auto& [noun, who] :
       {std::pair(clause.subject, is), std::pair(is, clause.subject)}) {
    for (const TimedRow& row : s_.words.index().tables().doers) {
      if (s_.G(noun).kind != GroupKind::kNoun ||
          !Lists(row.nouns, s_.G(noun).lemma))
        continue;
      const std::optional<Theme> theme = ThemeAt(OfWhat(noun), row.things);
      ToldTime told = FactOf(ToldTime::Of::kDoer, index, who);
      if (theme && IsThing(row.happening, row.things, *theme) &&
          SetFactTheme(*theme, row.happening, row.things, told) &&
          SetDoer(who, told))
        out_.push_back(std::move(told));
      return;
    }
  }
}

// What a noun is of: "the film's director", "the winner of the race".
std::uint32_t ToldTimeReader::OfWhat(std::uint32_t noun) const {
  if (s_.G(noun).possessor != kNowhere) return s_.G(noun).possessor;
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = noun + 1; i < groups.size(); ++i) {
    if (groups[i].governor == noun && groups[i].preposition != kNowhere &&
        (s_.Info(groups[i].preposition).features & kOfWord) != 0)
      return i;
  }
  return kNowhere;
}

bool ToldTimeReader::SetDoer(std::uint32_t who, ToldTime& told) const {
  if (s_.G(who).kind != GroupKind::kNoun) return false;
  const std::optional<Theme> doer = ThemeAt(who);
  if (!doer || !doer->entity.name.valid() || doer->entity.plural) return false;
  told.person = doer->entity.kind == Entity::Kind::kPerson;
  told.veto = s_.G(who).coordinated;
  told.value.text = doer->entity.name;
  return true;
}

// The town behind a verb: "in Geneva", "in the Palace in Lissen", "in the
// mining town of Garst"; not "in the Kelm valley", "in Reis's home".
std::uint32_t ToldTimeReader::PlaceOf(const Clause& clause) const {
  const auto& groups = s_.parse.groups.groups;
  bool town = false;
  for (std::uint32_t i = clause.verb + 1;
       i < groups.size() && groups[i].kind != GroupKind::kVerb; ++i) {
    const Group& g = groups[i];
    if (g.kind != GroupKind::kNoun || g.preposition == kNowhere) continue;
    const WordInfo& in = s_.Info(g.preposition);
    const bool of = town && (in.features & kOfWord) != 0;
    town = (s_.words.Of(g.lemma).classes & Class("told_place_of")) != 0;
    const NameMention* name = s_.names.At(g.head);
    if (name == nullptr || (!of && (in.classes & Class("told_in")) == 0))
      continue;
    const std::optional<Theme> place = ThemeAt(i);
    if (!place || name->canonical != place->entity.name ||
        g.possessor != kNowhere || g.first != name->first ||
        g.last != name->last || place->entity.kind == Entity::Kind::kPerson ||
        place->entity.kind == Entity::Kind::kOrganisation)
      continue;
    return i;
  }
  return kNowhere;
}

void ToldTimeReader::ReadSetting(std::uint32_t index) {
  const Clause& clause = s_.parse.clauses[index];
  bool denied = false;
  if (!IsPastFact(clause, denied) || denied) return;
  for (const TimedRow& row : s_.words.index().tables().settings) {
    if (!VerbFits(row.verbs, clause)) continue;
    const std::uint32_t where = PlaceOf(clause);
    if (where == kNowhere || s_.G(where).coordinated) continue;
    ToldTime told = FactOf(ToldTime::Of::kPlace, index, where);
    if (!SetFactTheme(clause, row.happening, row.things, told)) continue;
    const std::optional<Theme> place = ThemeAt(where);
    if (!place) return;
    Beside(index, where, told);
    told.value.text = place->entity.name;
    // Who signs and who is named beside need not be the same in two texts.
    told.places.clear();
    told.agent_name = {};
    told.names.erase(
        std::remove(told.names.begin(), told.names.end(), told.value.text),
        told.names.end());
    out_.push_back(std::move(told));
    return;
  }
}

void ToldTimeReader::ReadFacts() {
  for (std::uint32_t i = 0; i < s_.parse.clauses.size(); ++i) {
    const Clause& clause = s_.parse.clauses[i];
    if (clause.verb == kNowhere) continue;
    const ClassSet again = Class("told_again");
    bool anew = false;
    for (std::uint32_t g = clause.first; g < clause.last; ++g)
      anew = anew || s_.Holds(g, again);
    if (anew) continue;
    ReadOutcome(i);
    ReadHarmed(i);
    ReadDoer(i);
    ReadDoerNoun(i);
    ReadSetting(i);
  }
}

}  // namespace gainsay::internal
