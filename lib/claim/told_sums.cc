// What the numbers of a list add up to: "11,400 students on its main campus,
// 4,900 at Hillgate and 2,700 in the college". See told.h.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kBetween = 8;  // tokens from a number to the next

}  // namespace

// The number that goes on with the list of another: of the same noun, which it
// leaves out, behind a comma or "and", with the same preposition after it.
std::uint32_t ToldReader::NextOfSum(std::uint32_t atom) const {
  const std::uint32_t next = atom + 1;
  if (next >= s_.atoms.size()) return kNowhere;
  const Atom &a = s_.atoms[atom], &b = s_.atoms[next];
  const std::uint32_t group = GroupOfAtom(s_.parse, b),
                      from = GroupOfAtom(s_.parse, a);
  if (b.kind != Atom::Kind::kNumber || b.share || group == kNowhere ||
      from == kNowhere || b.first > s_.G(from).last + kBetween)
    return kNowhere;
  // "24 trucks with food, 9 trucks with medicine": the noun again.
  const bool again = s_.G(group).kind == GroupKind::kNoun &&
                     s_.G(from).kind == GroupKind::kNoun &&
                     s_.G(group).lemma == s_.G(from).lemma &&
                     s_.G(group).first == b.first &&
                     s_.G(from).first == a.first;
  const bool bare =
      s_.G(group).kind == GroupKind::kValue && s_.G(group).head < b.last;
  if (!again && !bare) return kNowhere;
  const Mention& number = mentions_.mentions[b.id];
  if (number.type != MentionType::kNumber ||
      number.modifier != Modifier::kBare || number.number < 1)
    return kNowhere;
  // "..., 4,900 at", "... and 2,700 in".
  const auto& groups = s_.parse.groups.groups;
  const std::uint32_t place = from + 1, other = group + 1;
  if (place >= group || other >= groups.size() ||
      groups[place].kind != GroupKind::kPreposition ||
      groups[other].kind != GroupKind::kPreposition)
    return kNowhere;
  const GroupKind mark = groups[group - 1].kind;
  if (mark != GroupKind::kPunct && mark != GroupKind::kConjunction)
    return kNowhere;
  for (std::uint32_t i = from + 1; i < group; ++i) {
    if (groups[i].kind == GroupKind::kVerb ||
        groups[i].kind == GroupKind::kMark)
      return kNowhere;
  }
  // "In" beside "at": places; else the same word.
  const auto of = [&](std::uint32_t i) -> const WordInfo& {
    return s_.Info(groups[i].first);
  };
  const bool places =
      ((of(place).features & of(other).features) & kPlaceWord) != 0;
  return places || Word(groups[place].first) == Word(groups[other].first)
             ? next
             : kNowhere;
}

void ToldReader::ReadSums(std::size_t first) {
  const std::size_t end = out_.size();
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    const Mention& head = mentions_.mentions[s_.atoms[atom].id];
    std::vector<std::uint32_t> list = {atom};
    for (std::uint32_t next = NextOfSum(atom); next != kNowhere;
         next = NextOfSum(next))
      list.push_back(next);
    if (list.size() < 2) continue;
    std::size_t of = first;
    while (of < end && !(out_[of].counted && !out_[of].total &&
                         out_[of].value_span == head.span))
      ++of;
    atom = list.back();
    if (of == end || out_[of].value.modifier != Modifier::kBare) continue;
    ToldAmount sum = out_[of];
    sum.behind = {};
    for (std::size_t i = first; i < end; ++i) {
      if (i == of || (out_[i].by_period && out_[i].value_span == head.span))
        out_[i].aside = ToldAmount::Aside::kPart;
    }
    if (sum.aside == ToldAmount::Aside::kPart)
      sum.aside = ToldAmount::Aside::kNone;
    std::string words(View(sum.value.surface));
    for (std::size_t i = 1; i < list.size(); ++i) {
      const Mention& part = mentions_.mentions[s_.atoms[list[i]].id];
      for (double* number :
           {&sum.value.number, &sum.value.number_max, &sum.value.qcore.lo,
            &sum.value.qcore.hi, &sum.value.qhull.lo, &sum.value.qhull.hi})
        *number += part.number;
      words += " + ";
      words += s_.text.text.substr(part.span.begin, part.span.size());
      sum.value_span.end = part.span.end;
    }
    sum.value.surface = s_.words.interner().Intern(words);
    sum.sum = sum.total = true;
    out_.push_back(std::move(sum));
  }
}

// What the votes of an atom are told against: "41 votes to 19", "61,420 votes,
// Rosalind Achebe 58,906"; zero where they are the margin, "six votes ahead".
std::optional<double> ToldReader::VotesAgainst(std::uint32_t atom) const {
  constexpr std::uint32_t kNear = 6;  // groups
  const auto& groups = s_.parse.groups.groups;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  if (group == kNowhere) return std::nullopt;
  // "Voted 34 to 19", "the vote was 34-19".
  const auto is = [&](std::uint32_t i, std::string_view name) {
    return i != kNowhere &&
           (s_.words.Of(groups[i].lemma).classes & Class(name)) != 0;
  };
  const std::uint32_t clause = groups[group].clause;
  const bool voted =
      groups[group].kind == GroupKind::kValue && group > 0 &&
      groups[group - 1].kind == GroupKind::kVerb &&
      (is(group - 1, "told_voting") ||
       (clause != kNowhere && s_.parse.clauses[clause].predicate == group &&
        is(s_.parse.clauses[clause].subject, "ballot_vote")));
  const bool votes =
      groups[group].kind == GroupKind::kNoun && is(group, "ballot_vote");
  if (!votes && !voted) return std::nullopt;
  const auto holds = [&](std::uint32_t i, std::string_view name) {
    return i < groups.size() &&
           (s_.Info(groups[i].first).classes & Class(name)) != 0;
  };
  if (holds(group + 1, "ballot_ahead")) return 0;
  if (atom + 1 >= s_.atoms.size() ||
      s_.atoms[atom + 1].kind != Atom::Kind::kNumber)
    return std::nullopt;
  const Atom& next = s_.atoms[atom + 1];
  const std::uint32_t other = GroupOfAtom(s_.parse, next);
  const Mention& number = mentions_.mentions[next.id];
  if (other == kNowhere || other > group + kNear ||
      number.modifier != Modifier::kBare)
    return std::nullopt;
  const bool dash =
      voted && group + 1 < groups.size() &&
      s_.text.View(s_.text.tokens[groups[group + 1].first]) == "-";
  const bool to = (dash || holds(group + 1, "ballot_against")) &&
                  other == group + 2 && groups[other].kind == GroupKind::kValue;
  // A name and its number.
  const bool named = groups[other - 1].kind == GroupKind::kPunct &&
                     groups[other].kind == GroupKind::kNoun &&
                     groups[other].last == next.last &&
                     s_.names.At(groups[other].first) != nullptr;
  return to || named ? std::optional(number.number) : std::nullopt;
}

// An amount that the words around a number make of it.
ToldAmount ToldReader::Derived(std::uint32_t atom, std::string_view key,
                               std::string_view label) const {
  ToldAmount told;
  if (!SetValue(atom, told)) return told;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  const std::uint32_t clause =
      group == kNowhere ? kNowhere : s_.G(group).clause;
  const Segment& segment = s_.text.segments[s_.index];
  told.document = document_;
  told.sentence = s_.index;
  told.value_span = mentions_.mentions[s_.atoms[atom].id].span;
  told.evidence = {s_.text.tokens[segment.first].begin,
                   s_.text.tokens[segment.last - 1].end};
  told.key = s_.words.interner().Intern(key);
  told.label = s_.words.interner().Intern(label);
  told.verb = VerbOf(clause);
  When(group, told);
  Around(told);
  if (IsNoFact(clause)) told.aside = ToldAmount::Aside::kNoFact;
  return told;
}

// "148 people on board"; "131 passengers and 17 crew" are as many.
void ToldReader::ReadAboard() {
  constexpr std::uint32_t kNear = 5;  // groups
  constexpr std::string_view kKey = "on_board", kLabel = "people on board";
  const auto is = [&](std::uint32_t group, std::string_view name) {
    return group != kNowhere && group < s_.parse.groups.groups.size() &&
           ((s_.words.Of(s_.G(group).lemma).classes |
             s_.Info(s_.G(group).first).classes) &
            Class(name)) != 0;
  };
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    const std::uint32_t of = GroupOfAtom(s_.parse, s_.atoms[atom]);
    if (s_.atoms[atom].kind != Atom::Kind::kNumber || s_.atoms[atom].share ||
        of == kNowhere || s_.G(of).kind != GroupKind::kNoun)
      continue;
    // "40 people on board", "40 people were aboard", "on board were 40 people",
    // "everyone on board, 40 people in all".
    const auto is_be = [&](std::uint32_t group) {
      return group < s_.parse.groups.groups.size() &&
             s_.G(group).kind == GroupKind::kVerb &&
             (s_.G(group).verb & (kCopula | kNegated)) == kCopula;
    };
    // "The ferry was carrying 312 passengers and crew".
    const auto size = static_cast<std::uint32_t>(s_.parse.groups.groups.size());
    const bool with_crew =
        is(of, "carried_people") && s_.G(of).head == s_.atoms[atom].last &&
        of + 2 < size && s_.G(of + 1).kind == GroupKind::kConjunction &&
        is(of + 2, "crew_people") && s_.G(of + 2).atom == kNowhere;
    if (with_crew) {
      ToldAmount all = Derived(atom, kKey, kLabel);
      if (all.value.kind == ValueKind::kQuantity)
        out_.push_back(std::move(all));
      continue;
    }
    // "It was carrying 40 people"; what "it carries" is a capacity.
    const std::uint32_t clause = s_.G(of).clause;
    const bool carried =
        clause != kNowhere && s_.parse.clauses[clause].object == of &&
        is(s_.parse.clauses[clause].verb, "carry") && !IsAble(clause);
    if (is(of, "all_people") &&
        (carried || is(of + 1, "board_word") || is(of + 2, "board_word") ||
         (is_be(of + 1) && is(of + 3, "board_word")) ||
         (of >= 2 &&
          (is_be(of - 1) || s_.G(of - 1).kind == GroupKind::kPunct) &&
          is(of - 2, "board_word")))) {
      ToldAmount all = Derived(atom, kKey, kLabel);
      if (all.value.kind != ValueKind::kQuantity) continue;
      if (IsPart(s_.atoms[atom], of, false))
        all.aside = ToldAmount::Aside::kPart;
      out_.push_back(std::move(all));
      continue;
    }
    if (atom + 1 == s_.atoms.size()) break;
    const std::uint32_t with = GroupOfAtom(s_.parse, s_.atoms[atom + 1]);
    if (s_.atoms[atom + 1].kind != Atom::Kind::kNumber || with == kNowhere ||
        with <= of + 1 || with > of + kNear ||
        s_.G(of + 1).kind != GroupKind::kConjunction ||
        !is(of, "carried_people") || !is(with, "crew_people"))
      continue;
    ToldAmount all = Derived(atom, kKey, kLabel);
    const Mention& crew = mentions_.mentions[s_.atoms[atom + 1].id];
    if (all.value.kind != ValueKind::kQuantity ||
        all.value.modifier != Modifier::kBare ||
        crew.modifier != Modifier::kBare || crew.type != MentionType::kNumber)
      continue;
    for (double* number :
         {&all.value.number, &all.value.number_max, &all.value.qcore.lo,
          &all.value.qcore.hi, &all.value.qhull.lo, &all.value.qhull.hi})
      *number += crew.number;
    std::string words(View(all.value.surface));
    words += " + ";
    words += s_.text.text.substr(crew.span.begin, crew.span.size());
    all.value.surface = s_.words.interner().Intern(words);
    all.value_span.end = crew.span.end;
    out_.push_back(std::move(all));
  }
}

void ToldReader::ReadMargins(std::size_t first) {
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    if (s_.atoms[atom].kind != Atom::Kind::kNumber) continue;
    const std::optional<double> against = VotesAgainst(atom);
    if (!against) continue;
    ToldAmount margin = Derived(atom, "vote_margin", "margin of votes");
    if (margin.value.kind != ValueKind::kQuantity ||
        margin.value.modifier != Modifier::kBare ||
        margin.value.number <= *against)
      continue;
    const Mention& votes = mentions_.mentions[s_.atoms[atom].id];
    NoteChamber(margin);
    if (*against > 0) margin.cast = margin.value.number + *against;
    // Of the votes for one alone nothing is the margin.
    const auto alone =
        std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(first),
                       out_.end(), [&](const ToldAmount& told) {
                         return told.value_span == votes.span && !told.counted;
                       });
    out_.erase(alone, out_.end());
    if (*against > 0) {
      const Mention& rest = mentions_.mentions[s_.atoms[atom + 1].id];
      margin.value_span.end = rest.span.end;
      std::string words(View(margin.value.surface));
      words += " - ";
      words += s_.text.text.substr(rest.span.begin, rest.span.size());
      margin.value.surface = s_.words.interner().Intern(words);
      margin.value.number -= *against;
      margin.value.number_max -= *against;
      margin.value.qcore = {margin.value.number, margin.value.number};
      margin.value.qhull = margin.value.qcore;
    }
    out_.push_back(std::move(margin));
  }
}

}  // namespace gainsay::internal
