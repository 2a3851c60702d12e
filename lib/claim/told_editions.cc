// The how manieth of its series something is: "the 31st edition of the fair",
// "the 28th Lannstad Machinery Fair", "the fifth summit since 2015". See
// told.h.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "claim/subjects.h"
#include "claim/told.h"
#include "resolve/attach.h"
#include "text/fold.h"

namespace gainsay::internal {

// The one date after "since" of a sentence; none if it names another date of
// more than a month ("last year's edition").
bool ToldReader::SinceWhen(std::optional<DayInterval>& since) const {
  constexpr Day kMonth = 31;
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kDate || atom.now) continue;
    const std::uint32_t group = GroupOfAtom(s_.parse, atom);
    const DayInterval days = mentions_.mentions[atom.id].hull;
    const bool from =
        group != kNowhere && s_.G(group).preposition != kNowhere &&
        (s_.Info(s_.G(group).preposition).classes & Class("told_since")) != 0;
    if (from && !since) {
      since = days;
    } else if (from || days.hi - days.lo > kMonth) {
      return false;
    }
  }
  return true;
}

namespace {

// "Lannstad Machinery Fair" is the name of a fair.
bool HoldsName(std::string_view name, std::string_view noun) {
  std::string folded;
  AppendFolded(name, folded);
  return folded.ends_with(noun);
}

}  // namespace

// Of which series something is: its noun and its name.
bool ToldReader::AddSeries(std::uint32_t group,
                           const std::optional<Entity>& series,
                           ToldAmount& told) const {
  const auto recurs = [&](StringId word) {
    return word.valid() &&
           (s_.words.Of(word).classes & Class("told_recurring")) != 0;
  };
  const StringId last = s_.text.tokens[s_.G(group).last - 1].folded;
  const StringId noun = series && recurs(series->head) ? series->head
                        : recurs(last)                 ? last
                                                       : StringId();
  if (!noun.valid()) return false;
  told.things.push_back(s_.words.interner().Intern(rows_.LikeNoun(View(noun))));
  // "The Lannstad Youth Fair" is not the Lannstad Fair.
  for (std::uint32_t t = s_.G(group).first; t < s_.G(group).last; ++t) {
    if ((s_.Info(t).classes & Class("told_sub_series")) != 0)
      told.narrow.push_back(s_.text.tokens[t].folded);
  }
  // "The Championship of Lettany" has no name of its own, and a championship is
  // not called by the town that it was in.
  const NameMention* name = s_.names.At(s_.G(group).head);
  const auto add = [&](StringId id) {
    std::string folded;
    AppendFolded(View(id), folded);
    if (folded != View(noun)) told.names.push_back(id);
  };
  if (name != nullptr && name->canonical.valid()) {
    add(name->canonical);
  } else if (series && series->name.valid() &&
             series->kind != Entity::Kind::kPlace &&
             HoldsName(View(series->name), View(noun))) {
    add(series->name);
  }
  return true;
}

bool ToldReader::AddSeries(std::uint32_t group, ToldAmount& told) const {
  return group != kNowhere && s_.G(group).kind == GroupKind::kNoun &&
         !s_.G(group).plural &&
         AddSeries(group, NounOrPronoun(s_, group, discourse_, classes_), told);
}

// True if the ordinal says which of a series the text speaks of.
bool ToldReader::TellsEdition(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  if (group == kNowhere || s_.G(group).clause == kNowhere) return false;
  const Group& g = s_.G(group);
  const Clause& clause = s_.parse.clauses[g.clause];
  std::optional<DayInterval> since;
  if (!SinceWhen(since)) return false;
  if (since) {
    // "The fifth summit since 2015", "the summit was the fifth since 2015".
    const std::uint32_t what = g.kind == GroupKind::kNoun && g.head >= a.last
                                   ? group
                               : clause.predicate == group ? clause.subject
                                                           : kNowhere;
    if (what == kNowhere || s_.G(what).kind != GroupKind::kNoun ||
        (s_.words.Of(s_.G(what).lemma).classes &
         (Class("meeting") | Class("told_recurring"))) == 0)
      return false;
    told.things.push_back(s_.G(what).lemma);
    if (what == group) Narrow(g, a, told);
    told.key = s_.words.interner().Intern("edition since " +
                                          std::to_string(since->lo));
    return true;
  }
  if (g.kind != GroupKind::kNoun || g.plural) return false;
  told.key = s_.words.interner().Intern("edition");
  if ((s_.words.Of(g.lemma).classes & Class("told_edition")) == 0) {
    if (a.last > g.head || !AddSeries(group, told)) return false;
    if (!told.names.empty()) return g.name || s_.names.At(g.head) != nullptr;
    // "The 68th championship", "Harrowmere's thirty-fourth marathon": that of
    // the story.
    constexpr double kMany = 8;  // "the third race" may be one of a day
    constexpr std::uint32_t kOne = kDefinite | kPossessive;
    // "The sixth exercise in the series".
    const std::uint32_t in = PlaceBehind(group, kPlaceWord);
    const bool series = in != kNowhere && Is(in, "in_series");
    return a.last == g.head &&
           (series || mentions_.mentions[a.id].number >= kMany) &&
           ((g.features & kOne) != 0 || g.possessor != kNowhere);
  }
  const std::uint32_t of = PlaceBehind(group, kOfWord);
  if (of != kNowhere) return AddSeries(of, told);
  // "The fair, now in its 31st edition".
  if ((g.features & kPossessive) == 0) return false;
  constexpr std::uint32_t kNear = 6;  // groups
  for (std::uint32_t i = group; i > 0 && i + kNear > group; --i) {
    if (s_.G(i - 1).kind == GroupKind::kNoun) return AddSeries(i - 1, told);
  }
  return AddSeries(group, discourse_.Pronoun(s_, group), told);
}

// "The ninth round was chaired by", "this is the sixth exercise", "now in its
// fifth edition", "who led a side at the tenth": of the one at hand; but "talks
// on the tenth round", "the tenth will be held".
bool ToldReader::IsSettled(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.clause == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[g.clause];
  if ((g.features & kPossessive) != 0 &&
      (s_.words.Of(g.lemma).classes & Class("edition")) != 0)
    return true;
  if (clause.verb == kNowhere) return false;
  const std::uint16_t verb = s_.G(clause.verb).verb;
  if ((verb & (kFuture | kUnsure | kPlannedVerb | kNegated)) != 0) return false;
  if (clause.predicate == group) return (verb & kCopula) != 0;
  const bool past = (verb & (kPast | kPerfect)) != 0;
  if (clause.subject == group) return past;
  return past && g.preposition != kNowhere &&
         (s_.Info(g.preposition).features & kPlaceWord) != 0 &&
         g.role == GroupRole::kPrepositional;
}

void ToldReader::ReadEditions() {
  constexpr double kFirst = 3;  // "the second fair" may be another one
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    const Mention& mention = mentions_.mentions[s_.atoms[atom].id];
    if (s_.atoms[atom].kind != Atom::Kind::kOrdinal || mention.number < kFirst)
      continue;
    ToldAmount told = Derived(atom, "edition", "edition");
    if (told.value.kind != ValueKind::kQuantity || !TellsEdition(atom, told))
      continue;
    const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
    told.when = {};
    told.ordinal = true;
    told.one_name = !told.names.empty();
    told.settled = IsSettled(group);
    // "The festival, in its 26th edition, is no market" is in its 26th.
    if (told.aside == ToldAmount::Aside::kNoFact &&
        !IsNoFact(s_.G(group).clause, true))
      told.aside = ToldAmount::Aside::kNone;
    told.value.qcore = told.value.qhull = {mention.number, mention.number};
    told.tense = ToldAmount::Tense::kState;
    if (s_.Holds(group, Class("told_part")))
      told.aside = ToldAmount::Aside::kPart;
    out_.push_back(std::move(told));
  }
}

}  // namespace gainsay::internal
