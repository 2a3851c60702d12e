// Amounts that the words around a number make of it: parts of a whole, what a
// copula says of some, whose they are, multiples. See told.h.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "claim/shares.h"
#include "claim/subjects.h"
#include "claim/told.h"
#include "claim/values.h"
#include "resolve/attach.h"

namespace gainsay::internal {

// "31 were members of the crew", "two thirds of the 24 were technicians": who.
std::uint32_t ToldReader::ComplementOf(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.kind != GroupKind::kValue || g.clause == kNowhere) return kNowhere;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.subject != group || clause.verb == kNowhere ||
      (s_.G(clause.verb).verb & kCopula) == 0)
    return kNowhere;
  std::uint32_t noun =
      clause.predicate != kNowhere ? clause.predicate : clause.object;
  if (noun == kNowhere || s_.G(noun).kind != GroupKind::kNoun ||
      s_.G(noun).atom != kNowhere || s_.G(noun).name)
    return kNowhere;
  if ((s_.words.Of(s_.G(noun).lemma).classes & Class("told_member")) != 0) {
    const auto& groups = s_.parse.groups.groups;
    std::uint32_t of = kNowhere;
    for (std::uint32_t i = noun + 1; i < groups.size(); ++i) {
      if (groups[i].governor == noun && groups[i].preposition != kNowhere &&
          (s_.Info(groups[i].preposition).features & kOfWord) != 0)
        of = i;
    }
    noun = of;
  }
  return noun;
}

// The verb of a clause; of "are missing" the adjective.
StringId ToldReader::VerbOf(std::uint32_t index) const {
  if (index == kNowhere) return {};
  const Clause& clause = s_.parse.clauses[index];
  if (clause.verb == kNowhere) return {};
  StringId verb = s_.G(clause.verb).lemma;
  if ((s_.G(clause.verb).verb & kCopula) != 0) {
    if (clause.predicate != kNowhere &&
        s_.G(clause.predicate).kind == GroupKind::kAdjective)
      verb = s_.text.tokens[s_.G(clause.predicate).head].folded;
    else if (clause.verb + 1 < s_.parse.groups.groups.size() &&
             s_.G(clause.verb + 1).kind == GroupKind::kAdjective)
      verb = s_.text.tokens[s_.G(clause.verb + 1).head].folded;
  }
  return s_.words.interner().Intern(rows_.LikeVerb(View(verb)));
}

// The verb with an adjective behind its object: "found him guilty".
StringId ToldReader::PhraseOf(std::uint32_t index) const {
  const Clause& clause = s_.parse.clauses[index];
  const StringId verb = s_.G(clause.verb).lemma;
  for (const PhrasalRow& row : s_.words.index().tables().phrasal) {
    if (row.verb != View(verb)) continue;
    const auto& groups = s_.parse.groups.groups;
    for (std::uint32_t i = clause.verb + 1; i < groups.size(); ++i) {
      if (groups[i].kind == GroupKind::kAdjective &&
          Word(groups[i].head) == row.particle)
        return s_.words.interner().Intern(row.lemma);
    }
  }
  return verb;
}

// "Convicted on 11 of the 14 counts": of that whole, and what was done; by what
// is left where a verb says the opposite ("acquitted on five of the 14").
StringId ToldReader::PartOf(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const auto& groups = s_.parse.groups.groups;
  if (a.kind != Atom::Kind::kNumber || a.share || group + 2 >= groups.size() ||
      groups[group].kind != GroupKind::kValue ||
      groups[group].clause == kNowhere)
    return {};
  const Group& of = groups[group + 2];
  if (of.kind != GroupKind::kNoun || of.atom == kNowhere || !of.plural ||
      of.preposition == kNowhere || of.preposition + 1 != of.first ||
      (s_.Info(of.preposition).features & kOfWord) == 0)
    return {};
  const Mention& whole = mentions_.mentions[s_.atoms[of.atom].id];
  const Clause& clause = s_.parse.clauses[groups[group].clause];
  if (whole.type != MentionType::kNumber || whole.modifier != Modifier::kBare ||
      told.value.modifier != Modifier::kBare || clause.verb == kNowhere ||
      (s_.G(clause.verb).verb & (kCopula | kHaveMain)) != 0 ||
      told.value.number >= whole.number)
    return {};
  const StringId done = PhraseOf(groups[group].clause);
  std::string_view verb = rows_.LikeVerb(View(done));
  if (const std::string_view opposite = rows_.Opposite(View(done));
      !opposite.empty()) {
    verb = opposite;
    const auto left = [&](double& number) { number = whole.number - number; };
    for (double* number :
         {&told.value.number, &told.value.number_max, &told.value.qcore.lo,
          &told.value.qcore.hi, &told.value.qhull.lo, &told.value.qhull.hi})
      left(*number);
    std::swap(told.value.qcore.lo, told.value.qcore.hi);
    std::swap(told.value.qhull.lo, told.value.qhull.hi);
  }
  told.verb = s_.words.interner().Intern(verb);
  told.label = s_.text.tokens[of.head].folded;
  told.names.clear();
  told.someone = false;
  const std::uint32_t patient = s_.parse.Patient(clause);
  AddName(patient != kNowhere ? patient : clause.subject, told);
  told.someone = false;  // who is told of so exact a whole is one
  return PartKey(of.lemma, whole.number, verb);
}

// Of which whole, and what is told of the part.
StringId ToldReader::PartKey(StringId noun, double whole,
                             std::string_view what) const {
  std::string key = "part ";
  key += rows_.LikeNoun(View(noun));
  key += ' ';
  key += what;
  key += ' ';
  key += std::to_string(whole);
  return s_.words.interner().Intern(key);
}

// "Work in Tarnby", "of them in Tarnby": the place behind a part, by name.
StringId ToldReader::PlaceAfter(std::uint32_t group) const {
  const auto& groups = s_.parse.groups.groups;
  const std::uint32_t clause = groups[group].clause;
  for (std::uint32_t i = group + 1; i < groups.size(); ++i) {
    const Group& g = groups[i];
    if (g.clause != clause || g.atom != kNowhere || g.kind == GroupKind::kPunct)
      break;
    if (g.kind == GroupKind::kVerb &&
        (s_.words.Of(g.lemma).classes & Class("told_located")) == 0)
      break;
    if (g.kind != GroupKind::kNoun || g.preposition == kNowhere ||
        (s_.Info(g.preposition).features & kPlaceWord) == 0)
      continue;
    const NameMention* name = s_.names.At(g.head);
    return name != nullptr ? name->canonical : StringId();
  }
  return {};
}

// "6,400 people, 2,900 of them in Tarnby": of the whole before, and the place.
StringId ToldReader::PartOfThem(std::uint32_t atom, ToldAmount& told) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  const auto& groups = s_.parse.groups.groups;
  if (atom == 0 || group + 2 >= groups.size() ||
      groups[group].kind != GroupKind::kValue ||
      s_.Info(groups[group + 2].head).first != Tag::kPronoun ||
      (s_.Info(groups[group + 1].first).features & kOfWord) == 0)
    return {};
  const Atom& before = s_.atoms[atom - 1];
  const std::uint32_t of = GroupOfAtom(s_.parse, before);
  const StringId place = PlaceAfter(group);
  if (before.kind != Atom::Kind::kNumber || of == kNowhere || !place.valid() ||
      groups[of].kind != GroupKind::kNoun)
    return {};
  told.total = true;
  told.label = place;
  return PartKey(groups[of].lemma, mentions_.mentions[before.id].number,
                 View(place));
}

// The share of which an atom tells the whole: also in "of the 300 workers, a
// third are".
std::optional<std::uint32_t> ToldReader::ShareOfWhole(
    std::uint32_t atom) const {
  if (const auto share = ShareOf(s_, atom)) return share;
  const Group& g = s_.G(GroupOfAtom(s_.parse, s_.atoms[atom]));
  if (g.preposition == kNowhere ||
      g.preposition != s_.text.segments[s_.index].first ||
      (s_.Info(g.preposition).features & kOfWord) == 0 ||
      atom + 1 >= s_.atoms.size())
    return std::nullopt;
  const std::uint32_t next = GroupOfAtom(s_.parse, s_.atoms[atom + 1]);
  const bool share = next != kNowhere && next > 0 &&
                     s_.G(next - 1).kind == GroupKind::kPunct &&
                     IsShare(mentions_.mentions[s_.atoms[atom + 1].id]);
  return share ? std::optional(atom + 1) : std::nullopt;
}

// "Two thirds of the 24 people were technicians": of the whole `atom`.
void ToldReader::ReadShare(std::uint32_t atom, const ToldAmount& whole) {
  const std::optional<std::uint32_t> share = ShareOfWhole(atom);
  if (!share) return;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[*share]);
  if (group == kNowhere) return;
  const std::uint32_t noun = ComplementOf(group);
  ToldAmount told = whole;
  TakeShare(mentions_.mentions[s_.atoms[*share].id], told.value);
  told.value_span = mentions_.mentions[s_.atoms[*share].id].span;
  told.counted = told.total = true;
  if (noun != kNowhere) {
    told.key = NounKey(noun, told);
  } else if (const StringId place = PlaceAfter(group); place.valid()) {
    const Group& of = s_.G(GroupOfAtom(s_.parse, s_.atoms[atom]));
    told.label = place;
    told.key = PartKey(of.lemma, whole.value.number, View(place));
  }
  told.verb = VerbOf(s_.G(group).clause);
  told.names.clear();
  if (!told.key.valid() || told.by_period) return;
  if (IsNoFact(s_.G(group).clause)) told.aside = ToldAmount::Aside::kNoFact;
  out_.push_back(std::move(told));
}

// "Numbered 24: 15 scientists and nine technicians": what adds up to a number
// of the sentence is all that there is of each.
void ToldReader::NoteSum(std::size_t first) {
  const auto counts = std::span(out_).subspan(first);
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kNumber) continue;
    const double whole = mentions_.mentions[atom.id].number;
    double sum = 0;
    std::vector<StringId> keys;  // of the whole too, where it is counted
    for (const ToldAmount& told : counts) {
      if (!told.counted || told.by_period) continue;
      if (told.value.number != whole) sum += told.value.number;
      keys.push_back(told.key);
    }
    // "23 pirates, 12 Somali and 11 Yemeni pirates": kinds of one.
    std::ranges::sort(keys);
    if (keys.size() < 2 || sum != whole ||
        std::ranges::adjacent_find(keys) != keys.end())
      continue;
    for (ToldAmount& told : counts)
      told.total = told.total || (told.counted && told.value.number != whole);
  }
}

// "Its six albums", "the band's four albums": all that it has.
void ToldReader::Owner(std::uint32_t group, ToldAmount& told) const {
  const Group& g = s_.G(group);
  std::optional<Entity> owner;
  if (g.possessor != kNowhere) {
    owner = NounOrPronoun(s_, g.possessor, discourse_, classes_);
  } else if ((g.features & kPossessive) != 0) {
    // "The firm lost its two plants": of what acts.
    const std::uint32_t subject =
        g.clause == kNowhere ? kNowhere : s_.parse.clauses[g.clause].subject;
    const bool acts = (s_.Info(g.first).features & kThing) != 0 &&
                      subject != kNowhere && subject < group &&
                      s_.G(subject).kind == GroupKind::kNoun &&
                      !s_.G(subject).plural;
    owner = acts ? NounOrPronoun(s_, subject, discourse_, classes_)
                 : discourse_.Pronoun(s_, group);
  }
  if (!owner) return;
  discourse_.Resolve(*owner);
  told.names.clear();
  told.someone = false;
  if (owner->name.valid()) {
    told.names.push_back(owner->name);
  } else if (owner->head.valid()) {
    told.things.push_back(
        s_.words.interner().Intern(rows_.LikeNoun(View(owner->head))));
  }
  told.owned = !told.things.empty() || !told.names.empty();
}

// "Double the 84 million", "twice the 300".
void ToldReader::Multiply(const Group& g, ValueRow& value) const {
  if (g.first == 0) return;
  const ClassSet before = s_.Info(g.first - 1).classes;
  const double times = (before & Class("told_double")) != 0   ? 2
                       : (before & Class("told_triple")) != 0 ? 3
                                                              : 1;
  for (double* number : {&value.number, &value.number_max, &value.qcore.lo,
                         &value.qcore.hi, &value.qhull.lo, &value.qhull.hi})
    *number *= times;
}

// "Official attendance: 58,906": the noun that a colon gives a number.
std::uint32_t ToldReader::LabelOf(std::uint32_t atom) const {
  const std::uint32_t i = GroupOfAtom(s_.parse, s_.atoms[atom]);
  return i > 1 && s_.G(i - 1).kind == GroupKind::kPunct &&
                 s_.text.View(s_.text.tokens[s_.G(i - 1).first]) == ":" &&
                 s_.G(i - 2).kind == GroupKind::kNoun &&
                 s_.G(i - 2).atom == kNowhere
             ? i - 2
             : kNowhere;
}

}  // namespace gainsay::internal
