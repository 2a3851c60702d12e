// Whose a length is, and what tells it from another. See told_times.h.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "claim/told_hours.h"
#include "claim/told_times.h"

namespace gainsay::internal {

// "Served a ban of 18 months", "was given an 18-month ban".
bool ToldTimeReader::Bans(std::uint32_t index, std::uint32_t noun,
                          ToldTime& told) const {
  const std::uint32_t of = s_.G(noun).possessor;
  std::optional<Theme> who;
  if (of != kNowhere) who = ThemeAt(of);
  // "The ban on Reis".
  for (std::uint32_t i = noun + 1; !who && i < s_.parse.groups.groups.size();
       ++i) {
    if (s_.G(i).governor == noun && s_.names.At(s_.G(i).head) != nullptr &&
        s_.G(i).preposition != kNowhere &&
        (s_.Info(s_.G(i).preposition).features & (kPlaceWord | kForWord)) != 0)
      who = ThemeAt(i);
  }
  constexpr std::uint32_t kHis = kPossessive | kPerson;
  if (!who && (s_.Info(s_.G(noun).first).features & kHis) == kHis) {
    if (auto whose = discourse_.Pronoun(s_, noun))
      who = Theme{noun, *std::move(whose)};
  }
  if (!who && index != kNowhere) {
    const Clause& clause = s_.parse.clauses[index];
    const bool got = clause.verb != kNowhere &&
                     (ClassesOf(clause.verb) & Class("ban_served")) != 0;
    const bool given = clause.verb != kNowhere &&
                       (ClassesOf(clause.verb) & Class("give_post")) != 0;
    const bool passive =
        given && (s_.G(clause.verb).verb & (kPassive | kBareParticiple)) != 0;
    const bool back =
        s_.G(noun).preposition != kNowhere &&
        (s_.Info(s_.G(noun).preposition).classes & Class("after_it")) != 0;
    if (got || passive || back) {
      who = ThemeOf(clause, true);
    } else if (given) {
      for (const std::uint32_t g : {clause.object, clause.object2}) {
        if (g != kNowhere && g != noun && !who) who = ThemeAt(g);
      }
    }
  }
  if (!who) return false;
  for (const LastedRow& row : s_.words.index().tables().lasted) {
    if (LastedOf(row).person && Lists(row.nouns, s_.G(noun).lemma))
      return SetLasted(row, *who, told);
  }
  return false;
}

// On which day it was; to whom and from what: "restored to most homes",
// "closed to lorries", "banned from driving".
void ToldTimeReader::SetWhere(std::uint32_t index, ToldTime& told) const {
  for (const Atom& atom : s_.atoms) {
    const std::uint32_t group = GroupOfAtom(s_.parse, atom);
    if (atom.kind != Atom::Kind::kDate || group == kNowhere ||
        s_.G(group).clause != index)
      continue;
    const DayInterval days = mentions_.mentions[atom.id].core;
    if (days.lo > kMinusInfinity && days.hi < kPlusInfinity) told.when = days;
  }
  if (index == kNowhere) return;
  const Clause& clause = s_.parse.clauses[index];
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = clause.first; i < groups.size(); ++i) {
    const Group& g = groups[i];
    if (g.kind != GroupKind::kPreposition || i + 1 == groups.size()) continue;
    const std::uint32_t word = g.last - 1;
    const bool to = (s_.Info(word).features & kInfinitive) != 0 ||
                    (s_.Info(word).classes & Class("ban_from")) != 0;
    const Group& what = groups[i + 1];
    // "By the league", "for doping".
    const bool where =
        (s_.Info(word).features & (kPlaceWord | kForWord)) != 0 ||
        (s_.Info(word).classes & Class("by_whom")) != 0;
    const bool noun =
        what.kind == GroupKind::kNoun ||
        (what.kind == GroupKind::kVerb && (what.verb & kGerundVerb) != 0);
    if (where && noun && what.lemma != told.theme &&
        s_.names.At(what.head) == nullptr)
      told.spots.push_back(what.lemma);
    const bool usual =
        (s_.words.Of(what.lemma).classes & Class("shut_to")) != 0;
    if (to && !usual &&
        (what.kind == GroupKind::kNoun || what.kind == GroupKind::kVerb))
      told.scope.push_back(what.lemma);
  }
  std::ranges::sort(told.scope);
}

// A ban that was cut on appeal has two lengths.
void ToldTimeReader::NoteChanges() {
  const Segment& segment = s_.text.segments[s_.index];
  const ClassSet changed = Class("length_changed");
  for (std::uint32_t t = segment.first; t < segment.last; ++t) {
    const WordInfo& info = s_.Info(t);
    const bool verb =
        info.verb.valid() && (s_.words.Of(info.verb).classes & changed) != 0;
    if (!verb && (info.classes & changed) == 0) continue;
    for (const LastedRow& row : s_.words.index().tables().lasted) {
      if (!LastedOf(row).person) continue;
      ToldTime told;
      told.of = ToldTime::Of::kLength;
      told.document = document_;
      told.sentence = s_.index;
      told.key = Intern("lasted " + std::string(LastedOf(row).name));
      told.veto = true;
      out_.push_back(std::move(told));
    }
    return;
  }
}

}  // namespace gainsay::internal
