// What is the most since a time, and of which kind and area. See told_times.h.
#include <algorithm>
#include <string>
#include <utility>

#include "claim/subjects.h"
#include "claim/told_times.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word

}  // namespace

// What is the most: the noun of the degree; of "the worst", "its highest level"
// what it is said of.
bool ToldTimeReader::SetRecordTheme(const Degree& degree, std::uint32_t index,
                                    ToldTime& told) const {
  const Clause* clause = index == kNowhere ? nullptr : &s_.parse.clauses[index];
  const Group& g = s_.G(degree.group);
  const std::uint32_t subject = clause == nullptr ||
                                        clause->subject == kNowhere ||
                                        clause->subject >= degree.group
                                    ? kNowhere
                                    : clause->subject;
  const bool measure =
      (s_.words.Of(g.lemma).classes & Class("record_measure")) != 0;
  const bool own =
      g.kind == GroupKind::kNoun && g.head >= degree.last && !measure;
  std::uint32_t of = own ? degree.group : kNowhere;
  const auto& groups = s_.parse.groups.groups;
  if (measure) {
    for (std::uint32_t i = degree.group + 1; i < groups.size(); ++i) {
      if (groups[i].governor == degree.group &&
          groups[i].kind == GroupKind::kNoun &&
          groups[i].preposition != kNowhere &&
          (s_.Info(groups[i].preposition).features & kOfWord) != 0)
        of = i;
    }
    if (of == kNowhere && g.possessor != kNowhere) of = g.possessor;
  }
  // "Called it the worst since", "described the flood as the worst".
  const bool of_object = clause != nullptr && clause->object != kNowhere &&
                         clause->object < degree.group && !measure;
  if (of == kNowhere) of = of_object ? clause->object : subject;
  // "For the first time": of what the clause tells.
  const bool ordinal = std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
    return atom.kind == Atom::Kind::kOrdinal && atom.first == degree.first;
  });
  if (own && ordinal &&
      (s_.words.Of(g.lemma).classes & Class("occasion")) != 0) {
    if (clause == nullptr || g.preposition == kNowhere) return false;
    if (clause->verb == kNowhere ||
        (s_.G(clause->verb).verb & (kCopula | kSayVerb)) != 0)
      return false;
    const std::optional<Theme> what = ThemeOf(*clause, false);
    if (!what || !SetTheme(*what, {}, told)) return false;
    told.key =
        Intern(std::string(View(told.key)) + " to " +
               std::string(rows_.LikeVerb(View(s_.G(clause->verb).lemma))));
    const std::optional<Theme> who = ThemeAt(clause->subject);
    if (who && clause->subject != what->group && who->entity.name.valid())
      told.names.push_back(who->entity.name);
    return true;
  }
  // "The hottest June".
  if (g.kind == GroupKind::kValue) {
    told.theme = s_.text.tokens[g.last - 1].folded;
    told.known = true;
    return true;
  }
  std::optional<Theme> theme = ThemeAt(of);
  if (!theme) return false;
  theme->entity.similar = false;
  if (!SetTheme(*theme, {}, told)) return false;
  // Whose it is: "Halvers won their first trophy".
  const bool said = clause != nullptr && clause->object != kNowhere &&
                    s_.Info(s_.G(clause->object).head).first == Tag::kPronoun;
  if (subject != kNowhere && subject != of && !said &&
      clause->verb != kNowhere && (s_.G(clause->verb).verb & kCopula) == 0) {
    if (s_.Holds(subject, words_.other_one | Class("part_of_it"))) return false;
    const std::optional<Theme> who = ThemeAt(subject);
    if (who && who->entity.name.valid()) {
      told.names.push_back(who->entity.name);
    } else if (who && (who->entity.classes & Class("record_owner")) == 0) {
      told.spots.push_back(who->entity.head);
    }
  }
  return true;
}

// "The first win over Norvik", "in Tarvik": not the first of all; "the worst
// flood in Tarvik" is that of the story.
bool ToldTimeReader::IsNarrower(const Group& group, bool ordinal) const {
  if (group.preposition == kNowhere) return false;
  const WordInfo& word = s_.Info(group.preposition);
  return (word.features & (kForWord | kOfWord)) == 0 &&
         (ordinal || (word.features & kPlaceWord) == 0);
}

// Where else it holds, and of which kind: "in the region", "against Halm".
void ToldTimeReader::SetRecordScope(const Degree& degree, std::uint32_t value,
                                    ToldTime& told) const {
  const auto drop = [&](StringId word) {
    told.narrow.erase(std::remove(told.narrow.begin(), told.narrow.end(), word),
                      told.narrow.end());
  };
  for (std::uint32_t t = degree.first; t < degree.last; ++t) {
    drop(s_.text.tokens[t].folded);
    if (s_.Info(t).noun.valid()) drop(s_.Info(t).noun);
  }
  std::ranges::sort(told.narrow);
  const auto add = [&](std::uint32_t i) {
    const Group& g = s_.G(i);
    if (g.kind != GroupKind::kNoun || s_.Info(g.head).first == Tag::kPronoun)
      return;
    const NameMention* name = s_.names.At(g.head);
    if (name == nullptr &&
        (s_.words.Of(g.lemma).classes & Class("record_owner")) == 0)
      told.scope.push_back(g.lemma);
    if (name == nullptr || !name->canonical.valid()) return;
    // "In Europe", "Portugal's": another area than that of the story.
    if (name->place == PlaceKind::kCountry ||
        name->place == PlaceKind::kContinent ||
        name->place == PlaceKind::kRegion || IsNarrower(g, told.ordinal != 0))
      told.scope.push_back(name->canonical);
    if (std::ranges::find(told.names, name->canonical) == told.names.end())
      told.names.push_back(name->canonical);
  };
  const auto& groups = s_.parse.groups.groups;
  const Group& own = s_.G(degree.group);
  if (own.possessor != kNowhere) add(own.possessor);
  told.owned = own.possessor != kNowhere ||
               (s_.Info(own.first).features & kPossessive) != 0;
  for (std::uint32_t i = degree.group + 1; i < value; ++i) {
    const std::uint32_t preposition = s_.G(i).preposition;
    if (preposition != kNowhere &&
        View(s_.text.tokens[preposition].folded) == kSince)
      break;
    if (!s_.Holds(i, Class("record_any"))) add(i);
  }
  // "In Halm the flood was the worst since": where, by name.
  for (std::uint32_t i = 0; i < degree.group; ++i) {
    const Group& g = groups[i];
    if (g.clause == own.clause && g.kind == GroupKind::kNoun &&
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & kPlaceWord) != 0 &&
        s_.names.At(g.head) != nullptr)
      add(i);
  }
  // "Its highest closing level".
  for (std::uint32_t t = own.first; t < own.head; ++t) {
    const auto tag = static_cast<Tag>(s_.text.tokens[t].tag);
    const bool word = tag == Tag::kAdjective || tag == Tag::kNoun ||
                      tag == Tag::kParticiple || tag == Tag::kGerund;
    const bool of_degree = t >= degree.first && t < degree.last;
    if (word && !of_degree && s_.names.At(t) == nullptr &&
        (s_.Info(t).classes & words_.other_one) == 0)
      told.scope.push_back(s_.text.tokens[t].folded);
  }
  // "The first player since 1998 to win", "who won".
  for (std::uint32_t i = value + 1; i < groups.size() && i <= value + 2; ++i) {
    if (groups[i].kind == GroupKind::kPunct) break;
    if (groups[i].kind != GroupKind::kVerb) continue;
    if ((groups[i].verb & kToVerb) != 0 ||
        groups[i - 1].kind == GroupKind::kMark)
      told.scope.push_back(groups[i].lemma);
    break;
  }
  // Of a quarter, of a month.
  for (const Group& g : groups) {
    if (g.kind == GroupKind::kNoun && g.clause == own.clause &&
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & (kPlaceWord | kForWord)) != 0 &&
        (s_.words.Of(g.lemma).classes & Class("record_period")) != 0)
      told.scope.push_back(g.lemma);
  }
  std::ranges::sort(told.scope);
  told.scope.erase(std::unique(told.scope.begin(), told.scope.end()),
                   told.scope.end());
}

}  // namespace gainsay::internal
